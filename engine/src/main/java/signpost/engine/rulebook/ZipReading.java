package signpost.engine.rulebook;

import java.util.List;
import signpost.engine.text.Problem;

/** What came of unpacking a zip: the files of a book, not yet read, or why it was refused. */
public sealed interface ZipReading {

    record Unpacked(BookFiles files) implements ZipReading {}

    record Refused(List<Problem> problems) implements ZipReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
