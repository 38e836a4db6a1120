package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Value;

/** Says values as a person would. */
public final class ValueWords {

    /** How an unknown reads on every screen and in every reason. */
    public static final String NOT_KNOWN = "not known";

    private ValueWords() {}

    /** A percentage that a system worked out to many decimals is said to one. */
    public static String of(Attribute attribute, Fact fact) {
        return fact instanceof Fact.Known known ? of(attribute, asSaid(attribute, known.value())) : NOT_KNOWN;
    }

    /** The value to its last decimal, as a rule compares it. */
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
                            .collect(Collectors.joining(between(codes)));
        }
        return value.canonical();
    }

    /** What somebody wrote may hold commas of its own. */
    private static String between(Value.Codes codes) {
        return codes.codes().stream().anyMatch(code -> code.contains(",")) ? "; " : ", ";
    }

    private static Value asSaid(Attribute attribute, Value value) {
        boolean percentage =
                attribute.kind() instanceof Kind.Amount kind && kind.unit().equals("%");
        return percentage && value instanceof Value.Amount number
                ? new Value.Amount(oneDecimal(number.amount()))
                : value;
    }

    /**
     * Thresholds are whole: 90.04 said as 90 would seem to contradict the rule that asks for 90 or below, so what lies just
     * beside a whole number is said on its own side of it.
     */
    private static BigDecimal oneDecimal(BigDecimal exact) {
        BigDecimal rounded = exact.setScale(1, RoundingMode.HALF_UP);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        if (!whole || rounded.compareTo(exact) == 0) {
            return rounded;
        }
        return exact.setScale(1, rounded.compareTo(exact) > 0 ? RoundingMode.DOWN : RoundingMode.UP);
    }
}
