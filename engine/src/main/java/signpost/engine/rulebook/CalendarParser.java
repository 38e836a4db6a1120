package signpost.engine.rulebook;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Season;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** Reads conditions about the day judged: {@code it is the autumn term}, {@code today is on or after 1 February}. */
final class CalendarParser {

    private static final Pattern TERM = Pattern.compile("it is (not )?the (.+) term", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile("today is from (.+?) to (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGE = Pattern.compile(
            "today is in the (first|last) (\\d{1,3}) (day|week)s? of (?:the|this) term", Pattern.CASE_INSENSITIVE);
    private static final Pattern TODAY =
            Pattern.compile("today is (on or before|on or after|before|after) (.+)", Pattern.CASE_INSENSITIVE);

    private final Problems problems;

    CalendarParser(Problems problems) {
        this.problems = problems;
    }

    /** Whether the line speaks of the calendar at all. */
    static boolean speaksOf(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.startsWith("today is ") || TERM.matcher(words).matches();
    }

    Optional<Condition> parse(Line line) {
        Matcher term = TERM.matcher(line.text());
        if (term.matches()) {
            return term(line, term);
        }
        Matcher edge = EDGE.matcher(line.text());
        if (edge.matches()) {
            return Optional.of(edge(line, edge));
        }
        Matcher range = RANGE.matcher(line.text());
        if (range.matches()) {
            Optional<DayPoint> first = day(line, range.start(1), range.group(1));
            Optional<DayPoint> last = day(line, range.start(2), range.group(2));
            return first.isPresent() && last.isPresent()
                    ? Optional.of(new Condition.TodayWithin(first.get(), last.get(), line.text(), line.place()))
                    : Optional.empty();
        }
        Matcher today = TODAY.matcher(line.text());
        if (today.matches()) {
            Comparison comparison = DayParser.comparison(today.group(1));
            return day(line, today.start(2), today.group(2))
                    .map(day -> new Condition.Today(comparison, day, line.text(), line.place()));
        }
        problems.add(
                line.place(),
                "\"" + line.text() + "\" does not say which days are meant.",
                "Write for example \"today is on or after 1 February\" or \"today is in the last 3 weeks of the term\".");
        return Optional.empty();
    }

    private static Condition edge(Line line, Matcher edge) {
        int days = DayParser.days(edge.group(2), edge.group(3)) - 1;
        DayPoint start = new DayPoint.EdgeOfTerm(true, 0);
        DayPoint end = new DayPoint.EdgeOfTerm(false, 0);
        return edge.group(1).equalsIgnoreCase("first")
                ? new Condition.TodayWithin(start, new DayPoint.Shifted(start, days), line.text(), line.place())
                : new Condition.TodayWithin(new DayPoint.Shifted(end, -days), end, line.text(), line.place());
    }

    private Optional<DayPoint> day(Line line, int at, String words) {
        Optional<DayPoint> day = DayParser.read(words);
        if (day.isEmpty()) {
            problems.add(line.placeAt(at), "\"" + words + "\" is not a day.", DayParser.ADVICE);
        }
        return day;
    }

    private Optional<Condition> term(Line line, Matcher term) {
        Set<Season> seasons = EnumSet.noneOf(Season.class);
        for (String word : TestParser.alternatives(term.group(2))) {
            try {
                seasons.add(Season.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException notASeason) {
                noTerm(line, term, "\"" + word + "\" is not a term.");
                return Optional.empty();
            }
        }
        if (seasons.isEmpty()) {
            noTerm(line, term, "This names no term.");
            return Optional.empty();
        }
        Condition in = new Condition.InTerm(seasons, line.text(), line.place());
        return Optional.of(term.group(1) == null ? in : new Condition.Not(in, line.text(), line.place()));
    }

    private void noTerm(Line line, Matcher term, String message) {
        problems.add(line.placeAt(term.start(2)), message, "The terms are autumn, spring and summer.");
    }
}
