package signpost.api.capacity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is left of each adviser's hours. Help for a student takes the hours of the adviser whose caseload they are; a student
 * who is on nobody's takes those of whoever has most left.
 */
final class AdviserHours {

    private final Map<UUID, Tally> tallies = new LinkedHashMap<>();

    /**
     * An adviser's hours of a term.
     *
     * @param taken by what was accepted, done or still to do
     * @param offered to suggestions that nobody has decided
     */
    record Tally(String name, BigDecimal hours, BigDecimal taken, BigDecimal offered) {

        BigDecimal left() {
            return hours.subtract(taken).subtract(offered);
        }
    }

    AdviserHours(Map<UUID, Capacity.Adviser> advisers) {
        advisers.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getValue().name()))
                .forEach(one -> tallies.put(
                        one.getKey(),
                        new Tally(one.getValue().name(), one.getValue().hours(), BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    /** Whose hours help for a student of this adviser takes; empty where no hours were set for them. */
    Optional<UUID> whose(Optional<UUID> adviser) {
        return adviser.isPresent() ? adviser.filter(tallies::containsKey) : mostLeft();
    }

    Tally of(UUID adviser) {
        Tally tally = tallies.get(adviser);
        if (tally == null) {
            throw new IllegalArgumentException("No hours are set for that adviser.");
        }
        return tally;
    }

    /** What was accepted takes its hours, whether there are enough or not. */
    void take(Optional<UUID> adviser, BigDecimal hours) {
        whose(adviser)
                .ifPresent(one -> tallies.computeIfPresent(
                        one,
                        (id, now) ->
                                new Tally(now.name(), now.hours(), now.taken().add(hours), now.offered())));
    }

    void offer(UUID adviser, BigDecimal hours) {
        tallies.computeIfPresent(
                adviser,
                (id, now) -> new Tally(
                        now.name(), now.hours(), now.taken(), now.offered().add(hours)));
    }

    /** By adviser, in order of names. */
    Map<UUID, Tally> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tallies));
    }

    private Optional<UUID> mostLeft() {
        return tallies.entrySet().stream()
                .max(Comparator.comparing(one -> one.getValue().left()))
                .map(Map.Entry::getKey);
    }
}
