package signpost.engine.change;

import java.util.List;
import java.util.Set;

/** In which order the units stand that both sides left. */
final class Order {

    private Order() {}

    /**
     * Mine, unless only the other side moved units about; what only the other side has stands behind what it stands behind
     * there.
     *
     * @param left the units to be put in order
     */
    static List<String> of(List<String> base, List<String> mine, List<String> theirs, Set<String> left) {
        boolean theirsLead = !moved(base, mine) && moved(base, theirs);
        List<String> first = theirsLead ? theirs : mine;
        List<String> second = theirsLead ? mine : theirs;
        Chain order = new Chain();
        first.stream().filter(left::contains).forEach(order::add);
        String behind = "";
        for (String key : second) {
            if (left.contains(key)) {
                order.add(behind, key);
                behind = key;
            }
        }
        return order.all();
    }

    private static boolean moved(List<String> base, List<String> side) {
        return !shared(base, side).equals(shared(side, base));
    }

    private static List<String> shared(List<String> of, List<String> with) {
        Set<String> others = Set.copyOf(with);
        return of.stream().filter(others::contains).toList();
    }
}
