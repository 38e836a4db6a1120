package signpost.engine.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.rulebook.Rule;
import signpost.engine.scenario.Expectation;
import signpost.engine.scenario.Scenario;

/** Finds the rules that a scenario is about. */
final class Concerns {

    private final Map<String, Set<String>> rules = new HashMap<>();

    Concerns(List<Rule> book) {
        for (Rule rule : book) {
            put("flag ", rule.flags().map(flag -> flag.flag()), rule);
            put("recommend ", rule.recommendations().map(made -> made.intervention()), rule);
            put("rule out ", rule.ruleOuts().map(out -> out.intervention()), rule);
            put("score ", rule.points().map(points -> points.score()), rule);
        }
    }

    private void put(String kind, Stream<String> names, Rule rule) {
        names.forEach(name ->
                rules.computeIfAbsent(kind + name, missing -> new HashSet<>()).add(rule.name()));
    }

    /** Their names. */
    Set<String> of(Scenario scenario) {
        Set<String> concerned = new HashSet<>(Set.of(scenario.rule()));
        Stream.concat(scenario.expected().stream(), scenario.unexpected().stream())
                .forEach(expectation -> concerned.addAll(of(expectation)));
        return concerned;
    }

    private Set<String> of(Expectation expectation) {
        if (expectation instanceof Expectation.Flag flag) {
            return rules.getOrDefault("flag " + flag.flag(), Set.of());
        }
        if (expectation instanceof Expectation.Recommend made) {
            return rules.getOrDefault("recommend " + made.intervention(), Set.of());
        }
        if (expectation instanceof Expectation.RuleOut out) {
            return rules.getOrDefault("rule out " + out.intervention(), Set.of());
        }
        if (expectation instanceof Expectation.Score score) {
            return rules.getOrDefault("score " + score.score(), Set.of());
        }
        return expectation instanceof Expectation.CannotTell cannot ? Set.of(cannot.rule()) : Set.of();
    }
}
