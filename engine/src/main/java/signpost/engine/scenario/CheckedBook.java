package signpost.engine.scenario;

import java.util.List;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** All checks a book passes before it can be in force: it reads, it builds, and its scenarios come out as written. */
public sealed interface CheckedBook {

    /** Ready to judge. */
    record Ready(Recommender recommender, int scenarios) implements CheckedBook {}

    record Refused(List<Problem> problems) implements CheckedBook {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Reads and builds the book and runs its scenarios. */
    static CheckedBook of(BookFiles files) {
        CheckedBook read = knownToPass(files);
        return read instanceof Ready ready ? afterScenarios(ready) : read;
    }

    /** Reads and builds a book whose scenarios this program has run before: the same files pass again. */
    static CheckedBook knownToPass(BookFiles files) {
        BookReading reading = BookReader.read(files);
        if (reading instanceof BookReading.Whole whole) {
            return new Ready(
                    new Recommender(whole.book()), whole.book().scenarios().size());
        }
        return new Refused(((BookReading.Broken) reading).problems());
    }

    private static CheckedBook afterScenarios(Ready ready) {
        Problems problems = new Problems();
        ScenarioRun.run(ready.recommender(), problems);
        return problems.isEmpty() ? ready : new Refused(problems.all());
    }
}
