package signpost.engine.rulebook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Season;
import signpost.engine.vocabulary.Dates;

/** Reads the words for a day: {@code 1 September 2026}, {@code the end of the autumn term}, {@code 2 weeks before ...}. */
final class DayParser {

    static final String ADVICE = "Write for example 1 September 2026, 1 February, or the end of the autumn term.";

    private static final Pattern SHIFT =
            Pattern.compile("(\\d{1,4}) (day|week)s? (before|after) (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGO = Pattern.compile("(\\d{1,4}) (day|week)s? ago", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGE = Pattern.compile(
            "the (start|end) of (?:(this|last|next|the) (term|academic year)|the (autumn|spring|summer) term)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> STEPS = Map.of("last", -1, "this", 0, "the", 0, "next", 1);

    private DayParser() {}

    static Optional<DayPoint> read(String words) {
        return read(words, false);
    }

    private static Optional<DayPoint> read(String words, boolean shifted) {
        if (words.equalsIgnoreCase("today")) {
            return Optional.of(new DayPoint.Today());
        }
        Matcher ago = AGO.matcher(words);
        if (ago.matches() && !shifted) {
            return Optional.of(new DayPoint.Shifted(new DayPoint.Today(), -days(ago.group(1), ago.group(2))));
        }
        Matcher shift = SHIFT.matcher(words);
        if (shift.matches() && !shifted) {
            int days = days(shift.group(1), shift.group(2));
            int sign = shift.group(3).equalsIgnoreCase("before") ? -1 : 1;
            return read(shift.group(4), true).map(point -> new DayPoint.Shifted(point, sign * days));
        }
        Matcher edge = EDGE.matcher(words);
        if (edge.matches()) {
            return Optional.of(edge(edge));
        }
        return Dates.read(words)
                .<DayPoint>map(DayPoint.Dated::new)
                .or(() -> Dates.readDayOfYear(words).map(DayPoint.DayOfYear::new));
    }

    private static DayPoint edge(Matcher edge) {
        boolean start = edge.group(1).equalsIgnoreCase("start");
        if (edge.group(4) != null) {
            return new DayPoint.EdgeOfSeason(start, Season.valueOf(edge.group(4).toUpperCase(Locale.ROOT)));
        }
        int steps = STEPS.getOrDefault(edge.group(2).toLowerCase(Locale.ROOT), 0);
        return edge.group(3).equalsIgnoreCase("term")
                ? new DayPoint.EdgeOfTerm(start, steps)
                : new DayPoint.EdgeOfYear(start, steps);
    }

    static int days(String count, String unit) {
        return Integer.parseInt(count) * (unit.equalsIgnoreCase("week") ? 7 : 1);
    }

    /** {@code on or before} and its sisters. */
    static Comparison comparison(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "before" -> Comparison.BELOW;
            case "on or before" -> Comparison.AT_MOST;
            case "on or after" -> Comparison.AT_LEAST;
            case "after" -> Comparison.ABOVE;
            default -> Comparison.EQUAL;
        };
    }
}
