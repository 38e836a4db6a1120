package signpost.engine.cohort;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/** A CSV that a school exported, one row after the other, so that its size does not matter. */
final class ExportFile implements AutoCloseable {

    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_CELL = 10_000;
    private static final int LONGEST_ROW = 1 << 20;

    private final String name;
    private final Consumer<Problem> problems;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final Optional<Row> header;
    private int reached;

    /**
     * Opens a file and reads its header.
     *
     * @param problems takes what is wrong with its rows
     * @throws UncheckedIOException when the file cannot be read
     */
    ExportFile(Path path, Consumer<Problem> problems) {
        this.name = path.toString();
        this.problems = problems;
        try {
            BufferedReader text = ExportText.open(path);
            this.csv = CsvReader.builder()
                    .fieldSeparator(ExportText.separator(text))
                    .skipEmptyLines(false)
                    .maxBufferSize(LONGEST_ROW)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
        this.records = csv.iterator();
        this.header = header();
    }

    /** The first row; without one, or with one that cannot be a header, nothing else is read and the problem is told. */
    Optional<Row> firstRow() {
        return header;
    }

    /** The next row that can be used; those passed over become problems. Empty at the end. */
    Optional<Row> next() {
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<Row> row = any();
        while (row.isPresent() && !fits(row.get(), header.get().cells().size())) {
            row = any();
        }
        return row;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    private Optional<Row> header() {
        Optional<Row> first = any();
        if (first.isEmpty() && reached == 0) {
            problems.accept(Problem.at(Place.startOf(name), "This file is empty."));
        }
        if (first.isPresent() && first.get().cells().size() > MOST_COLUMNS) {
            problems.accept(Problem.at(first.get().place(), "There are more than " + MOST_COLUMNS + " columns."));
            return Optional.empty();
        }
        return first;
    }

    /** The next row that is not blank. */
    private Optional<Row> any() {
        try {
            while (reached >= 0 && records.hasNext()) {
                CsvRecord record = records.next();
                reached = (int) record.getStartingLineNumber();
                Row row = new Row(name, reached, record.getFields());
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
        } catch (CsvParseException damaged) {
            problems.accept(Problem.at(
                    new Place(name, reached + 1, 1),
                    "From here on this file cannot be read.",
                    "Look for a quotation mark that is never closed, or text after one that closes."));
            reached = -1;
        }
        return Optional.empty();
    }

    private boolean fits(Row row, int width) {
        int cells = row.cells().size();
        if (row.isTotal()) {
            problems.accept(Problem.at(row.place(), "This row is a totals row, not a student.", "Leave it out."));
        } else if (cells != width) {
            problems.accept(Problem.at(
                    row.place(),
                    "This row has " + cells + " cells where the header has " + width + ", so it is left out.",
                    cells > width ? "Put text that holds a comma in quotation marks." : ""));
        } else if (row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            problems.accept(Problem.at(
                    row.place(),
                    "A cell of this row is longer than " + LONGEST_CELL + " characters, so the row is left out."));
        } else {
            return true;
        }
        return false;
    }
}
