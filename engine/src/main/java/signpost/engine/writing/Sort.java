package signpost.engine.writing;

/** What sort of thing a condition speaks of. */
public enum Sort {
    /** Something known of the student. */
    ATTRIBUTE,
    /** The day judged. */
    TODAY,
    /** The term of that day. */
    TERM,
    /** A flag that rules raise. */
    FLAG,
    /** A score that rules add points to. */
    SCORE,
    /** What became of an intervention. */
    HELP
}
