package signpost.engine.rulebook;

import java.util.stream.Collectors;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;

/** Shows what can be said of an attribute. */
final class Advice {

    private Advice() {}

    static String forKind(Attribute attribute) {
        String name = attribute.called();
        Kind kind = attribute.kind();
        if (kind instanceof Kind.Amount number) {
            String unit = number.unit().equals("%") ? "%" : "";
            String min = number.min().toPlainString() + unit;
            return "Write for example \"" + name + " is " + min + " or below\", \"" + name + " is above " + min
                    + "\" or \"" + name + " is from " + min + " to "
                    + number.max().toPlainString() + unit + "\".";
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
