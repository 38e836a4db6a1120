package signpost.api.recommendations;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import signpost.api.schools.SchoolScope;

/** Works off the students who wait, school by school. One that cannot be judged waits longer and holds up nobody. */
@Service
public class EvaluationWorker {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationWorker.class);

    private final SchoolScope scope;
    private final Evaluations waiting;
    private final Evaluator evaluator;
    private final Clock clock;

    EvaluationWorker(SchoolScope scope, Evaluations waiting, Evaluator evaluator, Clock clock) {
        this.scope = scope;
        this.waiting = waiting;
        this.evaluator = evaluator;
        this.clock = clock;
    }

    /** Evaluates everybody who waits, in every school. */
    public void work() {
        for (UUID school : waiting.schoolsWaiting(clock.instant())) {
            scope.within(school, () -> work(school));
        }
    }

    /** Evaluates everybody who waits in the school that the current work is for. */
    void work(UUID school) {
        try {
            while (evaluator.nextBatch(school) > 0) {
                LOG.debug("evaluated a batch of school {}", school);
            }
        } catch (RuntimeException failure) {
            LOG.error(
                    "A batch of school {} could not be evaluated; its students are tried one by one", school, failure);
            oneByOne(school);
        }
    }

    private void oneByOne(UUID school) {
        for (UUID student : waiting.waiting(school, clock.instant())) {
            try {
                evaluator.now(school, List.of(student));
            } catch (RuntimeException failure) {
                LOG.error("Student {} of school {} could not be evaluated and waits", student, school, failure);
                waiting.failed(school, student, clock.instant());
            }
        }
    }
}
