package signpost.api.recommendations;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.schools.SchoolScope;

/**
 * Works off a run. INVARIANT: a batch's changes, its students' requests taken off the list and its count commit together, so a
 * run that is cut short goes on with whom it had not come to.
 */
@Component
class RunWork {

    private final EvaluationWorker worker;
    private final Runs runs;
    private final SchoolScope scope;
    private final Clock clock;

    RunWork(EvaluationWorker worker, Runs runs, SchoolScope scope, Clock clock) {
        this.worker = worker;
        this.runs = runs;
        this.scope = scope;
        this.clock = clock;
    }

    /** False when others are at work on some of its students. */
    boolean finish(UUID school, UUID run) {
        return scope.within(school, () -> {
            worker.work(school);
            return runs.finish(school, run, clock.instant());
        });
    }
}
