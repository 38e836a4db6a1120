package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery, with what it changed so far as anybody said.
 *
 * @param delivery the delivery's id
 * @param recommendation what was delivered
 * @param student whose
 * @param intervention its code in the catalogue
 * @param on the day it was delivered
 * @param outcome the id of the outcome recorded last, if there is one
 * @param effect what that said
 * @param note words kept with it, or empty
 * @param by who recorded it, or empty
 * @param reviewOn the day to look again, while nothing final is recorded
 */
public record Review(
        UUID delivery,
        UUID recommendation,
        UUID student,
        String intervention,
        LocalDate on,
        Optional<UUID> outcome,
        Optional<Effect> effect,
        String note,
        String by,
        LocalDate reviewOn) {

    /** Whether somebody is still to say what it changed. */
    public boolean open() {
        return effect.isEmpty() || effect.get() == Effect.TOO_EARLY;
    }
}
