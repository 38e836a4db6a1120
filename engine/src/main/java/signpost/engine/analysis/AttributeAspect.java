package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Edges;
import signpost.engine.rulebook.Subject;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.ValueWords;

/** What is known of an attribute: not known, or a value, how long ago a date lies, and when it was last confirmed. */
final class AttributeAspect extends Aspect {

    /** More cells than these are not worked through: the tests then only answer yes, no or not known. */
    private static final int MOST_CELLS = 10_000;

    private static final StudentOnDate ANY_DAY = Nobody.on(LocalDate.of(2026, 10, 12));

    /**
     * @param plain what tests of the value see
     * @param fromToday what tests see that count from the day judged
     */
    private record Cell(Fact plain, Fact fromToday) {}

    private final Attribute attribute;
    private final List<Cell> cells = new ArrayList<>();
    private final boolean valued;
    private final boolean aged;

    AttributeAspect(Collection<Condition.OfAttribute> asked) {
        attribute = asked.iterator().next().attribute();
        List<Test> tests = asked.stream().map(Condition.OfAttribute::test).toList();
        List<Value> values = Edges.of(attribute, tests);
        List<Value> relative = fromToday(tests);
        List<LocalDate> ages = ages(tests);
        valued = !(attribute.kind() instanceof Kind.Text)
                && (!values.isEmpty() || !relative.isEmpty())
                && (long) Math.max(1, values.size()) * Math.max(1, relative.size()) < MOST_CELLS;
        aged = !valued || (long) Math.max(1, values.size()) * Math.max(1, relative.size()) * ages.size() < MOST_CELLS;
        cells.add(new Cell(Fact.UNKNOWN, Fact.UNKNOWN));
        for (Value value : valued && !values.isEmpty() ? values : List.<Value>of(new Value.Text(""))) {
            for (Value day : valued && !relative.isEmpty() ? relative : List.of(value)) {
                for (LocalDate age : aged ? ages : List.of(ANY_DAY.on())) {
                    cells.add(new Cell(known(value, age), known(day, age)));
                }
            }
        }
    }

    private static Fact known(Value value, LocalDate confirmedOn) {
        return new Fact.Known(value, Source.SCENARIO, confirmedOn);
    }

    private static List<Value> fromToday(List<Test> tests) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        tests.stream().filter(test -> counts(test, DayPoints::fromToday)).forEach(test -> fromToday(test, days));
        return days.stream().<Value>map(Value.Day::new).toList();
    }

    private static void fromToday(Test test, NavigableSet<LocalDate> days) {
        if (test instanceof Test.Falls falls) {
            LocalDate day = DayPoints.seenFrom(falls.day(), ANY_DAY.on());
            days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        } else if (test instanceof Test.Within within) {
            fromToday(within.lower(), days);
            fromToday(within.upper(), days);
        }
    }

    /** Whether a test compares a date with such days and no others. */
    private static boolean counts(Test test, Predicate<DayPoint> days) {
        return test instanceof Test.Within within
                ? counts(within.lower(), days) && counts(within.upper(), days)
                : test instanceof Test.Falls falls && days.test(falls.day());
    }

    /** A day in each term back that a test tells apart: this term, last term and so on. */
    private static List<LocalDate> ages(List<Test> tests) {
        NavigableSet<LocalDate> days = new TreeSet<>(List.of(ANY_DAY.on()));
        for (Test test : tests) {
            if (test instanceof Test.NotConfirmedSince since) {
                LocalDate starts = ANY_DAY.calendar()
                        .before(ANY_DAY.on(), since.termsBack())
                        .starts();
                days.addAll(List.of(starts.minusDays(1), starts));
            }
        }
        return List.copyOf(days);
    }

    boolean follows(Test test) {
        if (test instanceof Test.NotConfirmedSince) {
            return aged;
        }
        return test instanceof Test.IsKnown || (valued && ofValue(test));
    }

    private boolean ofValue(Test test) {
        if (attribute.kind() instanceof Kind.Day) {
            return counts(test, DayPoint.Dated.class::isInstance) || counts(test, DayPoints::fromToday);
        }
        return test instanceof Test.Compares
                || test instanceof Test.Within
                || test instanceof Test.OneOfNumbers
                || test instanceof Test.Stands
                || test instanceof Test.IsOneOf
                || test instanceof Test.Includes
                || test instanceof Test.HasNone
                || test instanceof Test.Says;
    }

    /** Whether a test is one of the value, so that only a student of whom it is not known is left out. */
    boolean asksForValue(Condition leaf) {
        return leaf instanceof Condition.OfAttribute of
                && of.test() instanceof Test.OfValue
                && follows(of.test())
                && !(attribute.kind() instanceof Kind.Day);
    }

    /** Whether the cells lie in the order of the values. */
    boolean hasOrder() {
        return valued && (attribute.kind() instanceof Kind.Amount || attribute.kind() instanceof Kind.Scale);
    }

    /** Whether a condition about this attribute alone holds of the students of a cell. */
    boolean holds(Condition condition, int cell) {
        Fact fact = cells.get(cell).plain();
        Profile profile = new Profile("", fact instanceof Fact.Known known ? Map.of(attribute.key(), known) : Map.of());
        StudentOnDate student = new StudentOnDate(profile, ANY_DAY.on(), ANY_DAY.calendar());
        return condition.ask(new Nobody(student, Subject.Points.NONE)) == Answer.TRUE;
    }

    Attribute attribute() {
        return attribute;
    }

    @Override
    int cells() {
        return cells.size();
    }

    @Override
    Answer ask(Condition leaf, int cell) {
        Test test = ((Condition.OfAttribute) leaf).test();
        Cell at = cells.get(cell);
        return test.ask(counts(test, DayPoints::fromToday) ? at.fromToday() : at.plain(), ANY_DAY);
    }

    @Override
    boolean real() {
        return true;
    }

    @Override
    String words(int cell) {
        return attribute.called() + " "
                + ValueWords.of(attribute, cells.get(cell).plain());
    }
}
