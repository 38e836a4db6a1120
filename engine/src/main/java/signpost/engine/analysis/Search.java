package signpost.engine.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/**
 * Looks for a student of whom all goals hold. It never says there is none when there is one: what it cannot follow it
 * takes as possible, and after {@link #MOST_STEPS} it gives up.
 */
final class Search {

    private static final int MOST_STEPS = 5_000;
    /** Goals followed one inside another: each stands on the stack. */
    private static final int DEEPEST = 1_000;

    /** Goals still to meet; those that branch wait behind those that do not. */
    private record Agenda(@Nullable Links plain, @Nullable Links branching) {
        Agenda with(Goal goal) {
            return goal instanceof Goal.SomeOf some && some.left() > some.need()
                    ? new Agenda(plain, new Links(goal, branching))
                    : new Agenda(new Links(goal, plain), branching);
        }

        Agenda with(List<Goal> goals) {
            Agenda all = this;
            for (Goal goal : goals) {
                all = all.with(goal);
            }
            return all;
        }
    }

    private record Links(Goal first, @Nullable Links rest) {}

    private record Undo(Aspect aspect, @Nullable BitSet before) {}

    private final Aspects aspects;
    private final Map<Aspect, BitSet> narrowed = new HashMap<>();
    private final Deque<Undo> undo = new ArrayDeque<>();
    private int steps;
    private int depth;
    private boolean guessed;

    private Search(Aspects aspects) {
        this.aspects = aspects;
    }

    /** What came of a search; {@code NONE} is a proof. */
    sealed interface Outcome {
        record None() implements Outcome {}

        /** Nothing speaks against such a student; {@code certain} when one exists, whose cells these are. */
        record Perhaps(boolean certain, Map<Aspect, BitSet> cells) implements Outcome {}
    }

    static Outcome find(Aspects aspects, List<Goal> goals) {
        Search search = new Search(aspects);
        if (!search.fits(new Agenda(null, null).with(goals))) {
            return new Outcome.None();
        }
        boolean certain = !search.guessed && search.narrowed.keySet().stream().allMatch(Aspect::real);
        return new Outcome.Perhaps(certain, search.narrowed);
    }

    /** Whether it is proven that there is no such student. */
    static boolean none(Aspects aspects, List<Goal> goals) {
        return find(aspects, goals) instanceof Outcome.None;
    }

    private boolean fits(Agenda agenda) {
        if (++steps > MOST_STEPS || depth > DEEPEST || !aspects.step()) {
            guessed = true;
            return true;
        }
        depth++;
        boolean fits = meetNext(agenda);
        depth--;
        return fits;
    }

    private boolean meetNext(Agenda agenda) {
        Links plain = agenda.plain();
        if (plain != null) {
            return meet(plain.first(), new Agenda(plain.rest(), agenda.branching()));
        }
        Links branching = agenda.branching();
        return branching == null || meet(branching.first(), new Agenda(null, branching.rest()));
    }

    private boolean meet(Goal goal, Agenda rest) {
        if (goal instanceof Goal.SomeOf some) {
            return some(some, rest);
        }
        if (goal instanceof Goal.InForce inForce) {
            return narrow(aspects.today(), aspects.today().inForce(inForce.rule(), inForce.within())) && fits(rest);
        }
        Goal.Holds holds = (Goal.Holds) goal;
        Condition condition = holds.condition();
        if (condition instanceof Condition.Not not) {
            return fits(rest.with(new Goal.Holds(not.part(), holds.want().underNot())));
        }
        if (condition instanceof Condition.AtLeast group) {
            return fits(rest.with(Goal.ofGroup(group, holds.want())));
        }
        Aspect aspect = aspects.of(condition);
        BitSet wanted = aspect.where(condition, holds.want());
        boolean news = !within(aspect, wanted);
        return narrow(aspect, wanted)
                && fits(news && condition instanceof Condition.Flagged flag ? raised(flag, holds.want(), rest) : rest);
    }

    private boolean some(Goal.SomeOf some, Agenda rest) {
        if (some.need() <= 0) {
            return fits(rest);
        }
        if (some.left() < some.need()) {
            return false;
        }
        List<Goal> first = some.parts().get(some.from());
        Agenda taking = rest.with(some.next(some.need() - 1)).with(first);
        if (some.left() == some.need()) {
            return fits(taking);
        }
        int mark = undo.size();
        if (fits(taking)) {
            return true;
        }
        undoTo(mark);
        return fits(rest.with(some.next(some.need())));
    }

    /** A flag is what the rules that raise it make of it; where they are not known, it may be anything. */
    private Agenda raised(Condition.Flagged flag, Want want, Agenda rest) {
        List<Rule> raisers = aspects.raisers(flag.flag());
        if (raisers.isEmpty()) {
            return rest;
        }
        if (want.counts()) {
            List<List<Goal>> ways =
                    raisers.stream().map(rule -> Goal.rule(rule, want)).toList();
            return rest.with(new Goal.SomeOf(ways, 0, 1));
        }
        List<Goal> none = new ArrayList<>();
        raisers.forEach(rule -> none.add(Goal.brokenRule(rule, want)));
        return rest.with(none);
    }

    private boolean within(Aspect aspect, BitSet cells) {
        BitSet now = narrowed.get(aspect);
        if (now == null) {
            return false;
        }
        BitSet outside = (BitSet) now.clone();
        outside.andNot(cells);
        return outside.isEmpty();
    }

    private boolean narrow(Aspect aspect, BitSet cells) {
        BitSet before = narrowed.get(aspect);
        BitSet now = (BitSet) cells.clone();
        if (before != null) {
            now.and(before);
        }
        undo.push(new Undo(aspect, before));
        narrowed.put(aspect, now);
        return !now.isEmpty();
    }

    private void undoTo(int mark) {
        while (undo.size() > mark) {
            Undo last = undo.pop();
            if (last.before() == null) {
                narrowed.remove(last.aspect());
            } else {
                narrowed.put(last.aspect(), last.before());
            }
        }
    }
}
