package signpost.api.builder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.writing.Matter;
import signpost.engine.writing.Picks;

/** What a condition can be about, as a list to look through. */
final class Subjects {

    private Subjects() {}

    static Optional<Matter> find(Picks picks, String sort, String key) {
        return picks.matters().stream()
                .filter(matter ->
                        matter.sort().name().equals(sort) && matter.key().equals(key))
                .findFirst();
    }

    /** Those in which every word stands, by topic; all of them for no words. */
    static Map<String, List<Matter>> byTopic(Picks picks, String words) {
        Map<String, List<Matter>> topics = new LinkedHashMap<>();
        List<String> wanted = Stream.of(words.toLowerCase(Locale.UK).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        for (Matter matter : picks.matters()) {
            String all = (matter.title() + " " + matter.called() + " " + matter.topic() + " " + matter.detail())
                    .toLowerCase(Locale.UK);
            if (wanted.stream().allMatch(all::contains)) {
                topics.computeIfAbsent(heading(matter), topic -> new ArrayList<>())
                        .add(matter);
            }
        }
        return topics;
    }

    private static String heading(Matter matter) {
        return switch (matter.sort()) {
            case ATTRIBUTE -> sentence(matter.topic());
            case TODAY, TERM -> "The calendar";
            case FLAG -> "Flags that rules raise";
            case SCORE -> "Scores";
            case HELP -> "Help offered before";
        };
    }

    private static String sentence(String topic) {
        String words =
                topic.replaceFirst("^.*/", "").replaceFirst("\\.txt$", "").replace('-', ' ');
        return words.isEmpty() ? "Other" : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
