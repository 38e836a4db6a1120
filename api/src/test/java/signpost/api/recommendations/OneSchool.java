package signpost.api.recommendations;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import signpost.api.schools.SchoolScope;

/** What time and jobs do to every school, done to one: a test waits for nobody else's students. */
@TestComponent
public class OneSchool {

    private final SchoolScope scope;
    private final Turn turn;
    private final EvaluationWorker worker;

    OneSchool(SchoolScope scope, Turn turn, EvaluationWorker worker) {
        this.scope = scope;
        this.turn = turn;
        this.worker = worker;
    }

    /** As {@link TurnOfDay#come}. */
    public void turns(UUID school) {
        scope.within(school, () -> turn.of(school));
    }

    /** As {@link EvaluationWorker#work()}. */
    public void works(UUID school) {
        scope.within(school, () -> worker.work(school));
    }
}
