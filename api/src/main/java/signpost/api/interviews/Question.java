package signpost.api.interviews;

import java.util.List;
import java.util.Map;
import signpost.api.pages.Capital;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/**
 * Something to ask a student, as a form shows it.
 *
 * @param attribute what the answer is an answer to
 * @param before what was said last time, when and where; empty when nothing is known
 */
record Question(Attribute attribute, String before) {

    /** More choices than these are easier to find in a list that opens. */
    private static final int MOST_RADIOS = 6;

    /** How it is asked. */
    enum Form {
        RADIOS,
        LIST,
        CHECKBOXES,
        LINES,
        LINE
    }

    /** One of the answers there are to choose from. */
    record Choice(String code, String label) {}

    /** Some questions under a heading. */
    record Section(String key, String title, List<Question> questions) {}

    public String key() {
        return attribute.key();
    }

    public String title() {
        return attribute.title();
    }

    public Form form() {
        Kind kind = attribute.kind();
        if (kind instanceof Kind.SomeOf) {
            return choices().isEmpty() ? Form.LINES : Form.CHECKBOXES;
        }
        if (choices().isEmpty()) {
            return Form.LINE;
        }
        return choices().size() > MOST_RADIOS ? Form.LIST : Form.RADIOS;
    }

    /** Whether the student can name something that is none of the choices. */
    public boolean otherwise() {
        return form() == Form.CHECKBOXES
                && choices().stream().anyMatch(choice -> choice.code().equals(OwnWords.OTHER));
    }

    public List<Choice> choices() {
        if (attribute.kind() instanceof Kind.YesNo) {
            return List.of(new Choice("Y", "Yes"), new Choice("N", "No"));
        }
        return attribute.kind().labels().entrySet().stream()
                .map(Question::choice)
                .toList();
    }

    private static Choice choice(Map.Entry<String, String> code) {
        String label = code.getValue();
        return new Choice(code.getKey(), Capital.first(label));
    }
}
