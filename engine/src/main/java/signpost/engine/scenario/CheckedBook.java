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

    static CheckedBook of(BookFiles files) {
        BookReading reading = BookReader.read(files);
        if (reading instanceof BookReading.Whole whole) {
            Recommender recommender = new Recommender(whole.book());
            Problems problems = new Problems();
            int scenarios = ScenarioRun.run(recommender, problems).size();
            return problems.isEmpty() ? new Ready(recommender, scenarios) : new Refused(problems.all());
        }
        return new Refused(((BookReading.Broken) reading).problems());
    }
}
