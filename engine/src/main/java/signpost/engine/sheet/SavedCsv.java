package signpost.engine.sheet;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table as a spreadsheet program saves it as CSV: with commas, semicolons or tabs between the cells, as it is set up. */
public final class SavedCsv {

    private static final int LARGEST_CELL = 1 << 16;
    private static final String MARK = "\uFEFF";

    private SavedCsv() {}

    /** The rows; nothing where no row names its columns as a table of a book does, or a quotation mark is never closed. */
    public static Optional<List<List<String>>> rows(String text) {
        String bare = text.startsWith(MARK) ? text.substring(1) : text;
        return Stream.of(',', ';', '\t')
                .flatMap(between -> rows(bare, between).stream())
                .filter(rows -> rows.stream().anyMatch(row -> row.size() > 1 && SheetText.names(row)))
                .findFirst();
    }

    private static Optional<List<List<String>>> rows(String text, char between) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(between)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .maxBufferSize(LARGEST_CELL)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<List<String>> rows = new ArrayList<>();
            csv.forEach(row -> rows.add(List.copyOf(row.getFields())));
            while (!rows.isEmpty() && rows.get(rows.size() - 1).stream().allMatch(String::isBlank)) {
                rows.remove(rows.size() - 1);
            }
            return Optional.of(rows);
        } catch (CsvParseException | IOException unreadable) {
            return Optional.empty();
        }
    }
}
