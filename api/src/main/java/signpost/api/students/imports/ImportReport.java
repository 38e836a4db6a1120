package signpost.api.students.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a file as a whole. Holds counts and headers, nobody's data. */
@Schema(description = "What came of the file: accepted + refused = given")
public record ImportReport(
        @Schema(
                description =
                        "students, facts (attendance, grades and the like about known students), interviews or destinations; absent when the file was not understood")
        @Nullable
        String kind,

        @Schema(description = "Why the file as a whole was not taken; absent when its rows were judged") @Nullable
        String reason,

        @Schema(description = "Rows after the header that are not blank")
        int given,

        @Schema(description = "Rows taken") int accepted,

        @Schema(description = "Rows handed back, each with its reasons")
        int refused,

        @Schema(description = "Accepted rows about a student, interview or destination that is new")
        int newRecords,

        @Schema(description = "Accepted rows that changed something")
        int changedRecords,

        @Schema(description = "Accepted rows that said nothing new")
        int unchangedRecords,

        @Schema(description = "Facts not on record before") int newObservations,

        @Schema(description = "Current facts that were said again on a later day")
        int confirmedObservations,

        @Schema(description = "Columns that nothing reads, as the file names them")
        List<String> unusedColumns,

        @Schema(description = "What to look at though nothing was refused for it")
        List<String> warnings) {

    public ImportReport {
        unusedColumns = List.copyOf(unusedColumns);
        warnings = List.copyOf(warnings);
    }

    static ImportReport refused(String reason) {
        return new ImportReport(null, reason, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }

    /** Whether the file was not understood at all. */
    public boolean wasNotUnderstood() {
        return reason != null;
    }

    /** Whether the file brought anything that was not on record. */
    public boolean changedSomething() {
        return newRecords + changedRecords + newObservations + confirmedObservations > 0;
    }
}
