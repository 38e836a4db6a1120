package signpost.api.rulebooks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** The rules of a book by topic, in sentences. */
public final class Topics {

    private static final Set<String> ABBREVIATIONS = Set.of("roni", "send", "neet");

    private Topics() {}

    /** The rules of a file, or of the files of a trust and its school that bear the same name. */
    public record Topic(String id, String title, List<RuleWords.Said> rules) {
        public Topic {
            rules = List.copyOf(rules);
        }
    }

    /** In alphabetical order, the rules of each as they stand in their files. */
    public static List<Topic> of(RuleBook book) {
        RuleWords words = new RuleWords(book.catalogue());
        Map<String, List<Rule>> byTopic =
                book.rules().stream().collect(Collectors.groupingBy(Rule::topic, TreeMap::new, Collectors.toList()));
        return byTopic.entrySet().stream()
                .map(topic -> new Topic(
                        "topic-" + topic.getKey().replaceAll("[^A-Za-z0-9-]", "-"),
                        title(topic.getKey()),
                        topic.getValue().stream()
                                .sorted(Comparator.comparing(Rule::place))
                                .map(words::of)
                                .toList()))
                .toList();
    }

    /** A topic's name as a heading. */
    public static String title(String topic) {
        if (ABBREVIATIONS.contains(topic)) {
            return topic.toUpperCase(Locale.UK);
        }
        String words = topic.replaceAll("[-_](?=\\D)", " ");
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
