package signpost.api.sessions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import signpost.api.deliveries.Together;

/**
 * A session of an intervention for several students.
 *
 * @param id its id
 * @param intervention its code in the catalogue
 * @param on the day
 * @param at the time, if it is known
 * @param place where, or empty
 * @param runBy who runs it, or empty
 * @param places how many students it can take
 * @param version counts every change
 */
record GroupSession(
        UUID id,
        String intervention,
        LocalDate on,
        Optional<LocalTime> at,
        String place,
        String runBy,
        int places,
        int version) {

    /** Whether it is too long ago for students to be added. */
    boolean over(LocalDate today) {
        return on.isBefore(today.minusDays(Together.ENTERED_LATE));
    }
}
