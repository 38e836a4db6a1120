package signpost.engine.scenario;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;

/**
 * All that a rule reads, itself or through the flags and scores of other rules.
 *
 * @param conditions of it and of those rules
 */
record Read(List<Condition> conditions) {

    Read {
        conditions = List.copyOf(conditions);
    }

    static Read by(Rule rule, RuleBook book) {
        Set<Rule> rules = new LinkedHashSet<>(List.of(rule));
        Set<String> taken = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = rules.stream().toList().stream().flatMap(Read::takes).anyMatch(taken::add);
            book.rules().stream()
                    .filter(other -> gives(other).anyMatch(taken::contains))
                    .forEach(rules::add);
        }
        return new Read(rules.stream().flatMap(Rule::allConditions).toList());
    }

    private static Stream<String> takes(Rule rule) {
        return rule.allConditions().flatMap(condition -> {
            if (condition instanceof Condition.Flagged flagged) {
                return Stream.of(flag(flagged.flag()));
            }
            return condition instanceof Condition.Scores scores ? Stream.of(score(scores.score())) : Stream.empty();
        });
    }

    private static Stream<String> gives(Rule rule) {
        return Stream.concat(
                rule.flags().map(flag -> flag(flag.flag())), rule.points().map(points -> score(points.score())));
    }

    private static String flag(String name) {
        return "flag " + name.toLowerCase(Locale.ROOT);
    }

    private static String score(String name) {
        return "score " + name.toLowerCase(Locale.ROOT);
    }

    /** The attributes whose value now matters. */
    List<Attribute> now() {
        return conditions.stream()
                .flatMap(condition ->
                        condition instanceof Condition.OfAttribute of ? Stream.of(of.attribute()) : lastTerm(condition))
                .distinct()
                .toList();
    }

    /** Those whose value as last term ended matters too. */
    List<Attribute> lastTerm() {
        return conditions.stream().flatMap(Read::lastTerm).distinct().toList();
    }

    private static Stream<Attribute> lastTerm(Condition condition) {
        return condition instanceof Condition.Changed changed ? Stream.of(changed.attribute()) : Stream.empty();
    }

    /** What is asked of flags and help of earlier terms, each once. */
    List<Condition> earlier() {
        Set<String> seen = new HashSet<>();
        return conditions.stream()
                .filter(condition ->
                        condition instanceof Condition.FlaggedLastTerm || condition instanceof Condition.Helped)
                .filter(condition -> seen.add(condition.id()))
                .sorted(Comparator.comparing(Condition::id))
                .toList();
    }

    /** Whether it matters how long ago a value was confirmed. */
    boolean dated(Attribute attribute) {
        return conditions.stream()
                .anyMatch(condition -> condition instanceof Condition.OfAttribute of
                        && of.attribute().equals(attribute)
                        && of.test() instanceof Test.NotConfirmedSince);
    }
}
