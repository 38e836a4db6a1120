package signpost.engine.scenario;

import java.util.List;
import signpost.engine.evaluation.Judgement;
import signpost.engine.text.Problem;

/**
 * A scenario that was run.
 *
 * @param judgement what came out
 * @param problems what came out otherwise than expected; none when it came out as written, or waits
 * @param waitsFor the names of the switched-off rules it waits for: it comes out as written as soon as they are on again. Until
 *     then it is kept and put aside; none for every other scenario
 */
public record Tried(Scenario scenario, Judgement judgement, List<Problem> problems, List<String> waitsFor) {

    public Tried {
        problems = List.copyOf(problems);
        waitsFor = List.copyOf(waitsFor);
    }

    public boolean passed() {
        return problems.isEmpty() && waitsFor.isEmpty();
    }

    /** Whether it is put aside until a rule is switched on again. */
    public boolean waits() {
        return !waitsFor.isEmpty();
    }
}
