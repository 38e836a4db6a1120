package signpost.api.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import signpost.engine.profile.Term;
import signpost.engine.profile.TermCalendar;

/** The school days on which something happened in the demonstration: of the term before, and of this one up to yesterday. */
record Weeks(Term last, Term now, LocalDate today) {

    static Weeks upTo(LocalDate today) {
        TermCalendar calendar = TermCalendar.english();
        return new Weeks(calendar.before(today, 1), calendar.on(today), today);
    }

    /** A day of the term before, by how much of it was over. */
    LocalDate last(double part) {
        return schoolDay(within(last.starts(), last.ends(), part), last.starts());
    }

    /** A day of this term, by how much was over of what has been of it. */
    LocalDate now(double part) {
        return schoolDay(within(now.starts(), today.minusDays(1), part), now.starts());
    }

    /** Days before today, as far as the term goes back. */
    LocalDate ago(int days) {
        LocalDate day = today.minusDays(days);
        return schoolDay(day.isBefore(now.starts()) ? now.starts() : day, now.starts());
    }

    /** A school day soon, at most a week after today. */
    LocalDate soon() {
        LocalDate day = today.plusDays(1);
        while (weekend(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Up to when something is put off that is to stay so for now. */
    LocalDate later() {
        LocalDate day = today.plusDays(12);
        return day.isAfter(now.ends()) ? now.ends() : day;
    }

    boolean newYear() {
        return last.academicYear() < now.academicYear();
    }

    private static LocalDate within(LocalDate first, LocalDate end, double part) {
        return first.plusDays(Math.max(0, Math.round(ChronoUnit.DAYS.between(first, end) * part)));
    }

    /** The Friday before a weekend, but no day of an earlier term. */
    private static LocalDate schoolDay(LocalDate day, LocalDate first) {
        LocalDate found = day;
        while (weekend(found) && found.isAfter(first)) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
