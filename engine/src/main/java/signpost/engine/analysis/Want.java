package signpost.engine.analysis;

import signpost.engine.rulebook.Answer;

/** What a condition is to answer of the student looked for. */
enum Want {
    TRUE,
    FALSE,
    NOT_TRUE,
    NOT_FALSE;

    boolean accepts(Answer answer) {
        return switch (this) {
            case TRUE -> answer == Answer.TRUE;
            case FALSE -> answer == Answer.FALSE;
            case NOT_TRUE -> answer != Answer.TRUE;
            case NOT_FALSE -> answer != Answer.FALSE;
        };
    }

    /** What {@code c} is to answer where {@code not c} is to answer this. */
    Want underNot() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case NOT_TRUE -> NOT_FALSE;
            case NOT_FALSE -> NOT_TRUE;
        };
    }

    /** Whether a group answers this when enough of its parts do, and not when too many do. */
    boolean counts() {
        return this == TRUE || this == NOT_FALSE;
    }
}
