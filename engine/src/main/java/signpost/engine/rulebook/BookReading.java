package signpost.engine.rulebook;

import java.util.List;
import signpost.engine.text.Problem;

/** What came of reading a book: a whole book, or everything that is wrong with it. */
public sealed interface BookReading {

    record Whole(RuleBook book) implements BookReading {}

    record Broken(List<Problem> problems) implements BookReading {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
