package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Season;
import signpost.engine.profile.TermCalendar;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;
import signpost.engine.vocabulary.Dates;

/**
 * The day judged, with the term it lies in. Schools differ in when their terms begin, so a day may lie in any term that
 * covers it somewhere in England: autumn from August to January, spring from December to May, summer from March to August.
 */
final class TodayAspect extends Aspect {

    private record Cell(LocalDate day, Season season) {}

    private record Months(int first, int last) {
        boolean include(int month) {
            return first <= last ? month >= first && month <= last : month >= first || month <= last;
        }
    }

    private static final Map<Season, Months> TERMS =
            Map.of(Season.AUTUMN, new Months(8, 1), Season.SPRING, new Months(12, 5), Season.SUMMER, new Months(3, 8));
    /** More days than this are not followed. */
    private static final int MOST_CELLS = 20_000;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<List<Object>, BitSet> inForce = new HashMap<>();
    private final boolean tooMany;

    TodayAspect(Collection<Condition> leaves, Collection<Rule> rules) {
        NavigableSet<LocalDate> dated = new TreeSet<>();
        List<DayPoint> points = leaves.stream()
                .flatMap(TodayAspect::points)
                .filter(DayPoints::withoutTerms)
                .toList();
        points.stream()
                .filter(DayPoints::dated)
                .forEach(point -> dated.add(DayPoints.seenFrom(point, LocalDate.EPOCH)));
        for (Rule rule : rules) {
            rule.from().ifPresent(dated::add);
            rule.to().ifPresent(last -> dated.add(last.plusDays(1)));
        }
        NavigableSet<LocalDate> days = days(dated, points);
        tooMany = days.size() > MOST_CELLS;
        (tooMany ? new TreeSet<>(days.subSet(days.first(), true, days.first(), true)) : days).forEach(this::cells);
    }

    private void cells(LocalDate day) {
        TERMS.forEach((season, months) -> {
            if (months.include(day.getMonthValue())) {
                cells.add(new Cell(day, season));
            }
        });
    }

    /** Every day at which an answer may change and the day after it, in each year that may differ from others. */
    private static NavigableSet<LocalDate> days(NavigableSet<LocalDate> dated, List<DayPoint> points) {
        NavigableSet<Integer> years = new TreeSet<>();
        // Four years in a row, so that one of them has a 29 February.
        for (int year = 2025; year < 2029; year++) {
            years.add(year);
        }
        for (LocalDate day : dated) {
            int year = TermCalendar.academicYear(day);
            years.addAll(List.of(year - 1, year, year + 1));
        }
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (int year : years) {
            LocalDate begins = LocalDate.of(year, 9, 1);
            for (int month = 0; month < 12; month++) {
                days.add(begins.plusMonths(month));
                days.add(begins.plusMonths(month).plusDays(1));
            }
            for (DayPoint point : points) {
                LocalDate at = DayPoints.seenFrom(point, begins);
                days.addAll(List.of(at, at.plusDays(1)));
            }
        }
        dated.forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return days;
    }

    boolean follows(Condition leaf) {
        return !tooMany
                && (leaf instanceof Condition.InTerm
                        || (points(leaf).findAny().isPresent() && points(leaf).allMatch(DayPoints::withoutTerms)));
    }

    private static Stream<DayPoint> points(Condition leaf) {
        if (leaf instanceof Condition.TodayWithin within) {
            return Stream.of(within.first(), within.last());
        }
        return leaf instanceof Condition.Today today ? Stream.of(today.day()) : Stream.empty();
    }

    /** The days on which a rule is in force, or is not. */
    BitSet inForce(Rule rule, boolean within) {
        return inForce.computeIfAbsent(
                List.of(rule.from(), rule.to(), within),
                missing ->
                        where(cell -> tooMany || rule.inForceOn(cells.get(cell).day()) == within));
    }

    @Override
    int cells() {
        return cells.size();
    }

    @Override
    Answer ask(Condition leaf, int cell) {
        Cell at = cells.get(cell);
        if (leaf instanceof Condition.InTerm in) {
            return Answer.of(in.seasons().contains(at.season()));
        }
        return leaf.ask(new Nobody(Nobody.on(at.day()), Subject.Points.NONE));
    }

    @Override
    boolean real() {
        return true;
    }

    @Override
    String words(int cell) {
        return "today " + Dates.words(cells.get(cell).day());
    }
}
