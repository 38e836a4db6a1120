package signpost.api.trials;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import signpost.engine.evaluation.Judgement;

/**
 * How many of each group both books flag, by the flags that the draft gives to somebody or takes away; by any flag where it
 * does neither. Exact, however small: {@link GroupRates} says what may be told.
 */
final class GroupCounts {

    private final List<Judged> judged = new ArrayList<>();
    private final NavigableSet<String> changing = new TreeSet<>();

    private record Judged(Map<Characteristic, String> of, Set<String> before, Set<String> after) {}

    /**
     * Numbers of students.
     *
     * @param before who has such a flag by the book in force
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
        Judged one = new Judged(of, flags(before), flags(after));
        judged.add(one);
        one.after().stream().filter(flag -> !one.before().contains(flag)).forEach(changing::add);
        one.before().stream().filter(flag -> !one.after().contains(flag)).forEach(changing::add);
    }

    /** The flags that somebody gains or loses. */
    NavigableSet<String> changing() {
        return Collections.unmodifiableNavigableSet(changing);
    }

    Count everybody() {
        return judged.stream().map(this::count).reduce(Count.NONE, Count::and);
    }

    /** By group; empty where nobody's is looked at. */
    SortedMap<String, Count> of(Characteristic characteristic) {
        SortedMap<String, Count> counts = new TreeMap<>();
        for (Judged one : judged) {
            String group = one.of().get(characteristic);
            if (group != null) {
                counts.merge(group, count(one), Count::and);
            }
        }
        return counts;
    }

    private Count count(Judged one) {
        return new Count(
                1,
                counts(one.before()) ? 1 : 0,
                counts(one.after()) ? 1 : 0,
                one.before().equals(one.after()) ? 0 : 1);
    }

    private boolean counts(Set<String> flags) {
        return changing.isEmpty() ? !flags.isEmpty() : flags.stream().anyMatch(changing::contains);
    }

    private static Set<String> flags(Judgement judgement) {
        Set<String> flags = new HashSet<>();
        judgement.flags().forEach(flag -> flags.add(flag.flag()));
        return Set.copyOf(flags);
    }
}
