package signpost.api.terms;

/** Where a term stands. */
public enum TermState {
    PLANNED("Planned"),
    OPEN("Open"),
    REVIEWED("Reviewed"),
    CLOSED("Closed");

    private final String words;

    TermState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether suggestions may arise in it; a reviewed term goes on until it is closed. */
    public boolean running() {
        return this == OPEN || this == REVIEWED;
    }
}
