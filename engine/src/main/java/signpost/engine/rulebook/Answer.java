package signpost.engine.rulebook;

/** What a condition says of a student. Unknown is not false. */
public enum Answer {
    TRUE,
    FALSE,
    UNKNOWN;

    public static Answer of(boolean held) {
        return held ? TRUE : FALSE;
    }

    public Answer not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
