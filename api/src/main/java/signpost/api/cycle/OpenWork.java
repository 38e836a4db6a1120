package signpost.api.cycle;

/**
 * What stands open when somebody thinks of ending a term.
 *
 * @param suggested nobody has decided, and they expire
 * @param deferred put off, and they expire too
 * @param students who have any of those
 * @param accepted not delivered yet, and they carry over
 */
record OpenWork(int suggested, int deferred, int students, int accepted) {

    public int undecided() {
        return suggested + deferred;
    }

    /** As a form names what its reader saw. */
    public String seen() {
        return suggested + "-" + deferred + "-" + accepted;
    }
}
