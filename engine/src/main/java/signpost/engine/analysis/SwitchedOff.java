package signpost.engine.analysis;

import java.util.List;
import signpost.engine.rulebook.Rule;

/** Tells of the rules that are switched off: what they say is not looked at, as nobody is judged by it. */
final class SwitchedOff {

    private SwitchedOff() {}

    static void look(List<Rule> rules, List<Finding> findings) {
        rules.forEach(rule -> rule.off()
                .ifPresent(why -> findings.add(Finding.of(
                        FindingKind.SWITCHED_OFF,
                        rule.place(),
                        "The rule \"" + rule.name() + "\" is switched off: " + why,
                        "Take out what stands under \"Switched off\", and it counts again."))));
    }
}
