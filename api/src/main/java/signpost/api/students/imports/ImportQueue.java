package signpost.api.students.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import signpost.api.schools.Ids;
import signpost.api.students.OurSchool;

/** Takes files in: the file and the job that imports it commit together. */
@Service
class ImportQueue {

    private final ImportRecords records;
    private final Scheduler scheduler;
    private final OurSchool school;
    private final Ids ids;
    private final Clock clock;

    ImportQueue(ImportRecords records, Scheduler scheduler, OurSchool school, Ids ids, Clock clock) {
        this.records = records;
        this.scheduler = scheduler;
        this.school = school;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    UUID add(byte[] file, LocalDate asOf, boolean dryRun, UUID requestedBy) {
        UUID id = ids.next();
        records.add(id, file, asOf, dryRun, requestedBy);
        scheduler.schedule(
                new TaskInstance<Void>(ImportJob.NAME, ImportJob.instance(school.id(), id)), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
        return id;
    }
}
