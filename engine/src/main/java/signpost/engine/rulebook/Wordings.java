package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Phrase;
import signpost.engine.vocabulary.Vocabulary;

/** Finds which attribute a sentence speaks of. */
final class Wordings {

    /** A sentence that an attribute's own phrase covers. */
    record Phrased(Attribute attribute, Phrase phrase, String values) {}

    /** A sentence that begins with an attribute's name; {@code from} is where the rest begins. */
    record Named(Attribute attribute, int from) {}

    private final List<Attribute> byLongestName;
    private final List<Attribute> attributes;
    private final Map<String, Phrased> whole = new HashMap<>();
    private final List<Phrased> open = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    Wordings(Vocabulary vocabulary) {
        this.attributes = List.copyOf(vocabulary.attributes());
        this.byLongestName = attributes.stream()
                .sorted(Comparator.comparingInt(
                                (Attribute attribute) -> attribute.called().length())
                        .reversed()
                        .thenComparing(Attribute::key))
                .toList();
        for (Attribute attribute : attributes) {
            for (Phrase phrase : attribute.phrases()) {
                Phrased phrased = new Phrased(attribute, phrase, "");
                if (phrase.open()) {
                    open.add(phrased);
                } else {
                    whole.putIfAbsent(phrase.text().toLowerCase(Locale.ROOT), phrased);
                }
            }
        }
        all.addAll(beginnings());
    }

    Optional<Phrased> phrase(String sentence) {
        Optional<Phrased> said = Optional.ofNullable(whole.get(sentence.toLowerCase(Locale.ROOT)));
        return said.or(() -> open.stream()
                .flatMap(phrased -> values(phrased.phrase().text(), sentence)
                        .map(values -> new Phrased(phrased.attribute(), phrased.phrase(), values))
                        .stream())
                .findFirst());
    }

    Optional<Named> name(String sentence) {
        return byLongestName.stream()
                .filter(attribute -> starts(sentence, attribute.called() + " "))
                .findFirst()
                .map(attribute -> new Named(attribute, attribute.called().length() + 1));
    }

    /** Compared letter by letter: some letters grow when a whole text is made small. */
    private static boolean starts(String sentence, String beginning) {
        return sentence.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    List<String> all() {
        return Collections.unmodifiableList(all);
    }

    /** Every way a condition can begin, for suggestions. */
    private List<String> beginnings() {
        List<String> all = new ArrayList<>(List.of("it is the autumn term", "today is on or after 1 February"));
        for (Attribute attribute : attributes) {
            attribute.phrases().stream()
                    .flatMap(phrase -> phrase.open()
                            ? Stream.of("10", "10 or 11")
                                    .map(values -> phrase.text().replace(Phrase.PLACEHOLDER, values))
                            : Stream.of(phrase.text()))
                    .forEach(all::add);
            all.add(attribute.called() + " is known");
            all.add(attribute.called() + " is not known");
        }
        return all;
    }

    List<String> names() {
        return attributes.stream().map(Attribute::called).toList();
    }

    private static Optional<String> values(String phrase, String sentence) {
        int hole = phrase.indexOf(Phrase.PLACEHOLDER);
        String before = phrase.substring(0, hole);
        String after = phrase.substring(hole + Phrase.PLACEHOLDER.length());
        int end = sentence.length() - after.length();
        return end > before.length()
                        && starts(sentence, before)
                        && sentence.regionMatches(true, end, after, 0, after.length())
                ? Optional.of(sentence.substring(before.length(), end))
                : Optional.empty();
    }
}
