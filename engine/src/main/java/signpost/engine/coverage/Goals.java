package signpost.engine.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import signpost.engine.evaluation.ConditionRead;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/** What ought to be shown of one rule, ticked off as scenarios show it. */
final class Goals {

    private record Goal(ToShow.Kind kind, String words, Predicate<Showing> shows) {}

    private final Rule rule;
    private final Map<String, Goal> open = new LinkedHashMap<>();
    private final List<Goal> all;

    /** The goals of a rule of this book. */
    Goals(Rule rule, List<Rule> book) {
        this.rule = rule;
        add(ToShow.Kind.FIRES, "in which it fires", showing -> answer(showing) == Answer.TRUE);
        add(
                ToShow.Kind.DOES_NOT_FIRE,
                "in which it certainly does not fire",
                showing -> answer(showing) == Answer.FALSE);
        Thresholds thresholds = new Thresholds(book);
        for (int at = 0; at < rule.conditions().size(); at++) {
            int place = at;
            leaves(rule.conditions().get(at))
                    .forEach(leaf -> thresholds.of(leaf).forEach(side -> boundary(place, leaf, side)));
        }
        for (Loss loss : Loss.of(rule)) {
            add(
                    ToShow.Kind.UNKNOWN,
                    "in which it cannot tell because " + loss.words() + " is not known",
                    loss::shownBy);
        }
        this.all = List.copyOf(open.values());
    }

    private void add(ToShow.Kind kind, String words, Predicate<Showing> shows) {
        open.putIfAbsent(words, new Goal(kind, words, shows));
    }

    /** The threshold decides only where everything else holds. */
    private void boundary(int place, Condition leaf, Thresholds.Side side) {
        add(
                ToShow.Kind.BOUNDARY,
                "with " + side.words(),
                showing -> side.at().test(showing)
                        && answer(showing) != Answer.UNKNOWN
                        && othersHold(place, leaf, showing.explanation().conditions()));
    }

    private boolean othersHold(int place, Condition leaf, List<ConditionRead> read) {
        for (int at = 0; at < read.size(); at++) {
            boolean other = at != place && !Loss.reads(rule.conditions().get(at), leaf);
            if (other && read.get(at).answer() != Answer.TRUE) {
                return false;
            }
        }
        return true;
    }

    void show(Showing showing) {
        if (rule.inForceOn(showing.student().on())) {
            open.values().removeIf(goal -> goal.shows().test(showing));
        }
    }

    RuleCoverage coverage() {
        return new RuleCoverage(
                rule.name(),
                rule.place(),
                all.stream()
                        .map(goal -> new ToShow(goal.kind(), goal.words(), !open.containsKey(goal.words())))
                        .toList());
    }

    private static Answer answer(Showing showing) {
        return showing.explanation().answer();
    }

    private static List<Condition> leaves(Condition condition) {
        if (condition.parts().isEmpty()) {
            return List.of(condition);
        }
        List<Condition> leaves = new ArrayList<>();
        condition.parts().forEach(part -> leaves.addAll(leaves(part)));
        return leaves;
    }
}
