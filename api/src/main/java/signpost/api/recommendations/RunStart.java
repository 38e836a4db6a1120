package signpost.api.recommendations;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import signpost.api.schools.Audit;
import signpost.api.schools.Ids;
import signpost.api.students.Students;

/** Begins a run: the run, its students' requests and the job that works them off commit together. */
@Service
public class RunStart {

    private final Runs runs;
    private final Evaluations waiting;
    private final Students students;
    private final Scheduler scheduler;
    private final Ids ids;
    private final Audit audit;
    private final Clock clock;

    RunStart(
            Runs runs, Evaluations waiting, Students students, Scheduler scheduler, Ids ids, Audit audit, Clock clock) {
        this.runs = runs;
        this.waiting = waiting;
        this.students = students;
        this.scheduler = scheduler;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a run: whether it began; not while another goes on. */
    @Transactional
    public boolean begin(UUID school, UUID term, UUID staff) {
        students.lock(students.all());
        UUID id = ids.next();
        Instant now = clock.instant();
        if (!runs.add(school, id, term, staff, now)) {
            return false;
        }
        waiting.requestAll(school, id, now);
        scheduler.schedule(new TaskInstance<Void>(RunJob.NAME, RunJob.instance(school, id)), now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
        audit.record("run-begun", "school", school, "term", term, "run", id);
        return true;
    }
}
