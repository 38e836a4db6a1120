package signpost.api.deliveries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that became of an accepted recommendation, as kept.
 *
 * @param id its id
 * @param recommendation what it is about
 * @param what what happened
 * @param on the day it happened, or is to happen
 * @param effect what it changed, as last recorded
 * @param effectNote words kept with that, or empty
 * @param recordedBy who said so
 * @param note their words, or empty
 * @param recordedAt when it reached Signpost
 */
public record Delivery(
        UUID id,
        UUID recommendation,
        What what,
        LocalDate on,
        Optional<Effect> effect,
        String effectNote,
        String recordedBy,
        String note,
        Instant recordedAt) {}
