package signpost.engine.evaluation;

import java.util.List;
import signpost.engine.rulebook.Answer;

/**
 * A condition with the student's facts before it.
 *
 * @param words as written in the rule
 * @param answer what it says of the student
 * @param seen the facts it looked at
 */
public record ConditionRead(String words, Answer answer, List<Seen> seen) {
    public ConditionRead {
        seen = List.copyOf(seen);
    }
}
