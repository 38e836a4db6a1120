package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/** Something that is to be so of the student looked for. */
sealed interface Goal {

    record Holds(Condition condition, Want want) implements Goal {}

    /** The day judged lies within a rule's time in force, or outside it. */
    record InForce(Rule rule, boolean within) implements Goal {}

    /**
     * At least {@code need} of these hold, each of them all its goals.
     *
     * @param from those before it have been tried
     */
    record SomeOf(List<List<Goal>> parts, int from, int need) implements Goal {
        SomeOf next(int needed) {
            return new SomeOf(parts, from + 1, needed);
        }

        int left() {
            return parts.size() - from;
        }
    }

    static List<Goal> all(List<Condition> conditions, Want want) {
        List<Goal> goals = new ArrayList<>();
        conditions.forEach(condition -> goals.add(new Holds(condition, want)));
        return goals;
    }

    /** A rule in force, each of its conditions answering {@code want}. */
    static List<Goal> rule(Rule rule, Want want) {
        List<Goal> goals = all(rule.conditions(), want);
        goals.add(0, new InForce(rule, true));
        return goals;
    }

    /** A rule out of force, or one of its conditions answering {@code want}. */
    static Goal brokenRule(Rule rule, Want want) {
        List<List<Goal>> ways = new ArrayList<>();
        ways.add(List.of(new InForce(rule, false)));
        rule.conditions().forEach(condition -> ways.add(List.of(new Holds(condition, want))));
        return new SomeOf(ways, 0, 1);
    }

    /** What a group has to answer, said of its parts. */
    static SomeOf ofGroup(Condition.AtLeast group, Want want) {
        int size = group.parts().size();
        return new SomeOf(
                group.parts().stream()
                        .map(part -> List.<Goal>of(new Holds(part, want)))
                        .toList(),
                0,
                want.counts() ? group.least() : size - group.least() + 1);
    }
}
