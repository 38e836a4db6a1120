package signpost.api.trials;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import signpost.engine.backtest.Minimum;

/**
 * How many in a hundred of each group are flagged by either book, as far as that may be told. INVARIANT: neither what is
 * told, nor what of a characteristic is left when what is told is taken from the whole, is of 1 to 9 students; and neither
 * is the difference between the two books.
 *
 * @param mainly the group on which the change mainly falls, if there is one
 */
record GroupRates(Characteristic characteristic, List<Row> rows, Optional<String> mainly) {

    private static final Minimum LEAST = Minimum.USUAL;

    /** A group; what may not be told is empty. */
    record Row(String group, Optional<Integer> students, Optional<Rate> before, Optional<Rate> after) {

        /** {@code 12 points more}, or that too few change to tell. */
        public String change() {
            if (before.isEmpty() || after.isEmpty()) {
                return before.isEmpty() ? "not told" : "fewer than 10 students, or not told";
            }
            long points = Math.round(100 * after.get().value())
                    - Math.round(100 * before.get().value());
            if (after.get().part() == before.get().part()) {
                return "none";
            }
            return (points == 0
                            ? "less than 1 point"
                            : Math.abs(points) + (Math.abs(points) == 1 ? " point" : " points"))
                    + (after.get().part() > before.get().part() ? " more" : " fewer");
        }
    }

    /** So many of so many. */
    record Rate(int part, int whole) {
        double value() {
            return whole == 0 ? 0 : (double) part / whole;
        }

        public String words() {
            return whole == 0 ? "nobody" : Math.round(100 * value()) + "% (" + part + ")";
        }

        /** Its length as a bar of 200. */
        public long length() {
            return Math.round(200 * value());
        }
    }

    /** Of every characteristic that the school holds of anybody. */
    static List<GroupRates> of(GroupCounts counts) {
        List<GroupRates> all = new ArrayList<>();
        for (Characteristic characteristic : Characteristic.values()) {
            SortedMap<String, GroupCounts.Count> groups = counts.of(characteristic);
            boolean held = groups.keySet().stream().anyMatch(group -> !group.equals(Characteristic.NOT_KNOWN));
            if (held) {
                all.add(of(characteristic, groups));
            }
        }
        return all;
    }

    /** The row of everybody. */
    static Row everybody(GroupCounts counts) {
        return row("All students", counts.everybody(), !before(counts.everybody()), !after(counts.everybody()));
    }

    static GroupRates of(Characteristic characteristic, SortedMap<String, GroupCounts.Count> groups) {
        NavigableSet<String> hidden = hidden(groups, new TreeSet<>(), GroupRates::before);
        NavigableSet<String> hiddenAfter = hidden(groups, hidden, GroupRates::after);
        List<Row> rows = new ArrayList<>();
        groups.forEach(
                (group, count) -> rows.add(row(group, count, hidden.contains(group), hiddenAfter.contains(group))));
        return new GroupRates(characteristic, rows, FallsOn.mainly(groups));
    }

    /**
     * Which groups to hide: those that are too small, and then the smallest of the others until what is left when the told
     * are taken from the whole is of several groups and large enough. Where the whole itself is not told, nobody is.
     */
    private static NavigableSet<String> hidden(
            SortedMap<String, GroupCounts.Count> groups,
            NavigableSet<String> already,
            Predicate<GroupCounts.Count> tells) {
        NavigableSet<String> hidden = new TreeSet<>(already);
        groups.forEach((group, count) -> {
            if (!tells.test(count)) {
                hidden.add(group);
            }
        });
        if (!tells.test(sum(groups, groups.keySet()))) {
            hidden.addAll(groups.keySet());
        }
        while (!hidden.isEmpty()
                && hidden.size() < groups.size()
                && (hidden.size() == 1 || !tells.test(sum(groups, hidden)))) {
            groups.keySet().stream()
                    .filter(group -> !hidden.contains(group))
                    .min(Comparator.comparingInt(
                            group -> sum(groups, List.of(group)).students()))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    private static GroupCounts.Count sum(SortedMap<String, GroupCounts.Count> groups, Iterable<String> wanted) {
        GroupCounts.Count sum = GroupCounts.Count.NONE;
        for (String group : wanted) {
            sum = sum.and(groups.getOrDefault(group, GroupCounts.Count.NONE));
        }
        return sum;
    }

    private static boolean before(GroupCounts.Count count) {
        return LEAST.tells(count.students())
                && LEAST.tells(count.before())
                && LEAST.tells(count.students() - count.before());
    }

    private static boolean after(GroupCounts.Count count) {
        return before(count)
                && LEAST.tells(count.after())
                && LEAST.tells(count.students() - count.after())
                && LEAST.tells(Math.abs(count.after() - count.before()));
    }

    private static Row row(String group, GroupCounts.Count count, boolean hidden, boolean hiddenAfter) {
        return new Row(
                group,
                hidden ? Optional.empty() : Optional.of(count.students()),
                hidden ? Optional.empty() : Optional.of(new Rate(count.before(), count.students())),
                hiddenAfter ? Optional.empty() : Optional.of(new Rate(count.after(), count.students())));
    }
}
