package signpost.api.students;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What came of recording observations.
 *
 * @param changed students of whom a current fact is new or has another value
 * @param confirmed students of whom a current fact was said again on a later day
 * @param added how many observations are new, history included
 * @param confirmations how many current facts were confirmed
 */
public record Recorded(Set<UUID> changed, Set<UUID> confirmed, int added, int confirmations) {

    public Recorded {
        changed = Set.copyOf(changed);
        confirmed = Set.copyOf(confirmed);
    }

    /** All students whose profile reads otherwise than before, be it only by a date. */
    public Set<UUID> students() {
        Set<UUID> both = new HashSet<>(changed);
        both.addAll(confirmed);
        return both;
    }
}
