package signpost.api.students.imports;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
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

    private final Imports imports;
    private final ImportRecords records;
    private final RefusedRows refused;
    private final Roll roll;
    private final SchoolScope scope;
    private final TransactionTemplate transactions;
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
        this.audit = audit;
    }

    /** Finishes every import of the school up to and with this one: a later file may need what an earlier one brings. */
    void finishUpTo(UUID school, UUID last) {
        scope.within(school, () -> {
            Optional<UUID> next = first(last);
            while (next.isPresent()) {
                finish(school, next.get());
                next = first(last);
            }
        });
    }

    private Optional<UUID> first(UUID last) {
        return transactions.execute(status -> records.firstUnfinished(last));
    }

    private void finish(UUID school, UUID id) {
        Integer attempt = transactions.execute(status -> records.begin(id));
        if (attempt == null || attempt == 0) {
            return;
        }
        try {
            work(school, id);
        } catch (RuntimeException failure) {
            LOG.warn("Import {} of school {} failed, attempt {}", id, school, attempt, failure);
            if (attempt < MOST_ATTEMPTS) {
                throw failure;
            }
            transactions.executeWithoutResult(status -> records.finish(
                    id,
                    ImportReport.refused("Signpost could not finish this import, and kept nothing of it. Send the file"
                            + " again, and tell whoever runs Signpost if it fails again.")));
        }
    }

    private void work(UUID school, UUID id) {
        Optional<ImportResult> tried = tryOut(id);
        transactions.executeWithoutResult(status -> {
            roll.lock();
            records.pending(id).ifPresent(pending -> {
                ImportResult result = tried.orElseGet(() -> imports.take(records.file(id), pending.asOf()));
                refused.forgetOld();
                refused.keep(id, result);
                records.finish(id, result.report());
                tell(school, pending, result.report());
            });
        });
    }

    /** A trial is judged in a transaction that keeps nothing; its report is kept in the next one. */
    private Optional<ImportResult> tryOut(UUID id) {
        Optional<ImportRecords.Pending> pending = transactions.execute(status -> records.pending(id));
        if (pending == null || pending.filter(ImportRecords.Pending::dryRun).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(transactions.execute(status -> {
            status.setRollbackOnly();
            return imports.take(records.file(id), pending.get().asOf());
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
