package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/** Finds conditions that could be left out: true of everybody, of every value, or of all whom the others leave. */
final class EmptyWords {

    private final Aspects aspects;
    private final List<Finding> findings;

    EmptyWords(Aspects aspects, List<Finding> findings) {
        this.aspects = aspects;
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        for (Rule rule : rules) {
            rule.conditions().stream().flatMap(EmptyWords::lines).forEach(this::everyValue);
            redundant(rule);
        }
    }

    /** A threshold at the end of the range: {@code attendance is 100% or below}. */
    private void everyValue(Condition spoken) {
        Condition leaf = spoken instanceof Condition.Not not ? not.part() : spoken;
        boolean not = leaf != spoken;
        if (aspects.of(leaf) instanceof AttributeAspect aspect && aspect.asksForValue(leaf)) {
            String called = aspect.attribute().called();
            // The one cell left over is that of students of whom it is not known.
            if (aspect.where(leaf, not ? Want.NOT_FALSE : Want.NOT_TRUE).cardinality() == 1) {
                found(spoken, Said.of(spoken) + " holds for every value \"" + called + "\" can have.");
            } else if (aspect.where(leaf, not ? Want.NOT_TRUE : Want.NOT_FALSE).cardinality() == 1) {
                found(spoken, Said.of(spoken) + " holds for no value \"" + called + "\" can have.");
            }
        }
    }

    /** The conditions as lines of the rule: "is not" counts as one. */
    private static Stream<Condition> lines(Condition condition) {
        return Said.isLine(condition)
                ? Stream.of(condition)
                : condition.parts().stream().flatMap(EmptyWords::lines);
    }

    private void redundant(Rule rule) {
        List<Condition> others = new ArrayList<>(rule.conditions());
        for (int at = rule.conditions().size() - 1; at >= 0; at--) {
            Condition condition = others.remove(at);
            if (Search.none(aspects, List.of(new Goal.Holds(condition, Want.NOT_TRUE)))) {
                found(condition, Said.of(condition) + " holds for everybody.");
            } else if (addsNothing(rule, others, condition)) {
                found(
                        condition,
                        Said.of(condition) + " says nothing that the other conditions of \"" + rule.name()
                                + "\" do not say.");
            } else {
                others.add(at, condition);
            }
        }
    }

    private boolean addsNothing(Rule rule, List<Condition> others, Condition condition) {
        for (Want want : List.of(Want.TRUE, Want.NOT_FALSE)) {
            List<Goal> goals = Goal.all(others, want);
            goals.add(new Goal.InForce(rule, true));
            goals.add(new Goal.Holds(condition, want == Want.TRUE ? Want.NOT_TRUE : Want.FALSE));
            if (!Search.none(aspects, goals)) {
                return false;
            }
        }
        return true;
    }

    private void found(Condition condition, String message) {
        findings.add(Finding.of(
                FindingKind.SAYS_NOTHING, condition.place(), message, "Take it out, or write what was meant."));
    }
}
