package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody says happened with one of many recommendations.
 *
 * @param recommendation what it is about
 * @param seen what was recorded last of it, as the person saw it
 * @param what what happened; absent to take back what was seen and record nothing else
 * @param on the day
 * @param inPlaceOfSeen whether it corrects what was seen, rather than following it
 */
public record Entry(
        UUID recommendation, Optional<UUID> seen, Optional<What> what, LocalDate on, boolean inPlaceOfSeen) {

    /** It comes after what was recorded before. */
    public static Entry next(UUID recommendation, Optional<UUID> seen, What what, LocalDate on) {
        return new Entry(recommendation, seen, Optional.of(what), on, false);
    }

    /** It is so, and what was recorded last was a mistake. */
    public static Entry instead(UUID recommendation, UUID seen, What what, LocalDate on) {
        return new Entry(recommendation, Optional.of(seen), Optional.of(what), on, true);
    }

    /** What was recorded last is taken back. */
    public static Entry undo(UUID recommendation, UUID seen) {
        return new Entry(recommendation, Optional.of(seen), Optional.empty(), LocalDate.EPOCH, true);
    }
}
