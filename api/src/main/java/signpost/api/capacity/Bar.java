package signpost.api.capacity;

/**
 * A bar of a chart, in hundredths of its width. The numbers stand beside it in words.
 *
 * @param taken what has a place, at most all of it
 * @param offered what goes to suggestions that nobody has decided
 * @param beyond whether more was accepted than there is
 */
record Bar(int taken, int offered, boolean beyond) {

    private static final int WHOLE = 100;

    static Bar of(double taken, double offered, double of) {
        if (of <= 0) {
            return new Bar(taken > 0 ? WHOLE : 0, 0, taken > 0);
        }
        int used = (int) Math.min(WHOLE, Math.round(WHOLE * taken / of));
        return new Bar(used, (int) Math.min(WHOLE - used, Math.round(WHOLE * offered / of)), taken > of);
    }
}
