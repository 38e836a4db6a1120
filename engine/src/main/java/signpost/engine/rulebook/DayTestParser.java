package signpost.engine.rulebook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Season;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** Reads what a rule says of a date: {@code is more than 6 weeks ago}, {@code is before the end of the autumn term}. */
final class DayTestParser {

    private static final Pattern AGO =
            Pattern.compile("is (more|less) than (\\d{1,4}) (day|week)s? (ago|away)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN =
            Pattern.compile("is within the (next|last) (\\d{1,4}) (day|week)s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURING = Pattern.compile(
            "is in (?:(this|last|next) (term|academic year)|the (autumn|spring|summer) term)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile("is from (.+?) to (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_DAY =
            Pattern.compile("is (on or before|on or after|before|after|on) (.+)", Pattern.CASE_INSENSITIVE);
    private static final DayPoint TODAY = new DayPoint.Today();
    private static final Map<String, Integer> STEPS = Map.of("last", -1, "this", 0, "next", 1);

    private final Problems problems;

    DayTestParser(Problems problems) {
        this.problems = problems;
    }

    /** The test these words state, or nothing; a day that cannot be read is a problem. */
    Optional<Test.OfValue> parse(String words, Line line) {
        Matcher ago = AGO.matcher(words);
        if (ago.matches()) {
            return Optional.of(ago(ago));
        }
        Matcher within = WITHIN.matcher(words);
        if (within.matches()) {
            int days = DayParser.days(within.group(2), within.group(3));
            return Optional.of(
                    within.group(1).equalsIgnoreCase("next") ? from(TODAY, later(days)) : from(later(-days), TODAY));
        }
        Matcher during = DURING.matcher(words);
        if (during.matches()) {
            return Optional.of(during(during));
        }
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            Optional<DayPoint> first = day(range.group(1), line);
            Optional<DayPoint> last = day(range.group(2), line);
            if (first.orElse(TODAY) instanceof DayPoint.Dated from
                    && last.orElse(TODAY) instanceof DayPoint.Dated to
                    && to.day().isBefore(from.day())) {
                problems.add(
                        line.placeOf(range.group(1)),
                        "The range ends before it begins.",
                        "Write the earlier day first.");
            }
            return first.isPresent() && last.isPresent()
                    ? Optional.of(from(first.get(), last.get()))
                    : Optional.empty();
        }
        Matcher on = ON_DAY.matcher(words);
        return on.matches()
                ? day(on.group(2), line).map(day -> new Test.Falls(DayParser.comparison(on.group(1)), day))
                : Optional.empty();
    }

    private static Test.OfValue ago(Matcher ago) {
        int days = DayParser.days(ago.group(2), ago.group(3));
        boolean more = ago.group(1).equalsIgnoreCase("more");
        boolean past = ago.group(4).equalsIgnoreCase("ago");
        Test.Falls edge =
                new Test.Falls(more == past ? Comparison.BELOW : Comparison.ABOVE, later(past ? -days : days));
        if (more) {
            return edge;
        }
        // "Less than 6 weeks ago" lies in the past, "less than 6 weeks away" in the future.
        return past
                ? new Test.Within(edge, new Test.Falls(Comparison.AT_MOST, TODAY))
                : new Test.Within(new Test.Falls(Comparison.AT_LEAST, TODAY), edge);
    }

    private static Test.OfValue during(Matcher during) {
        if (during.group(3) != null) {
            Season season = Season.valueOf(during.group(3).toUpperCase(Locale.ROOT));
            return from(new DayPoint.EdgeOfSeason(true, season), new DayPoint.EdgeOfSeason(false, season));
        }
        int steps = STEPS.getOrDefault(during.group(1).toLowerCase(Locale.ROOT), 0);
        return during.group(2).equalsIgnoreCase("term")
                ? from(new DayPoint.EdgeOfTerm(true, steps), new DayPoint.EdgeOfTerm(false, steps))
                : from(new DayPoint.EdgeOfYear(true, steps), new DayPoint.EdgeOfYear(false, steps));
    }

    private Optional<DayPoint> day(String words, Line line) {
        Optional<DayPoint> day = DayParser.read(words);
        if (day.isEmpty()) {
            problems.add(line.placeOf(words), "\"" + words + "\" is not a date.", line.advice(DayParser.ADVICE));
        }
        return day;
    }

    private static DayPoint later(int days) {
        return new DayPoint.Shifted(TODAY, days);
    }

    private static Test.OfValue from(DayPoint first, DayPoint last) {
        return new Test.Within(new Test.Falls(Comparison.AT_LEAST, first), new Test.Falls(Comparison.AT_MOST, last));
    }
}
