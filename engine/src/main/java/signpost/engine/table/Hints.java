package signpost.engine.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** Says how the cells of a column are filled: the words of a rule would only be refused there. */
final class Hints {

    static final String FLAG = "Write a name of at most 80 characters, without quotation marks.";
    static final String RECOMMEND = "Write a code, such as ATT-01, or ATT-01 within 2 weeks; put ; between several.";
    static final String RULE_OUT = "Write the code alone, such as ATT-01; put ; between several.";

    private Hints() {}

    /** Nothing for a column of sentences, whose words are the person's own. */
    static String of(Heading heading) {
        if (heading instanceof Heading.OfFlag) {
            return "Write Y where the flag must be raised, N where it must not, or leave the cell blank.";
        }
        if (heading instanceof Heading.OfScore) {
            return "Write for example 4+, 2 to 3 or 1, or leave the cell blank.";
        }
        if (heading instanceof Heading.OfAttribute of) {
            String examples = examples(of.attribute());
            return examples.isEmpty()
                    ? "Write known or not known, or leave the cell blank."
                    : "Write for example " + examples + "; known or not known; or leave the cell blank.";
        }
        return "";
    }

    private static String examples(Attribute attribute) {
        Kind kind = attribute.kind();
        if (kind instanceof Kind.YesNo) {
            return "Y or N";
        }
        if (kind instanceof Kind.Day) {
            return "<1 September 2026, or 2026-09-01 to 2026-12-31";
        }
        if (kind instanceof Kind.Amount amount) {
            BigDecimal high = amount.unit().equals("%") && amount.allows(BigDecimal.valueOf(90))
                    ? BigDecimal.valueOf(90)
                    : amount.min().add(BigDecimal.ONE).min(amount.max());
            return ordered(amount.min().toPlainString(), high.toPlainString());
        }
        if (kind instanceof Kind.Scale scale) {
            List<String> steps = List.copyOf(scale.codes().keySet());
            return ordered(steps.get(0), steps.get(steps.size() - 1));
        }
        if (kind instanceof Kind.OneOf one) {
            return joined(one.codes().keySet().stream(), " or ");
        }
        return kind instanceof Kind.SomeOf some && !some.codes().isEmpty()
                ? joined(some.codes().keySet().stream(), " and ") + ", or none"
                : "";
    }

    private static String ordered(String low, String high) {
        return "<" + high + ", " + high + "+ or " + low + " to " + high;
    }

    private static String joined(Stream<String> codes, String with) {
        return codes.limit(2).collect(Collectors.joining(with));
    }
}
