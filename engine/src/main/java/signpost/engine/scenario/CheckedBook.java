package signpost.engine.scenario;

import java.util.List;
import signpost.engine.analysis.Tightening;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** All checks a book passes before it can be in force: it reads, it builds, and its scenarios come out as written. */
public sealed interface CheckedBook {

    /**
     * Ready to judge.
     *
     * @param scenarios how many scenarios it has
     * @param waiting how many of those are put aside, because they wait for rules that are switched off
     */
    record Ready(Recommender recommender, int scenarios, int waiting) implements CheckedBook {}

    record Refused(List<Problem> problems) implements CheckedBook {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Reads and builds the book and runs its scenarios; of a school's additions, those of the trust's own book first. */
    static CheckedBook of(BookFiles files) {
        CheckedBook checked = new Refused(List.of());
        int scenarios = 0;
        int waiting = 0;
        for (BookFiles layer : files.layers()) {
            CheckedBook read = knownToPass(layer);
            checked = read instanceof Ready ready ? afterScenarios(ready) : read;
            if (!(checked instanceof Ready passed)) {
                return checked;
            }
            scenarios += passed.scenarios();
            waiting += passed.waiting();
            checked = new Ready(passed.recommender(), scenarios, waiting);
        }
        return checked;
    }

    /** Reads the book, and holds a school's additions to its trust's rules; no scenario is run. */
    static BookReading read(BookFiles files) {
        BookReading reading = BookReader.read(files);
        List<Problem> loosened =
                reading instanceof BookReading.Whole whole ? Tightening.problems(whole.book()) : List.of();
        return loosened.isEmpty() ? reading : new BookReading.Broken(loosened);
    }

    /** Reads and builds a book whose scenarios this program has run before: the same files pass again. */
    static CheckedBook knownToPass(BookFiles files) {
        BookReading reading = read(files);
        if (reading instanceof BookReading.Whole whole) {
            return new Ready(
                    new Recommender(whole.book()), whole.book().scenarios().size(), 0);
        }
        return new Refused(((BookReading.Broken) reading).problems());
    }

    private static CheckedBook afterScenarios(Ready ready) {
        Problems problems = new Problems();
        List<Tried> tried = ScenarioRun.each(ready.recommender(), problems);
        tried.forEach(one -> problems.addAll(one.problems()));
        int waiting = (int) tried.stream().filter(Tried::waits).count();
        return problems.isEmpty()
                ? new Ready(ready.recommender(), ready.scenarios(), waiting)
                : new Refused(problems.all());
    }
}
