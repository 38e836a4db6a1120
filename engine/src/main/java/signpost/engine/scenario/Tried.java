package signpost.engine.scenario;

import java.util.List;
import signpost.engine.text.Problem;

/**
 * A scenario that was run.
 *
 * @param problems what came out otherwise than expected; none when it came out as written
 */
public record Tried(Scenario scenario, List<Problem> problems) {

    public Tried {
        problems = List.copyOf(problems);
    }

    public boolean passed() {
        return problems.isEmpty();
    }
}
