package signpost.api.missed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Accepted help that a student did not attend, twice or more.
 *
 * @param recommendation what was accepted
 * @param student whose
 * @param intervention its code in the catalogue
 * @param times how often the student did not attend
 * @param lastOn the day of the last time
 * @param referredTo how somebody decided to go on since, such as by referring it, if they did
 * @param by who did, or empty
 * @param note their words, or empty
 */
public record Missed(
        UUID recommendation,
        UUID student,
        String intervention,
        int times,
        LocalDate lastOn,
        Optional<Way> referredTo,
        String by,
        String note) {

    /** Such as {@code Did not attend twice}. */
    public String words() {
        return words(times);
    }

    /** The same of help that was not attended so often. */
    public static String words(int times) {
        return "Did not attend " + (times == 2 ? "twice" : times + " times");
    }
}
