package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/**
 * Whether some conditions are a stricter form of others. What it says holds of every student; where it cannot show it, it
 * says no.
 */
public final class Implication {

    private Implication() {}

    /**
     * Whether every student of whom all of {@code stronger} hold is one of whom all of {@code weaker} hold, and every
     * student of whom none of {@code stronger} fails is one of whom none of {@code weaker} fails. So a rule with the weaker
     * conditions catches, or cannot tell of, everyone whom one with the stronger catches or cannot tell of. Flags and
     * scores may be anything. False also means: it cannot be shown.
     */
    public static boolean holds(List<Condition> stronger, List<Condition> weaker) {
        List<Condition> all = new ArrayList<>(stronger);
        all.addAll(weaker);
        return holds(Aspects.ofConditions(all), stronger, weaker);
    }

    static boolean holds(Aspects aspects, List<Condition> stronger, List<Condition> weaker) {
        return follows(aspects, Goal.all(stronger, Want.TRUE), weaker, Want.NOT_TRUE)
                && follows(aspects, Goal.all(stronger, Want.NOT_FALSE), weaker, Want.FALSE);
    }

    /** As for conditions, and one rule is in force whenever the other is. */
    static boolean holds(Aspects aspects, Rule stronger, Rule weaker) {
        return Search.none(aspects, List.of(new Goal.InForce(stronger, true), new Goal.InForce(weaker, false)))
                && follows(aspects, Goal.rule(stronger, Want.TRUE), weaker.conditions(), Want.NOT_TRUE)
                && follows(aspects, Goal.rule(stronger, Want.NOT_FALSE), weaker.conditions(), Want.FALSE);
    }

    private static boolean follows(Aspects aspects, List<Goal> given, List<Condition> weaker, Want broken) {
        for (Condition condition : weaker) {
            List<Goal> goals = new ArrayList<>(given);
            goals.add(new Goal.Holds(condition, broken));
            if (!Search.none(aspects, goals)) {
                return false;
            }
        }
        return true;
    }
}
