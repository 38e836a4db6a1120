package signpost.engine.profile;

import java.time.LocalDate;

/**
 * A term. Terms tile the year: each begins the day after the one before ends, and summer runs to 31 August.
 *
 * @param academicYear the calendar year in which the academic year began: 2026 for 2026/27
 * @param starts first day
 * @param ends last day, included
 */
public record Term(int academicYear, Season season, LocalDate starts, LocalDate ends) {

    public Term {
        if (ends.isBefore(starts)) {
            throw new IllegalArgumentException("a term ends after it starts");
        }
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(starts) && !day.isAfter(ends);
    }

    /** {@code autumn term 2026/27}. */
    public String words() {
        return season.words() + " term " + academicYear + "/"
                + Integer.toString(academicYear + 1).substring(2);
    }
}
