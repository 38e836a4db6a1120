package signpost.api.students.imports;

import java.io.OutputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import signpost.api.pages.Problems;

/** Shows imports of the school that asks; those of others do not exist for it. */
@Service
@Transactional(readOnly = true)
class ImportViews {

    private static final int MOST_PROBLEMS = 1_000;

    private final ImportRecords records;
    private final RefusedRows refused;

    ImportViews(ImportRecords records, RefusedRows refused) {
        this.records = records;
        this.refused = refused;
    }

    /**
     * The import.
     *
     * @throws ErrorResponseException 404 when the school has none of this id
     */
    ImportView get(UUID id) {
        var entry = records.find(id)
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND, Problems.notFound(), null));
        var report = entry.report();
        return new ImportView(
                id,
                entry.state(),
                entry.dryRun(),
                entry.asOf(),
                entry.createdAt(),
                entry.finishedAt(),
                report,
                refused.problems(id, MOST_PROBLEMS),
                refused.countProblems(id),
                report != null && report.refused() > 0 ? "/api/v1/imports/" + id + "/refused.csv" : null);
    }

    void writeRefused(UUID id, OutputStream out) {
        var csv = new RefusedCsv(out);
        refused.each(id, csv::write);
    }
}
