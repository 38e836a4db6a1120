package signpost.api.students.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as the MIS sees it. */
@Schema(name = "Import", description = "A file sent, and what came of it")
record ImportView(
        UUID id,

        @Schema(
                description = "waiting, running, done (its rows were judged) or failed (nothing was kept)",
                allowableValues = {"waiting", "running", "done", "failed"})
        String state,

        @Schema(description = "Whether it only judges and keeps nothing")
        boolean dryRun,

        @Schema(description = "The day the file is of") LocalDate asOf,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt,

        @Schema(description = "Once done or failed") @Nullable
        ImportReport report,

        @Schema(description = "Why rows were refused, in the order of the file; the first 1,000")
        List<RowProblem> problems,

        @Schema(description = "How many problems there are in all")
        int problemsTotal,

        @Schema(description = "Where the refused rows are, when there are any") @Nullable
        String refusedRows) {}
