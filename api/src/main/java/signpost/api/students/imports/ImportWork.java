package signpost.api.students.imports;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.schools.Audit;
import signpost.api.schools.SchoolScope;
import signpost.api.students.Roll;

/**
 * Works off the imports of a school in the order they came, on whichever replica claims the job. INVARIANT: the rows of a
 * file and the note that it is done commit together, so work that is cut short can be done again.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final ImportReport GIVEN_UP =
            ImportReport.refused("Signpost could not finish this import, and kept nothing of it. Send the file"
                    + " again, and tell whoever runs Signpost if it fails again.");

    private final Imports imports;
    private final ImportRecords records;
    private final RefusedRows refused;
    private final Roll roll;
    private final SchoolScope scope;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;
    private final TransactionTemplate within;
    private final Audit audit;

    ImportWork(
            Imports imports,
            ImportRecords records,
            RefusedRows refused,
            Roll roll,
            SchoolScope scope,
            PlatformTransactionManager transactions,
            Audit audit) {
        this.imports = imports;
        this.records = records;
        this.refused = refused;
        this.roll = roll;
        this.scope = scope;
        this.transactions = new TransactionTemplate(transactions);
        // Counting an attempt outlives the attempt.
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.within = new TransactionTemplate(transactions);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.audit = audit;
    }

    /**
     * Finishes every import of the school up to and with this one: a later file may need what an earlier one brings.
     *
     * @return false when somebody else is at work on this school's imports; nothing was done then
     */
    boolean finishUpTo(UUID school, UUID last) {
        return scope.within(school, () -> {
            Optional<UUID> next = first(last);
            while (next.isPresent()) {
                if (!finish(school, next.get())) {
                    return false;
                }
                next = first(last);
            }
            return true;
        });
    }

    private Optional<UUID> first(UUID last) {
        return transactions.execute(status -> records.firstUnfinished(last));
    }

    /** @return false when somebody else is at work on this school's imports */
    private boolean finish(UUID school, UUID id) {
        var attempt = new AtomicInteger();
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                if (!records.turn()) {
                    return false;
                }
                attempt.set(Objects.requireNonNull(apart.execute(counted -> records.begin(id))));
                work(school, id, attempt.get());
                return true;
            }));
        } catch (RuntimeException failure) {
            LOG.warn("Import {} of school {} failed, attempt {}", id, school, attempt, failure);
            if (attempt.get() < MOST_ATTEMPTS) {
                throw failure;
            }
            transactions.executeWithoutResult(status -> records.finish(id, GIVEN_UP));
            return true;
        }
    }

    private void work(UUID school, UUID id, int attempt) {
        roll.lock();
        records.pending(id).ifPresent(pending -> {
            // It brought the program down before it could be given up.
            if (attempt > MOST_ATTEMPTS) {
                records.finish(id, GIVEN_UP);
                return;
            }
            ImportResult result = pending.dryRun() ? tried(pending) : imports.take(records.file(id), pending.asOf());
            refused.forgetOld();
            refused.keep(id, result);
            records.finish(id, result.report());
            tell(school, pending, result.report());
        });
    }

    /** A trial keeps its report and nothing of its rows. */
    private ImportResult tried(ImportRecords.Pending pending) {
        return Objects.requireNonNull(within.execute(status -> {
            status.setRollbackOnly();
            return imports.take(records.file(pending.id()), pending.asOf());
        }));
    }

    private void tell(UUID school, ImportRecords.Pending pending, ImportReport report) {
        audit.record(
                pending.dryRun() ? "import-tried" : "import-done",
                "school",
                school,
                "import",
                pending.id(),
                "given",
                report.given(),
                "accepted",
                report.accepted(),
                "refused",
                report.refused());
    }
}
