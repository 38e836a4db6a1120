package signpost.engine.writing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.engine.catalogue.Intervention;
import signpost.engine.rulebook.ConsequenceParser;
import signpost.engine.rulebook.GroupHead;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Severity;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Shape;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Phrase;

/**
 * The words an editor colours; each list has the longest first, so that the first that fits is the right one. Capitals do not
 * matter in any of them but codes, flags and interventions.
 *
 * @param headers what begins a block, before its colon, in the first column
 * @param fields by header, the fields of its block
 * @param bare the fields that stand alone on a line, their lines beneath
 * @param joining words that join conditions or turn them round
 * @param groups what begins a group; "at least" with a number and "of" after it, and all with a colon at the end
 * @param acts what a consequence begins with
 * @param severities how grave a flag can be
 * @param names how attributes are called
 * @param specialCategory those of the names and phrases that speak of special-category data
 * @param phrases the vocabulary's own sentences; of those with values, the words before them
 * @param codes of all attributes
 * @param interventions by code
 * @param flags that rules raise
 * @param scores that rules add points to
 */
public record Highlighting(
        List<String> headers,
        Map<String, List<String>> fields,
        List<String> bare,
        List<String> joining,
        List<String> groups,
        List<String> acts,
        List<String> severities,
        List<String> names,
        List<String> specialCategory,
        List<String> phrases,
        List<String> codes,
        List<String> interventions,
        List<String> flags,
        List<String> scores) {

    /** The words of a book. */
    public static Highlighting of(RuleBook book) {
        return of(Words.of(book));
    }

    /** The words of files that speak of these. */
    public static Highlighting of(Words words) {
        Collection<Attribute> attributes = words.vocabulary().attributes();
        return new Highlighting(
                longest(Shapes.ALL.stream().map(Shape::header)),
                fieldsByHeader(),
                longest(Shapes.ALL.stream().flatMap(shape -> shape.bare().stream())),
                List.of("and", "not"),
                GroupHead.KINDS,
                longest(ConsequenceParser.VERBS.stream()),
                Arrays.stream(Severity.values()).map(Severity::words).toList(),
                longest(attributes.stream().map(Attribute::called)),
                longest(attributes.stream().filter(Attribute::specialCategory).flatMap(Highlighting::wordings)),
                longest(attributes.stream().flatMap(Highlighting::phrases)),
                longest(attributes.stream().flatMap(attribute -> attribute.kind().labels().keySet().stream())),
                longest(words.catalogue().interventions().stream().map(Intervention::code)),
                longest(words.flags().stream()),
                longest(words.scores().stream()));
    }

    private static Map<String, List<String>> fieldsByHeader() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Shapes.ALL.forEach(shape -> fields.put(shape.header(), longest(shape.fields().stream())));
        return fields;
    }

    private static Stream<String> wordings(Attribute attribute) {
        return Stream.concat(Stream.of(attribute.called()), phrases(attribute));
    }

    private static Stream<String> phrases(Attribute attribute) {
        return attribute.phrases().stream()
                .map(Phrase::text)
                .map(text -> text.contains(Phrase.PLACEHOLDER)
                        ? text.substring(0, text.indexOf(Phrase.PLACEHOLDER)).strip()
                        : text)
                .filter(Predicate.not(String::isEmpty));
    }

    private static List<String> longest(Stream<String> words) {
        return words.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
