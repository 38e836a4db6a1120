package signpost.api.capacity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;

/**
 * What a school can give in a term, as set.
 *
 * @param limits by the code of the intervention; one that is missing has no limit
 * @param advisers each adviser whose hours were set
 */
record Capacity(Map<String, Limit> limits, Map<UUID, Adviser> advisers) {

    /** Somebody's hours of a term. */
    record Adviser(String name, BigDecimal hours) {}

    private static final String ADVISER_HOUR = "adviser hour";

    Capacity {
        limits = Map.copyOf(limits);
        advisers = Map.copyOf(advisers);
    }

    Limit of(String intervention) {
        return limits.getOrDefault(intervention, Limit.NONE);
    }

    Optional<BigDecimal> hoursOf(UUID adviser) {
        return Optional.ofNullable(advisers.get(adviser)).map(Adviser::hours);
    }

    /** The interventions of which there may not be enough. */
    Set<String> scarce(Catalogue catalogue) {
        Set<String> scarce = new TreeSet<>();
        limits.forEach((code, limit) -> {
            if (!limit.none()) {
                scarce.add(code);
            }
        });
        if (!advisers.isEmpty()) {
            catalogue.interventions().stream()
                    .filter(Capacity::takesAdviserHours)
                    .map(Intervention::code)
                    .forEach(scarce::add);
        }
        return scarce;
    }

    static boolean takesAdviserHours(Intervention intervention) {
        return intervention.unit().equalsIgnoreCase(ADVISER_HOUR);
    }
}
