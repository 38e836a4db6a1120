package signpost.engine.backtest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What may be told of a tally.
 *
 * @param counts those that may; the others are hidden, and nothing is said of why
 */
public record Told(Map<Count, Integer> counts) {

    public Told {
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** One count; nothing when it is hidden. */
    public OptionalInt count(Count count) {
        Integer told = counts.get(count);
        return told == null ? OptionalInt.empty() : OptionalInt.of(told);
    }

    /** Of the flagged whose outcome is known, who left or was never placed; nothing when that is hidden. */
    public Optional<Share> right() {
        return share(Count.FLAGGED_BAD, Count.FLAGGED_OUTCOME_KNOWN);
    }

    /** Of all who left or were never placed, who was flagged; nothing when that is hidden. */
    public Optional<Share> found() {
        return share(Count.FLAGGED_BAD, Count.BAD);
    }

    /** Of all whose outcome is known, who left or was never placed; nothing when that is hidden. */
    public Optional<Share> bad() {
        return share(Count.BAD, Count.OUTCOME_KNOWN);
    }

    private Optional<Share> share(Count part, Count whole) {
        Integer some = counts.get(part);
        Integer all = counts.get(whole);
        return some == null || all == null ? Optional.empty() : Optional.of(new Share(some, all));
    }
}
