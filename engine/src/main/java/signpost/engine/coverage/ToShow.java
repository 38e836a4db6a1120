package signpost.engine.coverage;

/**
 * Something the scenarios of a rule ought to show.
 *
 * @param kind of what
 * @param words what a scenario has that shows it, to be read after "a scenario", such as {@code with attendance exactly 90%}
 * @param shown whether one does
 */
public record ToShow(Kind kind, String words, boolean shown) {

    /** What a rule has to be shown doing. */
    public enum Kind {
        /** The rule holds. */
        FIRES,
        /** The rule certainly does not hold. */
        DOES_NOT_FIRE,
        /** A value on a threshold, or right beside it where the answer changes. */
        BOUNDARY,
        /** Something is not known, and the rule cannot tell. */
        UNKNOWN
    }
}
