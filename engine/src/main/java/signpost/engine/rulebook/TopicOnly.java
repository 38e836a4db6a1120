package signpost.engine.rulebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A book with the rules of one topic, and those of other topics whose flags or scores they read. */
final class TopicOnly {

    private TopicOnly() {}

    static RuleBook of(RuleBook book, String topic) {
        Set<String> wanted = new HashSet<>();
        Deque<Rule> open = book.rules().stream()
                .filter(rule -> rule.topic().equalsIgnoreCase(topic))
                .collect(Collectors.toCollection(ArrayDeque::new));
        while (!open.isEmpty()) {
            Rule rule = open.pop();
            if (wanted.add(rule.name())) {
                Set<String> read = read(rule).collect(Collectors.toSet());
                book.rules().stream()
                        .filter(other -> Strata.produced(other).anyMatch(read::contains))
                        .forEach(open::push);
            }
        }
        List<List<Rule>> strata = book.strata().stream()
                .map(stratum -> stratum.stream()
                        .filter(rule -> wanted.contains(rule.name()))
                        .toList())
                .filter(stratum -> !stratum.isEmpty())
                .toList();
        return book.withStrata(strata);
    }

    private static Stream<String> read(Rule rule) {
        return Stream.concat(
                rule.allConditions().map(Strata::consumed),
                rule.because().scores().map(score -> "score \"" + score + "\""));
    }
}
