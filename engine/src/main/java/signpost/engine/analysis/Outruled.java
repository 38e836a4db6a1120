package signpost.engine.analysis;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;
import signpost.engine.text.Place;

/**
 * Looks for help of a trust's rules that a school's rules may take away: by ruling it out, or by a flag or points on which
 * a rule of the trust rules something out or no longer holds. The school may, but nobody should overlook it.
 */
final class Outruled {

    private Outruled() {}

    static void look(List<Rule> rules, List<Finding> findings) {
        List<Rule> trusts =
                rules.stream().filter(rule -> rule.origin() == Origin.TRUST).toList();
        for (Rule rule : rules) {
            if (rule.origin() == Origin.SCHOOL) {
                rule.ruleOuts().forEach(out -> ruledOut(out, rule, trusts, findings));
            }
            if (rule.origin().ofTheSchool()) {
                rule.flags().forEach(flag -> leanedOn(rule, flag.place(), reads(flag.flag()), trusts, findings));
                rule.points().forEach(points -> leanedOn(rule, points.place(), adds(points.score()), trusts, findings));
            }
        }
    }

    private static void ruledOut(Consequence.RuleOut out, Rule schools, List<Rule> trusts, List<Finding> findings) {
        trusts.stream()
                .filter(rule -> rule.recommendations()
                        .anyMatch(made -> made.intervention().equals(out.intervention())))
                .forEach(rule -> findings.add(Finding.of(
                        FindingKind.TRUST_OUTRULED,
                        out.place(),
                        "The school's rule \"" + schools.name() + "\" rules out " + out.intervention()
                                + ", which the trust's rule \"" + rule.name() + "\" recommends.",
                        "Where both hold, the student is not offered it: make sure that something else is.")));
    }

    private static void leanedOn(
            Rule schools, Place place, Predicate<Condition> reads, List<Rule> trusts, List<Finding> findings) {
        trusts.stream()
                .filter(rule -> takesAway(rule, reads))
                .forEach(rule -> findings.add(Finding.of(
                        FindingKind.TRUST_OUTRULED,
                        place,
                        "What the school's rule \"" + schools.name() + "\" gives is read by the trust's rule \""
                                + rule.name() + "\", which then "
                                + (rule.ruleOuts().findAny().isPresent() ? "rules help out." : "may no longer hold."),
                        "Try it on students with \"compare\", and see who loses what.")));
    }

    /** Whether more of a flag or score can mean less help: what is ruled out by it, or held only without it. */
    private static boolean takesAway(Rule rule, Predicate<Condition> reads) {
        return rule.ruleOuts().findAny().isPresent()
                ? rule.allConditions().anyMatch(reads)
                : rule.conditions().stream().anyMatch(condition -> heldBack(condition, reads));
    }

    private static boolean heldBack(Condition condition, Predicate<Condition> reads) {
        if (condition instanceof Condition.Scores scores && reads.test(scores)) {
            return scores.most() < Integer.MAX_VALUE;
        }
        if (condition instanceof Condition.Not) {
            return inside(condition).anyMatch(reads);
        }
        return condition.parts().stream().anyMatch(part -> heldBack(part, reads));
    }

    private static Stream<Condition> inside(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(Outruled::inside));
    }

    private static Predicate<Condition> reads(String flag) {
        return condition ->
                condition instanceof Condition.Flagged flagged && flagged.flag().equals(flag);
    }

    private static Predicate<Condition> adds(String score) {
        return condition ->
                condition instanceof Condition.Scores scores && scores.score().equals(score);
    }
}
