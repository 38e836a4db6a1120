package signpost.engine.writing;

/** What came of putting a pick into words. */
public sealed interface Saying {

    /** The words of the line, without a joining "and". */
    record Said(String line) implements Saying {}

    /**
     * The rule language cannot say it so.
     *
     * @param message why, and what to do, in a reader's words
     */
    record Refused(String message) implements Saying {}
}
