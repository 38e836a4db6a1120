package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Severity;
import signpost.engine.text.Place;

/** Looks at the names of flags and scores: almost the same name twice, or one flag of several severities. */
final class Names {

    private static final int LONG_WORD = 5;
    /** Beyond this not every name is compared with every other. */
    private static final int MOST_NAMES = 500;

    private final List<Finding> findings;

    Names(List<Finding> findings) {
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        Map<String, Place> flags = new LinkedHashMap<>();
        Map<String, Place> scores = new LinkedHashMap<>();
        Map<String, Map<Severity, Rule>> severities = new TreeMap<>();
        rules.stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .forEach(rule -> {
                    rule.flags().forEach(flag -> {
                        flags.putIfAbsent(flag.flag(), flag.place());
                        severities
                                .computeIfAbsent(flag.flag(), missing -> new TreeMap<>())
                                .putIfAbsent(flag.severity(), rule);
                    });
                    rule.points().forEach((Consequence.AddPoints add) -> scores.putIfAbsent(add.score(), add.place()));
                });
        alike("flag", flags);
        alike("score", scores);
        severities.forEach(this::severities);
    }

    private void severities(String flag, Map<Severity, Rule> by) {
        if (by.size() > 1) {
            Rule last = by.values().stream()
                    .max((one, other) -> one.place().compareTo(other.place()))
                    .orElseThrow();
            Stream<String> said = by.entrySet().stream()
                    .map(entry ->
                            entry.getKey().words() + " by \"" + entry.getValue().name() + "\"");
            findings.add(Finding.of(
                    FindingKind.SEVERITIES_DIFFER,
                    last.flags()
                            .filter(raised -> raised.flag().equals(flag))
                            .findFirst()
                            .orElseThrow()
                            .place(),
                    "The flag \"" + flag + "\" is raised as " + Said.and(said.toList()) + ".",
                    "A student for whom several hold gets the gravest."));
        }
    }

    private void alike(String what, Map<String, Place> names) {
        List<String> seen = new ArrayList<>();
        for (Map.Entry<String, Place> name : names.entrySet()) {
            seen.stream()
                    .filter(earlier -> alike(earlier, name.getKey()))
                    .findFirst()
                    .ifPresent(earlier -> findings.add(Finding.of(
                            FindingKind.NAMES_ALIKE,
                            name.getValue(),
                            "The " + what + " \"" + name.getKey() + "\" is almost \"" + earlier + "\", at "
                                    + names.get(earlier) + ", but not the same to Signpost.",
                            "Write them alike, letter for letter, or give one a name of its own.")));
            if (seen.size() < MOST_NAMES) {
                seen.add(name.getKey());
            }
        }
    }

    /** Alike but for capitals, spaces and signs, or but for one long word that differs by a letter. */
    static boolean alike(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
        if (words.equals(others) || String.join("", words).equals(String.join("", others))) {
            return true;
        }
        if (words.size() != others.size()) {
            return false;
        }
        Set<String> different = new LinkedHashSet<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (!word.equals(others.get(at)) && (!slip(word, others.get(at)) || !different.add(word))) {
                return false;
            }
        }
        return different.size() == 1;
    }

    private static boolean slip(String word, String other) {
        return Math.min(word.length(), other.length()) >= LONG_WORD
                && new LevenshteinDistance(1).apply(word, other) == 1;
    }

    private static List<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
