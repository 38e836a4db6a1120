package signpost.engine.rulebook;

/** Whose a rule is. */
public enum Origin {
    /** Of a book that has no layers. */
    BOOK(""),
    TRUST("the trust's"),
    SCHOOL("added by the school"),
    TIGHTENED("the trust's, tightened by the school");

    private final String words;

    Origin(String words) {
        this.words = words;
    }

    /** Such as {@code added by the school}; empty where the book has no layers. */
    public String words() {
        return words;
    }

    /** Whether a school wrote it on top of its trust's book. */
    public boolean ofTheSchool() {
        return this == SCHOOL || this == TIGHTENED;
    }

    static Origin of(Layer layer) {
        return switch (layer) {
            case WHOLE -> BOOK;
            case TRUST -> TRUST;
            case SCHOOL -> SCHOOL;
        };
    }
}
