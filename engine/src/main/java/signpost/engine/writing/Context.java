package signpost.engine.writing;

/** Where in a file something may be typed. */
public enum Context {
    /** In the first column, where a block begins. */
    START,
    /** Two spaces in, where a block has its fields. */
    FIELD,
    /** Beneath {@code When}. */
    WHEN,
    /** Beneath {@code Then}. */
    THEN,
    /** Beneath {@code Because}. */
    BECAUSE,
    /** Beneath a scenario's {@code Given}. */
    GIVEN,
    /** Beneath a scenario's {@code Expect} and {@code Expect not}. */
    EXPECT
}
