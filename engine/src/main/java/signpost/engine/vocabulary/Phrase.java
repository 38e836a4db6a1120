package signpost.engine.vocabulary;

import java.util.List;

/**
 * A wording of its own for an attribute.
 *
 * @param text the whole sentence, or one with {@link #PLACEHOLDER}
 * @param values the canonical values it stands for; empty when the sentence holds the placeholder
 */
public record Phrase(String text, List<String> values) {

    public static final String PLACEHOLDER = "{values}";

    public Phrase {
        values = List.copyOf(values);
    }

    public boolean open() {
        return text.contains(PLACEHOLDER);
    }
}
