package signpost.engine.evaluation;

import java.util.List;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Severity;

/**
 * Why a rule fired, did not, or cannot tell.
 *
 * @param rule the rule's name
 * @param topic the file it stands in
 * @param why why the school has the rule
 * @param source where it comes from
 * @param severity of its gravest flag
 * @param answer fired (true), did not (false), cannot tell (unknown)
 * @param because its reason with the student's values
 * @param conditions each condition and what it saw
 */
public record Explanation(
        String rule,
        String topic,
        String why,
        String source,
        Severity severity,
        Answer answer,
        String because,
        List<ConditionRead> conditions) {

    public Explanation {
        conditions = List.copyOf(conditions);
    }

    /** Headings of the facts that would have to be known to tell. */
    public List<String> missing() {
        return conditions.stream()
                .filter(condition -> condition.answer() == Answer.UNKNOWN)
                .flatMap(condition -> condition.seen().stream())
                .filter(seen -> !seen.known())
                .map(Seen::title)
                .distinct()
                .toList();
    }
}
