package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    Wordings(Vocabulary vocabulary) {
        this.attributes = List.copyOf(vocabulary.attributes());
        this.byLongestName = attributes.stream()
                .sorted(Comparator.comparingInt(
                                (Attribute attribute) -> attribute.called().length())
                        .reversed()
                        .thenComparing(Attribute::key))
                .toList();
    }

    Optional<Phrased> phrase(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        for (Attribute attribute : attributes) {
            for (Phrase phrase : attribute.phrases()) {
                Optional<String> values = values(phrase, lower, sentence);
                if (values.isPresent()) {
                    return Optional.of(new Phrased(attribute, phrase, values.get()));
                }
            }
        }
        return Optional.empty();
    }

    Optional<Named> name(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return byLongestName.stream()
                .filter(attribute -> lower.startsWith(attribute.called().toLowerCase(Locale.ROOT) + " "))
                .findFirst()
                .map(attribute -> new Named(attribute, attribute.called().length() + 1));
    }

    /** Every way a condition can begin, for suggestions. */
    List<String> all() {
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

    private static Optional<String> values(Phrase phrase, String lower, String sentence) {
        String text = phrase.text().toLowerCase(Locale.ROOT);
        if (!phrase.open()) {
            return lower.equals(text) ? Optional.of("") : Optional.empty();
        }
        int open = text.indexOf(Phrase.PLACEHOLDER);
        String before = text.substring(0, open);
        String after = text.substring(open + Phrase.PLACEHOLDER.length());
        if (lower.startsWith(before) && lower.endsWith(after) && lower.length() > before.length() + after.length()) {
            return Optional.of(sentence.substring(before.length(), sentence.length() - after.length()));
        }
        return Optional.empty();
    }
}
