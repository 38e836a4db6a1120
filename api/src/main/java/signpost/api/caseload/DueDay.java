package signpost.api.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import signpost.engine.vocabulary.Dates;

/**
 * A day to act by, as a page says it.
 *
 * @param words {@code Due 4 December 2026}
 * @param away {@code in 3 days}, {@code today}, {@code 2 days ago}
 * @param late whether it has passed
 */
record DueDay(String words, String away, boolean late) {

    static DueDay of(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        return new DueDay((days < 0 ? "Was due " : "Due ") + Dates.words(due), away(days), days < 0);
    }

    private static String away(long days) {
        if (days == 0) {
            return "today";
        }
        String much = Math.abs(days) == 1
                ? "1 day"
                : Math.abs(days) < 21 ? Math.abs(days) + " days" : Math.round(Math.abs(days) / 7.0) + " weeks";
        return days < 0 ? much + " ago" : "in " + much;
    }
}
