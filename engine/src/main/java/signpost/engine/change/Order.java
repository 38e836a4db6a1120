package signpost.engine.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
        List<String> order = new ArrayList<>(first);
        order.retainAll(left);
        Set<String> there = new LinkedHashSet<>(order);
        for (int at = 0; at < second.size(); at++) {
            String key = second.get(at);
            if (left.contains(key) && there.add(key)) {
                order.add(behind(second.subList(0, at), order), key);
            }
        }
        return order;
    }

    private static int behind(List<String> before, List<String> order) {
        for (int at = before.size() - 1; at >= 0; at--) {
            int found = order.indexOf(before.get(at));
            if (found >= 0) {
                return found + 1;
            }
        }
        // Notes at the head, and what stands above a table, stay there.
        return !order.isEmpty() && order.get(0).equals("head") ? 1 : 0;
    }

    private static boolean moved(List<String> base, List<String> side) {
        return !shared(base, side).equals(shared(side, base));
    }

    private static List<String> shared(List<String> of, List<String> with) {
        Set<String> others = Set.copyOf(with);
        return of.stream().filter(others::contains).toList();
    }
}
