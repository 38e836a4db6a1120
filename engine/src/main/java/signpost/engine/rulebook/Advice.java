package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;

/** Shows what can be said of an attribute. */
final class Advice {

    private Advice() {}

    /** A value for an example: one that could stand in a rule. */
    private static BigDecimal typical(Kind.Amount number) {
        return Stream.of(new BigDecimal(90), number.min().add(BigDecimal.ONE))
                .skip(number.unit().equals("%") ? 0 : 1)
                .filter(number::allows)
                .findFirst()
                .orElse(number.max());
    }

    static String forKind(Attribute attribute) {
        String name = attribute.called();
        Kind kind = attribute.kind();
        if (kind instanceof Kind.Amount number) {
            String unit = number.unit().equals("%") ? "%" : "";
            String some = typical(number).toPlainString() + unit;
            return "Write for example \"" + name + " is " + some + " or below\", \"" + name + " is above " + some
                    + "\" or \"" + name + " is from " + number.min().toPlainString() + unit + " to " + some + "\".";
        }
        if (kind instanceof Kind.Scale scale) {
            String step = scale.codes().keySet().iterator().next();
            return "Write for example \"" + name + " is below " + step + "\" or \"" + name + " is " + step
                    + " or above\".";
        }
        if (kind instanceof Kind.Day) {
            return "Write for example \"" + name + " is before 1 September 2026\" or \"" + name
                    + " is more than 6 weeks ago\".";
        }
        if (kind instanceof Kind.OneOf oneOf) {
            String codes = oneOf.codes().keySet().stream().limit(2).collect(Collectors.joining(" or "));
            return "Write for example \"" + name + " is " + codes + "\".";
        }
        if (kind instanceof Kind.SomeOf someOf) {
            String code = someOf.codes().keySet().stream().findFirst().orElse("VALUE");
            return "Write for example \"" + name + " includes " + code + "\" or \"" + name + " is none\".";
        }
        String phrases = attribute.phrases().stream().map(Phrase::text).collect(Collectors.joining("\" or \""));
        return phrases.isEmpty()
                ? "Write \"" + name + " is known\" or \"" + name + " is not known\"."
                : "Write \"" + phrases + "\".";
    }
}
