package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/** All that a number of rules or conditions ask about, each thing cut into cells by the tests they put to it. */
final class Aspects {

    /** Steps of all searches together: a book made to be hard to follow is looked at only so far. */
    private static final int MOST_STEPS = 2_000_000;

    private final Map<String, AttributeAspect> attributes = new HashMap<>();
    private final Map<String, ScoreAspect> scores = new HashMap<>();
    private final Map<String, AnswerAspect> answers = new HashMap<>();
    private final Map<String, List<Rule>> raisers = new HashMap<>();
    private final TodayAspect today;
    private final IdentityHashMap<Condition, Aspect> known = new IdentityHashMap<>();
    private int stepsLeft = MOST_STEPS;

    private Aspects(Collection<Condition> conditions, Collection<Rule> rules) {
        Map<String, List<Condition.OfAttribute>> tests = new HashMap<>();
        Map<String, List<Condition.Scores>> bands = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Condition> leaves = conditions.stream()
                .flatMap(Aspects::leaves)
                .filter(leaf -> seen.add(leaf.id()))
                .toList();
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.OfAttribute of) {
                tests.computeIfAbsent(of.attribute().key(), missing -> new ArrayList<>())
                        .add(of);
            } else if (leaf instanceof Condition.Scores band) {
                bands.computeIfAbsent(band.score(), missing -> new ArrayList<>())
                        .add(band);
            }
        }
        tests.forEach((key, asked) -> attributes.put(key, new AttributeAspect(asked)));
        bands.forEach((score, asked) -> scores.put(score, new ScoreAspect(asked, Sums.of(score, rules))));
        today = new TodayAspect(leaves, rules);
        for (Rule rule : rules) {
            rule.flags()
                    .map(flag -> flag.flag())
                    .distinct()
                    .forEach(flag -> raisers.computeIfAbsent(flag, missing -> new ArrayList<>())
                            .add(rule));
        }
    }

    /** Of a whole book: flags are what its rules make of them, and scores what its points add up to. */
    static Aspects of(Collection<Rule> rules) {
        return new Aspects(
                rules.stream().flatMap(rule -> rule.conditions().stream()).toList(), rules);
    }

    /** Of conditions alone: flags and scores may be anything. */
    static Aspects ofConditions(Collection<Condition> conditions) {
        return new Aspects(conditions, List.of());
    }

    /** The aspect that a condition without parts asks about. */
    Aspect of(Condition leaf) {
        return known.computeIfAbsent(leaf, this::find);
    }

    private Aspect find(Condition leaf) {
        if (leaf instanceof Condition.OfAttribute of) {
            AttributeAspect attribute = attributes.get(of.attribute().key());
            if (attribute != null && attribute.follows(of.test())) {
                return attribute;
            }
        }
        if (leaf instanceof Condition.Scores band) {
            ScoreAspect score = scores.get(band.score());
            if (score != null) {
                return score;
            }
        }
        return today.follows(leaf) ? today : answers.computeIfAbsent(leaf.id(), missing -> new AnswerAspect());
    }

    /** Takes a step of a search; false when there are none left. */
    boolean step() {
        return stepsLeft > 0 && stepsLeft-- > 0;
    }

    boolean ranOut() {
        return stepsLeft == 0;
    }

    TodayAspect today() {
        return today;
    }

    List<Rule> raisers(String flag) {
        return raisers.getOrDefault(flag, List.of());
    }

    static Stream<Condition> leaves(Condition condition) {
        return condition.parts().isEmpty()
                ? Stream.of(condition)
                : condition.parts().stream().flatMap(Aspects::leaves);
    }
}
