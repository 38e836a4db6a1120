package signpost.engine.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Season;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Comparison;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.ConditionParser;
import signpost.engine.rulebook.Slips;
import signpost.engine.rulebook.Test;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;
import signpost.engine.vocabulary.ValueWords;

/** Reads the lines under {@code Given}: the wordings of conditions, each giving exactly one value. */
final class GivenReader {

    private static final Pattern CONFIRMED =
            Pattern.compile("(.+), confirmed (\\d{1,2}) (term|week)s? ago", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_TERM = Pattern.compile("(.+) was (.+) last term", Pattern.CASE_INSENSITIVE);
    private static final TermCalendar CALENDAR = TermCalendar.english();
    private static final Map<Season, LocalDate> DAYS = Map.of(
            Season.AUTUMN, LocalDate.of(2026, 10, 15),
            Season.SPRING, LocalDate.of(2027, 2, 1),
            Season.SUMMER, LocalDate.of(2027, 6, 1));

    /** A value given, to be dated once the scenario's day is known. */
    private record Given(Value value, int back, boolean terms) {}

    /** What a line says, without how long ago somebody confirmed it. */
    private record Dated(Line bare, int back, boolean terms) {}

    private final ConditionParser conditions;
    private final Problems problems;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final GivenHistory history = new GivenHistory();
    private Season season = Season.AUTUMN;

    GivenReader(ConditionParser conditions, Problems problems) {
        this.conditions = conditions;
        this.problems = problems;
    }

    /** Takes in the lines under {@code Given}. */
    void lines(List<Line> lines) {
        for (Line line : lines) {
            one(line.text().toLowerCase(Locale.ROOT).startsWith("and ") ? line.from(4) : line);
        }
    }

    /** The term the day lies in. */
    void in(Season term) {
        season = term;
    }

    /** Takes in the cell of a table, in the column of this attribute. */
    void cell(Attribute attribute, Line cell) {
        Dated dated = dated(cell);
        if (dated.bare().text().equalsIgnoreCase(ValueWords.NOT_KNOWN)) {
            return;
        }
        Reading reading = ValueReader.read(attribute, dated.bare().text());
        if (reading instanceof Reading.Read read) {
            given.put(attribute.key(), new Given(read.value(), dated.back(), dated.terms()));
        } else {
            problems.add(
                    cell.place(),
                    "\"" + cell.text() + "\" "
                            + (reading instanceof Reading.Refused refused ? refused.message() : "is empty")
                            + ", so \"" + attribute.called() + "\" can never be that.",
                    Nearest.to(dated.bare().text(), attribute.kind().labels().keySet())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write a value as an export would, or leave the cell empty for \"not known\"."));
        }
    }

    /** The student of whom all this is known, on the scenario's day or else in its term. */
    StudentOnDate student(String name, Optional<LocalDate> on) {
        LocalDate day = on.orElseGet(() -> DAYS.getOrDefault(season, LocalDate.of(2026, 10, 15)));
        Map<String, Fact.Known> facts = new LinkedHashMap<>();
        given.forEach(
                (key, fact) -> facts.put(key, new Fact.Known(fact.value(), Source.SCENARIO, confirmed(fact, day))));
        return new StudentOnDate(new Profile(name, facts), day, CALENDAR, history.on(day, CALENDAR));
    }

    private static LocalDate confirmed(Given fact, LocalDate day) {
        if (fact.back() == 0) {
            return day;
        }
        return fact.terms() ? CALENDAR.before(day, fact.back()).ends() : day.minusWeeks(fact.back());
    }

    private void one(Line line) {
        if (ofLastTerm(line)) {
            return;
        }
        Dated dated = dated(line);
        int before = problems.size();
        conditions
                .parse(dated.bare())
                .ifPresentOrElse(
                        condition -> give(line, condition, dated.back(), dated.terms()),
                        () -> Slips.explain(dated.bare(), before, problems));
    }

    private static Dated dated(Line line) {
        Matcher confirmed = CONFIRMED.matcher(line.text());
        return confirmed.matches()
                ? new Dated(
                        new Line(line.file(), line.number(), line.indent(), confirmed.group(1)),
                        Integer.parseInt(confirmed.group(2)),
                        confirmed.group(3).equalsIgnoreCase("term"))
                : new Dated(line, 0, false);
    }

    /** {@code attendance was 95% last term} gives the value it had when last term ended. */
    private boolean ofLastTerm(Line line) {
        Matcher last = LAST_TERM.matcher(line.text());
        if (!last.matches() || conditions.speaksOfHistory(line.text())) {
            return false;
        }
        Line now = new Line(line.file(), line.number(), line.indent(), last.group(1) + " is " + last.group(2));
        Optional<Condition> condition = conditions.parse(now);
        if (condition.isPresent()) {
            if (condition.get() instanceof Condition.OfAttribute of
                    && value(of.test()).isPresent()) {
                history.lastTerm(of.attribute().key(), value(of.test()).get());
            } else {
                noValue(line);
            }
        }
        return true;
    }

    private void noValue(Line line) {
        problems.add(
                line.place(),
                "\"" + line.text() + "\" does not give one value.",
                "A scenario states facts, such as \"attendance is 90%\"; leave out what is not known.");
    }

    private void give(Line line, Condition condition, int back, boolean terms) {
        if (condition instanceof Condition.InTerm in && in.seasons().size() == 1) {
            season = in.seasons().iterator().next();
        } else if (condition instanceof Condition.OfAttribute of
                && value(of.test()).isPresent()) {
            given.put(of.attribute().key(), new Given(value(of.test()).get(), back, terms));
        } else if (condition instanceof Condition.Not not
                && not.part() instanceof Condition.OfAttribute of
                && of.test() instanceof Test.IsKnown) {
            given.remove(of.attribute().key());
        } else if (!history.take(condition, true)) {
            noValue(line);
        }
    }

    private static Optional<Value> value(Test test) {
        if (test instanceof Test.OneOfNumbers numbers && numbers.numbers().size() == 1) {
            return Optional.of(new Value.Amount(numbers.numbers().get(0)));
        }
        if (test instanceof Test.IsOneOf codes && codes.codes().size() == 1) {
            return Optional.of(new Value.Code(codes.codes().iterator().next()));
        }
        if (test instanceof Test.Includes codes) {
            return Optional.of(Value.Codes.of(codes.codes()));
        }
        if (test instanceof Test.HasNone) {
            return Optional.of(Value.Codes.of(List.of()));
        }
        if (test instanceof Test.Says says) {
            return Optional.of(new Value.YesNo(says.yes()));
        }
        return test instanceof Test.Falls falls
                        && falls.comparison() == Comparison.EQUAL
                        && falls.day() instanceof DayPoint.Dated dated
                ? Optional.of(new Value.Day(dated.day()))
                : Optional.empty();
    }
}
