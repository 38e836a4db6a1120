package signpost.api.rulebooks;

import java.util.Arrays;
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

    /** The rules that say all these words somewhere, in capitals or not; all of them when there are none. */
    static List<Topic> saying(List<Topic> topics, String words) {
        List<String> wanted = Arrays.stream(words.strip().toLowerCase(Locale.UK).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return topics.stream()
                .map(topic -> new Topic(
                        topic.id(),
                        topic.title(),
                        topic.rules().stream()
                                .filter(rule -> wanted.stream().allMatch(text(topic, rule)::contains))
                                .toList()))
                .filter(topic -> !topic.rules().isEmpty())
                .toList();
    }

    private static String text(Topic topic, RuleWords.Said rule) {
        StringBuilder text = new StringBuilder(topic.title())
                .append('\n')
                .append(rule.name())
                .append('\n')
                .append(rule.why())
                .append('\n')
                .append(rule.because())
                .append('\n')
                .append(String.join("\n", rule.then()));
        rule.when().forEach(line -> add(text, line));
        return text.toString().toLowerCase(Locale.UK);
    }

    private static void add(StringBuilder text, RuleWords.Line line) {
        text.append('\n').append(line.words());
        line.parts().forEach(part -> add(text, part));
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
