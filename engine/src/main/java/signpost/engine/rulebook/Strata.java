package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;

/**
 * Orders rules so that each reads only flags and scores which are already settled; circles are refused, so the order of
 * files and rules never matters.
 */
final class Strata {

    /** Nobody can follow a longer chain of rules, and every link is another pass over the students. */
    private static final int DEEPEST = 30;

    private final List<Rule> rules;
    private final List<Departure> departures;
    private final Problems problems;
    private boolean tooDeep;
    private final Map<String, List<Rule>> producers = new HashMap<>();
    private final Map<Rule, Integer> levels = new HashMap<>();
    private final Map<Rule, Boolean> open = new LinkedHashMap<>();

    /** @param departures from rules that others may wait for */
    Strata(List<Rule> rules, List<Departure> departures, Problems problems) {
        this.rules = rules;
        this.departures = departures;
        this.problems = problems;
        for (Rule rule : rules) {
            produced(rule)
                    .distinct()
                    .forEach(name -> producers
                            .computeIfAbsent(name, missing -> new ArrayList<>())
                            .add(rule));
        }
    }

    List<List<Rule>> settle() {
        Map<Integer, List<Rule>> byLevel = new TreeMap<>();
        for (Rule rule : rules) {
            byLevel.computeIfAbsent(level(rule), missing -> new ArrayList<>()).add(rule);
        }
        return List.copyOf(byLevel.values());
    }

    private int level(Rule rule) {
        Integer known = levels.get(rule);
        if (known != null) {
            return known;
        }
        if (open.size() >= DEEPEST) {
            tooDeep(rule);
            return 0;
        }
        if (open.put(rule, true) != null) {
            circle(rule);
            return 0;
        }
        int level = 0;
        for (Condition condition : rule.allConditions().toList()) {
            if (condition instanceof Condition.FlaggedLastTerm last && !producers.containsKey(flag(last.flag()))) {
                nobody(condition, flag(last.flag()));
            }
            String name = consumed(condition);
            if (name.isEmpty()) {
                continue;
            }
            List<Rule> before = producers.getOrDefault(name, List.of());
            if (before.isEmpty()) {
                nobody(condition, name);
            }
            for (Rule producer : before) {
                level = Math.max(level, level(producer) + 1);
            }
        }
        open.remove(rule);
        if (level >= DEEPEST) {
            tooDeep(rule);
        }
        levels.put(rule, level);
        return level;
    }

    private void tooDeep(Rule rule) {
        if (!tooDeep) {
            tooDeep = true;
            problems.add(
                    rule.place(),
                    "Here more than " + DEEPEST + " rules wait for each other, one behind another.",
                    "Let some of them ask for what is known of the student instead of a flag or score.");
        }
    }

    private void circle(Rule rule) {
        List<String> names = open.keySet().stream()
                .dropWhile(other -> !other.equals(rule))
                .map(other -> "\"" + other.name() + "\"")
                .toList();
        problems.add(
                rule.place(),
                names.size() == 1
                        ? "The rule " + names.get(0) + " asks for a flag or score that it gives itself."
                        : "These rules wait for each other in a circle: " + String.join(", ", names) + ".",
                names.size() == 1
                        ? "Ask for what is known of the student instead, or let another rule give it."
                        : "Let one of them ask for what is known of the student instead of a flag or score.");
    }

    private void nobody(Condition condition, String name) {
        problems.add(
                condition.place(),
                "No rule gives the " + name + ".",
                departed(name)
                        .or(() -> nearest(name))
                        .orElse("Give it under some rule's Then, or take it out of the conditions here."));
    }

    /** Another flag for a flag, another score for a score; only what is in quotation marks may have been misspelt. */
    private Optional<String> nearest(String name) {
        int quote = name.indexOf('"');
        String sort = name.substring(0, quote);
        List<String> known = producers.keySet().stream()
                .filter(other -> other.startsWith(sort))
                .map(other -> other.substring(quote))
                .toList();
        return Nearest.to(name.substring(quote), known).map(near -> "Did you mean the " + sort + near + "?");
    }

    private Optional<String> departed(String name) {
        return departures.stream()
                .filter(departure -> produced(departure.trusts()).anyMatch(name::equals))
                .map(departure -> "The trust's rule \"" + departure.trusts().name() + "\" gave it and is "
                        + departure.words() + " at " + departure.place() + ": switch off what waits for it too.")
                .findFirst();
    }

    /** What a rule gives to others: {@code flag "NAME"}, {@code score "NAME"}. */
    static Stream<String> produced(Rule rule) {
        return Stream.concat(
                rule.flags().map(flag -> flag(flag.flag())),
                rule.points().map(points -> "score \"" + points.score() + "\""));
    }

    /** What a condition reads of other rules, or an empty string. */
    static String consumed(Condition condition) {
        if (condition instanceof Condition.Flagged flagged) {
            return flag(flagged.flag());
        }
        return condition instanceof Condition.Scores scores ? "score \"" + scores.score() + "\"" : "";
    }

    private static String flag(String name) {
        return "flag \"" + name + "\"";
    }
}
