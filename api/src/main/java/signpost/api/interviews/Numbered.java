package signpost.api.interviews;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer to choose, numbered alike in the list on the page and in the boxes of the printed sheet, so that typing the
 * figure on paper picks it.
 *
 * @param words such as {@code not at all}: a step of a scale loses the figure it has of its own
 */
record Numbered(String code, int number, String words) {

    private static final Pattern STEP = Pattern.compile("\\d+ of \\d+ \\((.+)\\)");

    /** What several questions have as their answers, once. */
    record Key(String titles, List<Numbered> choices) {}

    static List<Numbered> of(Question question) {
        Map<String, String> labels = question.attribute().kind().labels();
        List<Numbered> all = new ArrayList<>();
        question.choices().forEach(choice -> {
            String label = labels.getOrDefault(choice.code(), choice.label());
            Matcher step = STEP.matcher(label);
            all.add(new Numbered(choice.code(), all.size() + 1, step.matches() ? step.group(1) : label));
        });
        return all;
    }

    /** In the order of the questions; those with the same answers together. */
    static List<Key> keys(List<Question> questions) {
        Map<List<Numbered>, List<String>> titles = new LinkedHashMap<>();
        questions.forEach(question ->
                titles.computeIfAbsent(of(question), first -> new ArrayList<>()).add(question.title()));
        return titles.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .map(one -> new Key(String.join(", ", one.getValue()), one.getKey()))
                .toList();
    }

    /** Such as {@code 1 no plan}. */
    public String label() {
        return number + " " + words;
    }
}
