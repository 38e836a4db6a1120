package signpost.api.worth;

import java.util.Map;
import java.util.UUID;

/**
 * What came of one rule in one term. A suggestion that several rules asked for counts for each of them.
 *
 * @param fired students for whom all its conditions held, on some day of the term
 * @param suggested suggestions it asked for
 * @param overridden by the code of the reason
 * @param ignored shown to somebody, and expired without a decision
 * @param notShown expired before anybody had opened the reasons
 * @param open neither decided nor over
 * @param withdrawn taken back by the rules before anybody decided
 * @param delivered of those accepted
 * @param effects of those delivered, by what a person said it changed
 */
record RuleCounts(
        String rule,
        UUID term,
        int fired,
        int suggested,
        int accepted,
        Map<String, Integer> overridden,
        int deferred,
        int ignored,
        int notShown,
        int open,
        int withdrawn,
        int delivered,
        Map<String, Integer> effects) {

    RuleCounts {
        overridden = Map.copyOf(overridden);
        effects = Map.copyOf(effects);
    }

    /** Nothing came of it. */
    static RuleCounts none(String rule, UUID term) {
        return new RuleCounts(rule, term, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0, 0, Map.of());
    }

    int overriddenInAll() {
        return overridden.values().stream().mapToInt(Integer::intValue).sum();
    }

    int decided() {
        return accepted + overriddenInAll() + deferred;
    }
}
