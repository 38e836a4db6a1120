package signpost.engine.profile;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a school. Years it has no terms for follow the usual English calendar: autumn to 31 December, spring to
 * 10 April, summer to 31 August.
 */
public final class TermCalendar {

    private static final MonthDay YEAR_BEGINS = MonthDay.of(9, 1);
    private static final MonthDay SPRING_BEGINS = MonthDay.of(1, 1);
    private static final MonthDay SUMMER_BEGINS = MonthDay.of(4, 11);

    /** The answer to the last question of its kind; everyone is judged on the same day. */
    private record Remembered(LocalDate day, Term term) {}

    private static final int REMEMBERED = 4;

    private final List<Term> terms;
    /** By terms back. Threads may race to fill it: what they store is immutable and right whoever wins. */
    private final @Nullable Remembered[] remembered = new @Nullable Remembered[REMEMBERED];

    public TermCalendar(List<Term> terms) {
        this.terms = terms.stream().sorted(Comparator.comparing(Term::starts)).toList();
    }

    /** The usual English calendar, for every year. */
    public static TermCalendar english() {
        return new TermCalendar(List.of());
    }

    public Term on(LocalDate day) {
        return before(day, 0);
    }

    private Term find(LocalDate day) {
        return terms.stream().filter(term -> term.includes(day)).findFirst().orElseGet(() -> usual(day));
    }

    /** The term {@code back} terms before the one that includes {@code day}; 0 is that term itself. */
    public Term before(LocalDate day, int back) {
        Remembered last = back < REMEMBERED ? remembered[back] : null;
        if (last != null && last.day().equals(day)) {
            return last.term();
        }
        Term term = find(day);
        for (int step = 0; step < back; step++) {
            term = find(term.starts().minusDays(1));
        }
        if (back < REMEMBERED) {
            remembered[back] = new Remembered(day, term);
        }
        return term;
    }

    /** The term {@code on} terms after the one that includes {@code day}; 0 is that term itself. */
    public Term after(LocalDate day, int on) {
        Term term = on(day);
        for (int step = 0; step < on; step++) {
            term = on(term.ends().plusDays(1));
        }
        return term;
    }

    /** The term of a season in the academic year that began in {@code year}. */
    public Term of(int year, Season season) {
        return terms.stream()
                .filter(term -> term.academicYear() == year && term.season() == season)
                .findFirst()
                .orElseGet(() -> usualTerms(year).stream()
                        .filter(term -> term.season() == season)
                        .findFirst()
                        .orElseThrow());
    }

    /** The calendar year in which the academic year of {@code day} began. */
    public static int academicYear(LocalDate day) {
        return MonthDay.from(day).isBefore(YEAR_BEGINS) ? day.getYear() - 1 : day.getYear();
    }

    /** The day of the academic year of {@code on} that falls on {@code day}. */
    public static LocalDate inAcademicYear(MonthDay day, LocalDate on) {
        int began = academicYear(on);
        return day.atYear(day.isBefore(YEAR_BEGINS) ? began + 1 : began);
    }

    /** The three terms of the usual English calendar for the academic year that began in {@code year}. */
    public static List<Term> usualTerms(int year) {
        LocalDate autumn = YEAR_BEGINS.atYear(year);
        LocalDate spring = SPRING_BEGINS.atYear(year + 1);
        LocalDate summer = SUMMER_BEGINS.atYear(year + 1);
        return List.of(
                new Term(year, Season.AUTUMN, autumn, spring.minusDays(1)),
                new Term(year, Season.SPRING, spring, summer.minusDays(1)),
                new Term(
                        year,
                        Season.SUMMER,
                        summer,
                        YEAR_BEGINS.atYear(year + 1).minusDays(1)));
    }

    private static Term usual(LocalDate day) {
        return usualTerms(academicYear(day)).stream()
                .filter(term -> term.includes(day))
                .findFirst()
                .orElseThrow();
    }
}
