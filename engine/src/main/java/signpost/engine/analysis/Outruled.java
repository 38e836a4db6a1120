package signpost.engine.analysis;

import java.util.List;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;

/** Looks for what a trust's rules recommend and a school's own rules rule out: the school may, but nobody should overlook it. */
final class Outruled {

    private Outruled() {}

    static void look(List<Rule> rules, List<Finding> findings) {
        rules.stream()
                .filter(rule -> rule.origin() == Origin.SCHOOL)
                .forEach(schools -> schools.ruleOuts()
                        .forEach(out -> rules.stream()
                                .filter(rule -> rule.origin() == Origin.TRUST)
                                .filter(rule -> rule.recommendations()
                                        .anyMatch(made -> made.intervention().equals(out.intervention())))
                                .forEach(trusts -> findings.add(finding(out, schools, trusts)))));
    }

    private static Finding finding(Consequence.RuleOut out, Rule schools, Rule trusts) {
        return Finding.of(
                FindingKind.TRUST_OUTRULED,
                out.place(),
                "The school's rule \"" + schools.name() + "\" rules out " + out.intervention()
                        + ", which the trust's rule \"" + trusts.name() + "\" recommends.",
                "Where both hold, the student is not offered it: make sure that something else is.");
    }
}
