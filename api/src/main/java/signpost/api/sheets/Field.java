package signpost.api.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import signpost.engine.text.Problem;

/**
 * A cell of a row as a form shows it.
 *
 * @param name of the form's field
 * @param label the column's heading
 * @param choices what may stand there, as far as it is a list
 * @param picked whether it is one of the choices and nothing else
 * @param words whether it holds sentences rather than a word
 */
record Field(
        String name,
        String label,
        String value,
        List<String> choices,
        boolean picked,
        boolean words,
        List<Problem> problems) {

    static final String PREFIX = "cell-";

    /** What fits into the narrowest field. */
    private static final int A_LINE = 28;

    private static final Set<String> SENTENCES = Set.of("because", "why", "note", "source");

    Field {
        choices = List.copyOf(choices);
        problems = List.copyOf(problems);
    }

    static Field of(int column, String label, String value, Choices choices, List<Problem> problems) {
        List<String> offered = choices.of(label);
        boolean picked = choices.closed(label) && (value.isEmpty() || offered.contains(value));
        return new Field(
                PREFIX + column,
                label.isBlank() ? "Column " + (column + 1) : label,
                value,
                offered,
                picked && !offered.isEmpty(),
                value.length() > A_LINE || SENTENCES.contains(label.strip().toLowerCase(Locale.ROOT)),
                problems);
    }
}
