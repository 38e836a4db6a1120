package signpost.api.students;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.BookInForce;
import signpost.engine.cohort.FactReader;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import tools.jackson.databind.JsonNode;

/** Facts as a JSON object: attribute to value, be it a text, a number, true or false, or a list of codes. */
@Component
public class JsonFacts {

    private final BookInForce book;

    JsonFacts(BookInForce book) {
        this.book = book;
    }

    /**
     * Reads them by the vocabulary in force. Null and blank say nothing.
     *
     * @param within the object's name, for problems
     */
    public Map<String, Value> read(
            @Nullable Map<String, @Nullable JsonNode> facts, String within, FieldProblems problems) {
        Map<String, Value> read = new LinkedHashMap<>();
        if (facts == null) {
            return read;
        }
        var vocabulary = book.recommender().book().vocabulary();
        facts.forEach((name, node) -> {
            String field = within + "." + name;
            Optional<Attribute> attribute = vocabulary.byColumn(name);
            Optional<String> text = text(node);
            if (attribute.isEmpty()) {
                problems.add(field, "is no attribute of the rule book's vocabulary");
            } else if (text.isEmpty()) {
                problems.add(field, "is neither a text, a number, true, false nor a list of those");
            } else {
                take(attribute.get(), text.get(), field, read, problems);
            }
        });
        return read;
    }

    private static void take(
            Attribute attribute, String text, String field, Map<String, Value> read, FieldProblems problems) {
        Reading reading = FactReader.read(attribute, text);
        if (reading instanceof Reading.Refused refused) {
            problems.add(field, refused.message());
        } else if (reading instanceof Reading.Read found && read.put(attribute.key(), found.value()) != null) {
            problems.add(field, "is given twice, under two names");
        }
    }

    private static Optional<String> text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.of("");
        }
        if (node.isArray()) {
            return node.valueStream().allMatch(JsonNode::isValueNode)
                    ? Optional.of(
                            node.isEmpty()
                                    ? "none"
                                    : node.valueStream().map(JsonNode::asString).collect(Collectors.joining(";")))
                    : Optional.empty();
        }
        return node.isValueNode() ? Optional.of(node.asString()) : Optional.empty();
    }
}
