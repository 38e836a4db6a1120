package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody says one of many deliveries changed.
 *
 * @param delivery the delivery
 * @param seen the outcome recorded last, as the person saw it
 * @param effect what it changed
 * @param note their words, or empty
 * @param again the day to look again, when it is too early to say
 */
public record Mark(UUID delivery, Optional<UUID> seen, Effect effect, String note, Optional<LocalDate> again) {}
