package signpost.engine.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/** Reads a CSV file as a sheet whose rows are counted as a spreadsheet counts them. */
final class CsvFile {

    private static final int LARGEST_CELL = 1 << 16;

    private final String file;
    private final Problems problems;
    private int number;
    private int line = 1;

    CsvFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The sheet, or nothing once its problem has been noted. */
    Optional<Grid> read(String text) {
        GridRows rows = new GridRows(file, "", problems);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .maxBufferSize(LARGEST_CELL)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            boolean begun = false;
            for (CsvRecord record : csv) {
                number++;
                line = (int) record.getStartingLineNumber();
                List<String> cells = record.getFields();
                if (!begun && !cells.get(0).isBlank()) {
                    begun = true;
                    checkSeparator(cells);
                }
                for (int at = 0; at < cells.size(); at++) {
                    rows.add(number, line, at + 1, cells.get(at));
                }
            }
            return Optional.of(rows.grid());
        } catch (Stopped stopped) {
            problems.addAll(List.of(stopped.problem()));
        } catch (CsvParseException | IOException unreadable) {
            problems.add(
                    new Place(file, number == 0 ? 1 : line + 1, 1),
                    "From about here on this table cannot be read.",
                    "Look for a quotation mark that is never closed.");
        }
        return Optional.empty();
    }

    private void checkSeparator(List<String> first) throws Stopped {
        if (first.size() == 1 && (first.get(0).contains(";") || first.get(0).contains("\t"))) {
            throw new Stopped(
                    new Place(file, line, 1),
                    "The cells of this file are not separated by commas.",
                    "Save it again as \"CSV UTF-8 (comma delimited)\", or as a workbook (.xlsx).");
        }
    }
}
