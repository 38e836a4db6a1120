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

    /** What is missing; a score or flag waits for facts that are on the list themselves. */
    private record Gap(String words, boolean derived) {}

    private static final Gap ELSE = new Gap("Something else is not known", true);
    /** Nobody can fill it in: one line for it all, in a school's first term above all. */
    private static final Gap LAST_TERM = new Gap("Something of last term is not known", true);

    private Waiting() {}

    static StudentFile.Untold of(List<Explanation> cannotTell, Sight sight) {
        Sight.Visible visible = sight.of(cannotTell);
        Map<Gap, List<Explanation>> byFact = new LinkedHashMap<>();
        for (Explanation rule : visible.reasons()) {
            missing(rule)
                    .forEach(words -> byFact.computeIfAbsent(words, fact -> new ArrayList<>())
                            .add(rule));
        }
        List<StudentFile.Missing> facts = byFact.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Gap, List<Explanation>> gap) ->
                                gap.getKey().derived())
                        .thenComparing(gap -> -gap.getValue().size())
                        .thenComparing(gap -> gap.getKey().words()))
                .map(gap -> new StudentFile.Missing(gap.getKey().words(), gap.getValue()))
                .toList();
        return new StudentFile.Untold(facts, visible.reasons().size(), visible.hidden());
    }

    private static Set<Gap> missing(Explanation rule) {
        Set<Gap> gaps = new LinkedHashSet<>();
        rule.conditions().stream()
                .filter(condition -> condition.answer() == Answer.UNKNOWN)
                .flatMap(condition -> condition.seen().stream())
                .filter(seen -> !seen.known())
                .forEach(seen -> gaps.add(gap(seen)));
        return gaps.isEmpty() ? Set.of(ELSE) : gaps;
    }

    private static Gap gap(Seen seen) {
        return seen.title().endsWith(" last term")
                ? LAST_TERM
                : new Gap(words(seen), seen.attribute().isEmpty());
    }

    private static String words(Seen seen) {
        if (!seen.attribute().isEmpty()) {
            return seen.title() + " is not known";
        }
        return seen.value().matches("\\d+ to \\d+")
                ? seen.title() + " is " + seen.value() + " until more is known"
                : seen.title() + " cannot be told yet";
    }
}
