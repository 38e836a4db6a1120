package signpost.engine.profile;

import java.time.LocalDate;
import java.time.MonthDay;

/** A day named in a rule: a date, or one that depends on the day judged, its term or its academic year. */
public sealed interface DayPoint {

    /** The day meant when a student is judged on {@code on}. */
    LocalDate seenFrom(LocalDate on, TermCalendar calendar);

    record Dated(LocalDate day) implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            return day;
        }
    }

    record Today() implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            return on;
        }
    }

    /** {@code 1 February}: that day of the academic year. */
    record DayOfYear(MonthDay day) implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            return TermCalendar.inAcademicYear(day, on);
        }
    }

    /** The first or last day of a term: last ({@code -1}), this ({@code 0}) or next ({@code 1}). */
    record EdgeOfTerm(boolean start, int terms) implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            Term term = terms < 0 ? calendar.before(on, -terms) : calendar.after(on, terms);
            return start ? term.starts() : term.ends();
        }
    }

    /** The first or last day of a season's term in this academic year. */
    record EdgeOfSeason(boolean start, Season season) implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            Term term = calendar.of(TermCalendar.academicYear(on), season);
            return start ? term.starts() : term.ends();
        }
    }

    /** The first or last day of an academic year: last ({@code -1}), this ({@code 0}) or next ({@code 1}). */
    record EdgeOfYear(boolean start, int years) implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            int year = TermCalendar.academicYear(on) + years;
            return start
                    ? LocalDate.of(year, 9, 1)
                    : LocalDate.of(year + 1, 9, 1).minusDays(1);
        }
    }

    /** So many days after another point; before it when negative. */
    record Shifted(DayPoint point, int days) implements DayPoint {
        @Override
        public LocalDate seenFrom(LocalDate on, TermCalendar calendar) {
            return point.seenFrom(on, calendar).plusDays(days);
        }
    }
}
