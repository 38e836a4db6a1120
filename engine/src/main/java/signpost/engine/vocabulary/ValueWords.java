package signpost.engine.vocabulary;

import java.util.Map;
import java.util.stream.Collectors;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Value;

/** Says values as a person would. */
public final class ValueWords {

    /** How an unknown reads on every screen and in every reason. */
    public static final String NOT_KNOWN = "not known";

    private ValueWords() {}

    public static String of(Attribute attribute, Fact fact) {
        return fact instanceof Fact.Known known ? of(attribute, known.value()) : NOT_KNOWN;
    }

    public static String of(Attribute attribute, Value value) {
        Map<String, String> labels = attribute.kind().labels();
        if (value instanceof Value.Amount number) {
            String unit = attribute.kind() instanceof Kind.Amount kind ? kind.unit() : "";
            return number.canonical() + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
        }
        if (value instanceof Value.Day day) {
            return Dates.words(day.date());
        }
        if (value instanceof Value.YesNo answer) {
            return answer.yes() ? "yes" : "no";
        }
        if (value instanceof Value.Code code) {
            return labels.getOrDefault(code.code(), code.code());
        }
        if (value instanceof Value.Codes codes) {
            return codes.codes().isEmpty()
                    ? "none"
                    : codes.codes().stream()
                            .map(code -> labels.getOrDefault(code, code))
                            .collect(Collectors.joining(", "));
        }
        return value.canonical();
    }
}
