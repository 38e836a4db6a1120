package signpost.engine.writing;

import java.util.List;
import java.util.Optional;
import signpost.engine.rulebook.Condition;
import signpost.engine.text.Problem;

/** What came of reading one line as a condition. */
record Understood(Optional<Condition> condition, List<Problem> problems) {

    /** What is wrong, and what to do; empty where nothing is. */
    String trouble() {
        return problems.stream()
                .findFirst()
                .map(problem -> (problem.message() + " " + problem.advice()).strip())
                .orElse("");
    }
}
