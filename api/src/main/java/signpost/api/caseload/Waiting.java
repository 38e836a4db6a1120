package signpost.api.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import signpost.api.recommendations.Sight;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Seen;
import signpost.engine.rulebook.Answer;

/** Turns the rules that cannot tell into the facts they wait for: each fact is work somebody can do. */
final class Waiting {

    private Waiting() {}

    static StudentFile.Untold of(List<Explanation> cannotTell, Sight sight) {
        Sight.Visible visible = sight.of(cannotTell);
        Map<String, List<Explanation>> byFact = new LinkedHashMap<>();
        for (Explanation rule : visible.reasons()) {
            missing(rule)
                    .forEach(words -> byFact.computeIfAbsent(words, fact -> new ArrayList<>())
                            .add(rule));
        }
        List<StudentFile.Missing> facts = byFact.entrySet().stream()
                .map(fact -> new StudentFile.Missing(fact.getKey(), fact.getValue()))
                .sorted(Comparator.comparing(
                                (StudentFile.Missing fact) -> -fact.rules().size())
                        .thenComparing(StudentFile.Missing::words))
                .toList();
        return new StudentFile.Untold(facts, visible.reasons().size(), visible.hidden());
    }

    private static Set<String> missing(Explanation rule) {
        Set<String> words = new LinkedHashSet<>();
        rule.conditions().stream()
                .filter(condition -> condition.answer() == Answer.UNKNOWN)
                .flatMap(condition -> condition.seen().stream())
                .filter(seen -> !seen.known())
                .forEach(seen -> words.add(words(seen)));
        return words.isEmpty() ? Set.of("Something else is not known") : words;
    }

    /** A score or flag is not a fact to ask for: it waits for other facts on the list. */
    private static String words(Seen seen) {
        if (seen.attribute().isEmpty()) {
            return seen.value().matches("\\d+ to \\d+")
                    ? seen.title() + " is " + seen.value() + " until more is known"
                    : seen.title() + " cannot be told yet";
        }
        return seen.title() + " is not known";
    }
}
