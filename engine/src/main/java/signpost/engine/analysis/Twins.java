package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Severity;

/** Finds rules that do nothing which another rule does not do whenever they fire. */
final class Twins {

    /** Pairs compared; a book in which thousands of rules give one flag is not looked at to the end. */
    private static final int MOST_PAIRS = 50_000;

    private final Aspects aspects;
    private final List<Finding> findings;
    private int pairs;

    Twins(Aspects aspects, List<Finding> findings) {
        this.aspects = aspects;
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        List<Rule> inOrder = rules.stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .toList();
        Map<String, List<Rule>> byEffect = new HashMap<>();
        for (Rule rule : inOrder) {
            effects(rule)
                    .forEach(effect -> byEffect.computeIfAbsent(effect, missing -> new ArrayList<>())
                            .add(rule));
        }
        for (Rule rule : inOrder) {
            hiding(rule, byEffect.getOrDefault(effects(rule).iterator().next(), List.of()))
                    .ifPresent(other -> report(rule, other));
        }
    }

    boolean stoppedEarly() {
        return pairs > MOST_PAIRS;
    }

    private Optional<Rule> hiding(Rule rule, List<Rule> others) {
        return pairs > MOST_PAIRS
                ? Optional.empty()
                : others.stream()
                        .filter(other -> !other.equals(rule) && ++pairs <= MOST_PAIRS && does(other, rule))
                        .filter(other -> Implication.holds(aspects, rule, other))
                        .filter(other -> same(rule, other)
                                // Of two that say the same only the later one is reported.
                                ? other.place().compareTo(rule.place()) < 0
                                // Points add up, so a rule that gives some is never idle beside another.
                                : rule.points().findAny().isEmpty())
                        .findFirst();
    }

    private boolean same(Rule rule, Rule other) {
        return does(/* other= */ rule, /* rule= */ other) && Implication.holds(aspects, other, rule);
    }

    private void report(Rule rule, Rule other) {
        boolean same = same(rule, other);
        findings.add(Finding.of(
                same ? FindingKind.SAME_RULE : FindingKind.ADDS_NOTHING,
                rule.place(),
                same
                        ? "The rule \"" + rule.name() + "\" is the same as \"" + other.name() + "\", at "
                                + other.place() + "."
                        : "The rule \"" + rule.name() + "\" adds nothing: whenever it fires, \"" + other.name()
                                + "\", at " + other.place() + ", fires too and does as much.",
                same ? "Keep one of them." : "Take it out, or make it do more than the other."));
    }

    /** What a rule does, without how strongly or how soon. */
    private static Set<String> effects(Rule rule) {
        return rule.consequences().stream().map(Twins::effect).collect(Collectors.toSet());
    }

    private static String effect(Consequence does) {
        if (does instanceof Consequence.RaiseFlag flag) {
            return "flag " + flag.flag();
        }
        if (does instanceof Consequence.Recommend recommend) {
            return "recommend " + recommend.intervention() + " " + recommend.occurrence();
        }
        if (does instanceof Consequence.RuleOut out) {
            return "rule out " + out.intervention();
        }
        return does instanceof Consequence.AddPoints add ? "add " + add.points() + " " + add.score() : does.toString();
    }

    /** Whether {@code other} does at least as much as {@code rule}, at least as strongly, by the same day. */
    private static boolean does(Rule other, Rule rule) {
        boolean addsUp = rule.points().findAny().isPresent();
        return (!addsUp || effects(other).equals(effects(rule)))
                && rule.consequences().stream()
                        .allMatch(wanted ->
                                other.consequences().stream().anyMatch(given -> covers(other, given, rule, wanted)));
    }

    private static boolean covers(Rule other, Consequence given, Rule rule, Consequence wanted) {
        if (!effect(given).equals(effect(wanted))) {
            return false;
        }
        if (given instanceof Consequence.RaiseFlag flag && wanted instanceof Consequence.RaiseFlag asked) {
            return flag.severity().compareTo(asked.severity()) >= 0;
        }
        if (given instanceof Consequence.Recommend made && wanted instanceof Consequence.Recommend asked) {
            return made.due().equals(asked.due()) && severity(other, made).compareTo(severity(rule, asked)) >= 0;
        }
        return true;
    }

    private static Severity severity(Rule rule, Consequence.Recommend recommend) {
        return recommend.severity().orElseGet(rule::severity);
    }
}
