package signpost.engine.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;

/** Finds the rules that read a flag which only switched-off rules would give: they wait with those. */
final class LeansOnOff {

    private LeansOnOff() {}

    static void look(List<Rule> rules, List<Finding> findings) {
        Set<String> given = flags(rules, true);
        Set<String> off = flags(rules, false);
        off.removeAll(given);
        for (Rule rule : rules) {
            if (rule.off().isEmpty()) {
                rule.allConditions()
                        .filter(Condition.Flagged.class::isInstance)
                        .map(Condition.Flagged.class::cast)
                        .filter(flagged -> off.contains(key(flagged.flag())))
                        .min(Comparator.comparing(Condition.Flagged::flag))
                        .ifPresent(flagged -> findings.add(Finding.of(
                                FindingKind.LEANS_ON_OFF,
                                rule.place(),
                                "The rule \"" + rule.name() + "\" asks for the flag \"" + flagged.flag()
                                        + "\", which only a rule that is switched off would give.",
                                "See whether this rule shall wait too.")));
            }
        }
    }

    private static Set<String> flags(List<Rule> rules, boolean on) {
        return rules.stream()
                .filter(rule -> rule.off().isEmpty() == on)
                .flatMap(Rule::flags)
                .map(Consequence.RaiseFlag::flag)
                .map(LeansOnOff::key)
                .collect(Collectors.toSet());
    }

    private static String key(String flag) {
        return flag.toLowerCase(Locale.ROOT);
    }
}
