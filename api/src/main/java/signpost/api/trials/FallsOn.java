package signpost.api.trials;

import java.util.Map;
import java.util.Optional;
import signpost.engine.backtest.Minimum;

/**
 * When a change is said to fall mainly on one group: the one place that says so. At least {@value #HALF} in 100 of the
 * students whose flags change are of the group, that share is at least {@value #TIMES} hundredths of the group's share of
 * the cohort, and both numbers are large enough to tell.
 */
final class FallsOn {

    static final int HALF = 50;
    static final int TIMES = 150;

    /** The same for whoever reads the page. */
    static final String RULE =
            "A change falls mainly on one group when at least half of the students whose flags change are of that group,"
                    + " and the group's part of them is at least one and a half times its part of all students. Nothing is"
                    + " said of fewer than 10 students.";

    private FallsOn() {}

    /** The group on which a change mainly falls. Nobody knows that of students whose group is not known. */
    static Optional<String> mainly(Map<String, GroupCounts.Count> groups) {
        GroupCounts.Count all = groups.values().stream().reduce(GroupCounts.Count.NONE, GroupCounts.Count::and);
        return groups.entrySet().stream()
                .filter(group -> !group.getKey().equals(Characteristic.NOT_KNOWN))
                .filter(group -> mainly(group.getValue(), all))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean mainly(GroupCounts.Count group, GroupCounts.Count all) {
        long share = 100L * group.moved() * all.students();
        return group.moved() >= Minimum.USUAL.least()
                && 100L * group.moved() >= (long) HALF * all.moved()
                && share >= (long) TIMES * group.students() * all.moved();
    }
}
