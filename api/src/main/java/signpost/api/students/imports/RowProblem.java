package signpost.api.students.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken.
 *
 * @param message in the reader's words, without anybody's data: row and column say where to look
 */
@Schema(description = "One reason why a row was refused")
public record RowProblem(
        @Schema(description = "Row of the file, the first after the header being 1")
        int row,

        @Schema(description = "Header of the column as the file has it; absent when the whole row is meant") @Nullable
        String column,

        @Schema(description = "What is wrong and what to do; never quotes the cell")
        String message) {}
