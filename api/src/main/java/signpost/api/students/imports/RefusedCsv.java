package signpost.api.students.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import signpost.api.students.imports.ImportResult.RefusedRow;

/** Refused rows as a CSV in their own columns, with {@code row} and {@code reason} after them. */
final class RefusedCsv {

    /** A spreadsheet runs cells that begin so; a leading apostrophe makes them text. */
    private static final String RUNS = "=+-@\t\r";

    private final CsvWriter csv;
    private int width;

    RefusedCsv(OutputStream out) {
        this.csv = CsvWriter.builder().autoFlush(true).build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row; the first one is the header. */
    void write(RefusedRow row) {
        boolean header = row.row() == 0;
        if (header) {
            width = row.cells().size();
        }
        List<String> cells = new ArrayList<>();
        for (int at = 0; at < width; at++) {
            cells.add(at < row.cells().size() ? harmless(row.cells().get(at)) : "");
        }
        cells.add(header ? "row" : Integer.toString(row.row()));
        cells.add(header ? "reason" : reason(row));
        row.cells().stream().skip(width).map(RefusedCsv::harmless).forEach(cells::add);
        csv.writeRecord(cells);
    }

    private static String reason(RefusedRow row) {
        return row.problems().stream()
                .map(problem ->
                        problem.column() == null ? problem.message() : problem.column() + ": " + problem.message())
                .map(RefusedCsv::harmless)
                .collect(Collectors.joining("; "));
    }

    /** Takes back the apostrophe that {@link #harmless} put in front, when a mended file is sent again. */
    static String asSent(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && RUNS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && RUNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
