package signpost.api.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import signpost.engine.evaluation.ConditionRead;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Seen;
import signpost.engine.rulebook.Answer;
import signpost.engine.vocabulary.Dates;

/** An explanation for reading: a paragraph, then each condition and what it saw. */
final class Told {

    private Told() {}

    /** The lines of one rule's explanation. */
    static List<String> lines(Explanation explanation, boolean inForce) {
        List<String> lines = new ArrayList<>();
        lines.add(paragraph(explanation, inForce));
        for (ConditionRead condition : explanation.conditions()) {
            lines.add("  " + mark(condition.answer()) + " " + condition.words());
            condition.seen().forEach(seen -> lines.add("      " + saw(seen)));
        }
        return lines;
    }

    private static String paragraph(Explanation explanation, boolean inForce) {
        String rule = "\"" + explanation.rule() + "\" (" + explanation.topic() + ") ";
        if (!inForce) {
            return rule + "is not in force on this day.";
        }
        String said = switch (explanation.answer()) {
            case TRUE -> "holds: " + explanation.because() + ".";
            case UNKNOWN ->
                "cannot tell. To tell, this would have to be known: " + String.join(", ", explanation.missing()) + ".";
            case FALSE ->
                "does not hold, because this is not so: "
                        + explanation.conditions().stream()
                                .filter(condition -> condition.answer() == Answer.FALSE)
                                .map(ConditionRead::words)
                                .collect(Collectors.joining("; "))
                        + ".";
        };
        return rule
                + said.replace("..", ".")
                + (explanation.why().isEmpty() ? "" : " " + explanation.why())
                + (explanation.source().isEmpty() ? "" : " Source: " + explanation.source());
    }

    private static String mark(Answer answer) {
        return switch (answer) {
            case TRUE -> "yes";
            case FALSE -> "no ";
            case UNKNOWN -> "?  ";
        };
    }

    private static String saw(Seen seen) {
        return seen.title() + ": " + seen.value()
                + seen.source().map(source -> ", from " + source).orElse("")
                + seen.confirmedOn().map(day -> ", " + Dates.words(day)).orElse("");
    }
}
