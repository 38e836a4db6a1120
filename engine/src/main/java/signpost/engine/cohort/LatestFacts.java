package signpost.engine.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.engine.profile.Fact;

/**
 * The latest fact of each attribute, student by student. Compact, because a file about a region has millions: equal facts
 * are kept once, and a student's stand in an array.
 */
final class LatestFacts {

    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<Fact.Known, Fact.Known> shared = new HashMap<>();
    private final Map<Ids.Id, Fact.@Nullable Known[]> byStudent = new HashMap<>();

    /** Takes a fact unless a later one is known; of two on one day the second counts. */
    void learn(Ids.Id student, String key, Fact.Known fact) {
        int position = positions.computeIfAbsent(key, missing -> {
            keys.add(key);
            return keys.size() - 1;
        });
        Fact.@Nullable Known[] facts = byStudent.getOrDefault(student, new Fact.@Nullable Known[0]);
        if (position >= facts.length) {
            facts = Arrays.copyOf(facts, keys.size());
            byStudent.put(student, facts);
        }
        Fact.Known before = facts[position];
        Fact.Known latest = before == null ? fact : later(before, fact);
        facts[position] = shared.computeIfAbsent(latest, same -> same);
    }

    Set<Ids.Id> students() {
        return byStudent.keySet();
    }

    /** By key; empty for a student nothing is known of. */
    Map<String, Fact.Known> of(Ids.Id student) {
        Map<String, Fact.Known> known = new HashMap<>();
        Fact.@Nullable Known[] facts = byStudent.getOrDefault(student, new Fact.@Nullable Known[0]);
        for (int position = 0; position < facts.length; position++) {
            Fact.Known fact = facts[position];
            if (fact != null) {
                known.put(keys.get(position), fact);
            }
        }
        return known;
    }

    /** The later of two facts; of two on one day the second. */
    static Fact.Known later(Fact.Known first, Fact.Known second) {
        return first.confirmedOn().isAfter(second.confirmedOn()) ? first : second;
    }
}
