package signpost.engine.format;

import java.util.List;
import signpost.engine.text.Problem;

/** What came of formatting a text. */
public sealed interface Formatting {

    /** The text in its one form, with {@code \n} line ends. */
    record Formatted(String text) implements Formatting {}

    /** The text cannot be cut into blocks, so it is left as it is. */
    record Left(List<Problem> problems) implements Formatting {
        public Left {
            problems = List.copyOf(problems);
        }
    }
}
