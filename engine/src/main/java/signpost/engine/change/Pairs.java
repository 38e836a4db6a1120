package signpost.engine.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What two versions have in common by name, and what only one has, each in the order written.
 *
 * @param both what stands in both, as before and as after
 * @param gone what only the earlier has
 * @param come what only the later has
 */
record Pairs<T>(List<Pair<T>> both, List<T> gone, List<T> come) {

    /** The same thing before and after. */
    record Pair<T>(T before, T after) {}

    /** Of several with one name, the first belongs to the first, the second to the second. */
    static <T> Pairs<T> by(Function<T, String> name, List<? extends T> before, List<? extends T> after) {
        Map<String, List<T>> earlier = new LinkedHashMap<>();
        before.forEach(one -> earlier.computeIfAbsent(name.apply(one), none -> new ArrayList<>())
                .add(one));
        List<Pair<T>> both = new ArrayList<>();
        List<T> come = new ArrayList<>();
        for (T one : after) {
            List<T> same = earlier.getOrDefault(name.apply(one), List.of());
            if (same.isEmpty()) {
                come.add(one);
            } else {
                both.add(new Pair<>(same.remove(0), one));
            }
        }
        return new Pairs<>(both, earlier.values().stream().flatMap(List::stream).toList(), come);
    }
}
