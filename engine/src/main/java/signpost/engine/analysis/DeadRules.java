package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.text.Place;

/** Finds rules, and alternatives within them, that can hold of no student on any day. */
final class DeadRules {

    private final Aspects aspects;
    private final List<Finding> findings;

    DeadRules(Aspects aspects, List<Finding> findings) {
        this.aspects = aspects;
        this.findings = findings;
    }

    /** The rules that are not dead. */
    List<Rule> look(List<Rule> rules) {
        List<Rule> live = new ArrayList<>();
        for (Rule rule : rules) {
            if (Search.none(aspects, Goal.rule(rule, Want.TRUE))) {
                neverFires(rule);
            } else {
                live.add(rule);
                rule.conditions().forEach(condition -> alternatives(rule, condition));
            }
        }
        return live;
    }

    private void neverFires(Rule rule) {
        List<Condition> clash = clash(rule);
        Place place =
                clash.isEmpty() ? rule.place() : clash.get(clash.size() - 1).place();
        findings.add(Finding.of(
                FindingKind.NEVER_FIRES,
                place,
                "The rule \"" + rule.name() + "\" can never fire: " + Said.together(clash) + ".",
                clash.size() == 1
                        ? "Look at what it asks for: no student can meet it."
                        : "Change one of them, or put alternatives under \"any of:\"."));
    }

    /** The fewest conditions that rule each other out: those without any of which the rest could hold. */
    private List<Condition> clash(Rule rule) {
        List<Condition> clash = new ArrayList<>(rule.conditions());
        for (Condition condition : rule.conditions()) {
            List<Condition> fewer = new ArrayList<>(clash);
            fewer.remove(condition);
            List<Goal> goals = Goal.all(fewer, Want.TRUE);
            goals.add(new Goal.InForce(rule, true));
            if (Search.none(aspects, goals)) {
                clash = fewer;
            }
        }
        return clash;
    }

    private void alternatives(Rule rule, Condition condition) {
        if (!(condition instanceof Condition.AtLeast group)) {
            return;
        }
        for (Condition part : group.parts()) {
            List<Goal> goals = Goal.rule(rule, Want.TRUE);
            goals.add(new Goal.Holds(part, Want.TRUE));
            if (Search.none(aspects, goals)) {
                findings.add(Finding.of(
                        FindingKind.ALTERNATIVE_NEVER_HOLDS,
                        part.place(),
                        "In the rule \"" + rule.name() + "\", " + Said.of(part)
                                + " can never hold together with the rule's other conditions.",
                        "Take it out, or change what stands in its way."));
            } else {
                alternatives(rule, part);
            }
        }
    }
}
