package signpost.engine.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.text.Block;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** Settles which attributes are worked out from which others; circles are refused. */
final class Derivations {

    private final Map<String, Line> written = new LinkedHashMap<>();
    private final Problems problems;
    private final Map<String, Attribute> stated = new LinkedHashMap<>();
    private final Map<String, Attribute> settled = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    Derivations(List<Block> blocks, Problems problems) {
        this.problems = problems;
        for (Block block : blocks) {
            block.field("Worked out")
                    .ifPresent(field -> written.put(block.title().text(), field.value()));
        }
    }

    /** The same attributes, with how they are worked out. */
    Map<String, List<Attribute>> into(Map<String, List<Attribute>> topics) {
        topics.values().forEach(attributes -> attributes.forEach(one -> stated.put(one.key(), one)));
        Map<String, List<Attribute>> whole = new LinkedHashMap<>();
        topics.forEach((topic, attributes) ->
                whole.put(topic, attributes.stream().map(this::settle).toList()));
        return whole;
    }

    private Attribute settle(Attribute attribute) {
        Attribute known = settled.get(attribute.key());
        Line line = written.get(attribute.key());
        if (known != null || line == null) {
            return known == null ? attribute : known;
        }
        if (!open.add(attribute.key())) {
            problems.add(
                    line.place(),
                    "These attributes are worked out from each other in a circle: " + String.join(", ", open) + ".",
                    "Let one of them be recorded instead.");
            return attribute;
        }
        Attribute whole = new DerivationReader(stated, problems)
                .read(attribute, line)
                .map(derivation -> attribute.workedOut(derivation, inputs(derivation)))
                .orElse(attribute);
        open.remove(attribute.key());
        settled.put(attribute.key(), whole);
        return whole;
    }

    private List<Attribute> inputs(Derivation derivation) {
        List<Attribute> inputs = new ArrayList<>();
        for (String key : derivation.inputs()) {
            Optional.ofNullable(stated.get(key)).map(this::settle).ifPresent(inputs::add);
        }
        return inputs;
    }
}
