package signpost.api.students.imports;

import java.util.List;

/**
 * What came of a file, row by row.
 *
 * @param header the file's headers
 * @param refused the rows that were not taken, in the order of the file
 */
public record ImportResult(ImportReport report, List<String> header, List<RefusedRow> refused) {

    /**
     * A row handed back.
     *
     * @param cells as they came: personal data
     * @param problems at least one
     */
    public record RefusedRow(int row, List<String> cells, List<RowProblem> problems) {
        public RefusedRow {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    public ImportResult {
        header = List.copyOf(header);
        refused = List.copyOf(refused);
    }
}
