package signpost.api.trials;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import signpost.engine.evaluation.Judgement;

/** How many of each group both books flag. Exact, however small: {@link GroupRates} says what may be told. */
final class GroupCounts {

    private final Map<Characteristic, SortedMap<String, Count>> counts = new EnumMap<>(Characteristic.class);
    private Count everybody = Count.NONE;

    /**
     * Numbers of students.
     *
     * @param before who has a flag by the book in force
     * @param after who has one by the draft
     * @param moved whose flags differ
     */
    record Count(int students, int before, int after, int moved) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count and(Count other) {
            return new Count(
                    students + other.students, before + other.before, after + other.after, moved + other.moved);
        }
    }

    void add(Map<Characteristic, String> of, Judgement before, Judgement after) {
        Count one = new Count(
                1,
                before.flags().isEmpty() ? 0 : 1,
                after.flags().isEmpty() ? 0 : 1,
                flags(before).equals(flags(after)) ? 0 : 1);
        everybody = everybody.and(one);
        of.forEach((characteristic, group) ->
                counts.computeIfAbsent(characteristic, none -> new TreeMap<>()).merge(group, one, Count::and));
    }

    Count everybody() {
        return everybody;
    }

    /** By group; empty where nobody's is looked at. */
    SortedMap<String, Count> of(Characteristic characteristic) {
        return Collections.unmodifiableSortedMap(counts.getOrDefault(characteristic, Collections.emptySortedMap()));
    }

    private static Set<String> flags(Judgement judgement) {
        Set<String> flags = new HashSet<>();
        judgement.flags().forEach(flag -> flags.add(flag.flag()));
        return flags;
    }
}
