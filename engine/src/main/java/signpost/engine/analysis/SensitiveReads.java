package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.text.Place;
import signpost.engine.vocabulary.Attribute;

/**
 * The protected and special-category data a rule rests on.
 *
 * @param rule its name
 * @param place where it stands
 * @param directly names of the attributes its own conditions and reason read, and of what those are worked out from
 * @param through names of those that reach it only through a flag or score
 */
public record SensitiveReads(String rule, Place place, List<String> directly, List<String> through) {

    public SensitiveReads {
        directly = List.copyOf(directly);
        through = List.copyOf(through);
    }

    static List<SensitiveReads> of(List<Rule> rules) {
        Map<String, Set<String>> byRule = new LinkedHashMap<>();
        Map<String, List<Rule>> givers = new HashMap<>();
        for (Rule rule : rules) {
            byRule.put(rule.name(), new TreeSet<>(own(rule)));
            gives(rule)
                    .forEach(given -> givers.computeIfAbsent(given, missing -> new ArrayList<>())
                            .add(rule));
        }
        boolean grew = true;
        // A reason may say a score that later rules add to, so once through is not enough.
        while (grew) {
            grew = false;
            for (Rule rule : rules) {
                Set<String> rests = byRule.getOrDefault(rule.name(), Set.of());
                for (String taken : takes(rule).toList()) {
                    for (Rule giver : givers.getOrDefault(taken, List.of())) {
                        grew |= rests.addAll(byRule.getOrDefault(giver.name(), Set.of()));
                    }
                }
            }
        }
        return rules.stream()
                .map(rule -> reads(rule, byRule.getOrDefault(rule.name(), Set.of())))
                .filter(reads -> !reads.directly().isEmpty() || !reads.through().isEmpty())
                .toList();
    }

    private static SensitiveReads reads(Rule rule, Set<String> all) {
        Set<String> own = own(rule);
        return new SensitiveReads(
                rule.name(),
                rule.place(),
                List.copyOf(own),
                all.stream().filter(name -> !own.contains(name)).toList());
    }

    private static Set<String> own(Rule rule) {
        Set<String> names = new TreeSet<>();
        Stream.concat(
                        rule.allConditions().flatMap(Supply::reads),
                        rule.because().attributes())
                .flatMap(Attribute::withInputs)
                .filter(Attribute::sensitive)
                .forEach(attribute -> names.add(attribute.called()));
        return names;
    }

    private static Stream<String> gives(Rule rule) {
        return Stream.concat(
                rule.flags().map(flag -> "flag " + flag.flag()),
                rule.points().map(points -> "score " + points.score()));
    }

    private static Stream<String> takes(Rule rule) {
        return Stream.concat(
                rule.because().scores().map(score -> "score " + score),
                rule.allConditions().flatMap(SensitiveReads::takes));
    }

    private static Stream<String> takes(Condition condition) {
        if (condition instanceof Condition.Flagged flagged) {
            return Stream.of("flag " + flagged.flag());
        }
        if (condition instanceof Condition.FlaggedLastTerm last) {
            return Stream.of("flag " + last.flag());
        }
        return condition instanceof Condition.Scores scores ? Stream.of("score " + scores.score()) : Stream.empty();
    }

    Finding finding() {
        List<String> said = new ArrayList<>();
        if (!directly.isEmpty()) {
            said.add("reads " + Said.and(directly));
        }
        if (!through.isEmpty()) {
            said.add("rests on " + Said.and(through) + " through a flag or score");
        }
        return Finding.of(FindingKind.PROTECTED, place, "The rule \"" + rule + "\" " + Said.and(said) + ".", "");
    }
}
