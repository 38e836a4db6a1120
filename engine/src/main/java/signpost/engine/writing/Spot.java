package signpost.engine.writing;

import java.util.Optional;
import signpost.engine.text.Problem;

/**
 * The line a problem stands in.
 *
 * @param words the line as it is
 * @param at where the problem begins in it, from 0
 */
record Spot(Problem problem, String words, int at) {

    /** Nothing for a cell of a table, and where the text is not the one the problem was found in. */
    static Optional<Spot> of(Problem problem, String text) {
        Lines lines = Lines.of(text);
        int line = problem.place().line();
        if (!problem.place().cell().isEmpty() || line > lines.size() || text.startsWith("\uFEFF")) {
            return Optional.empty();
        }
        int at = problem.place().column() - 1;
        return at <= lines.at(line).length() ? Optional.of(new Spot(problem, lines.at(line), at)) : Optional.empty();
    }

    String rest() {
        return words.substring(at);
    }

    /** These words, from where the problem begins on, replaced; nothing where they do not stand there as words. */
    Optional<Fix> instead(String wrong, String right) {
        for (int found = words.indexOf(wrong, at);
                found >= 0 && !wrong.isEmpty();
                found = words.indexOf(wrong, found + 1)) {
            int end = found + wrong.length();
            if (alone(found - 1, found) && alone(end, end - 1)) {
                return Optional.of(change(found, end, right, "Change \"" + wrong + "\" to \"" + right + "\""));
            }
        }
        return Optional.empty();
    }

    Fix change(int from, int to, String replacement, String label) {
        return new Fix(problem.place().file(), problem.place().line(), from + 1, to + 1, replacement, label);
    }

    /** Whether the character beside a word is no further letter of it. */
    private boolean alone(int beside, int edge) {
        return beside < 0
                || beside >= words.length()
                || !Character.isLetterOrDigit(words.charAt(beside))
                || !Character.isLetterOrDigit(words.charAt(edge));
    }
}
