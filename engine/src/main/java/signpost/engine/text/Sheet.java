package signpost.engine.text;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A CSV file of a book, with a header row and the line of every record. */
public final class Sheet {

    private static final int MOST_COLUMNS = 200;

    private Sheet() {}

    /**
     * One record beneath the header.
     *
     * @param line the line in the file, from 1
     * @param cells header in lower case to cell, stripped; empty where the row is shorter than the header
     */
    public record Row(String file, int line, Map<String, String> cells) {

        public String cell(String header) {
            return cells.getOrDefault(header, "");
        }

        /** Whether the table has such a column at all. */
        public boolean has(String header) {
            return cells.containsKey(header);
        }

        public Place place() {
            return new Place(file, line, 1);
        }
    }

    /** Reads all rows; what cannot be read, or lacks one of {@code headers}, becomes a problem. */
    public static List<Row> read(String file, String text, List<String> headers, Problems problems) {
        List<Row> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        int reached = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .maxBufferSize(1 << 20)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (CsvRecord csv : reader) {
                reached = (int) csv.getStartingLineNumber();
                if (header.isEmpty()) {
                    header.addAll(csv.getFields().stream()
                            .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                            .toList());
                    checkHeader(file, header, headers, problems);
                    if (header.size() > MOST_COLUMNS) {
                        return rows;
                    }
                } else if (problems.full()) {
                    return rows;
                } else if (csv.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(file, csv, header, problems));
                }
            }
        } catch (CsvParseException | java.io.IOException unreadable) {
            problems.add(
                    new Place(file, reached + 1, 1),
                    "From here on this table cannot be read.",
                    "Look for a quotation mark that is never closed.");
            return rows;
        }
        if (header.isEmpty()) {
            problems.add(
                    Place.startOf(file), "This file is empty.", "Its first row must be: " + String.join(",", headers));
        }
        return rows;
    }

    private static void checkHeader(String file, List<String> header, List<String> wanted, Problems problems) {
        if (header.size() > MOST_COLUMNS) {
            problems.add(
                    Place.startOf(file),
                    "There are more than " + MOST_COLUMNS + " columns.",
                    "Keep those named here: " + String.join(", ", wanted) + ".");
            return;
        }
        String only = header.size() == 1 ? header.get(0) : "";
        if (wanted.size() > 1 && (only.contains(";") || only.contains("\t"))) {
            problems.refuseLine(
                    Place.startOf(file),
                    "The cells of this table are not separated by commas.",
                    "Save it again as CSV, comma separated.");
        }
        for (String name : wanted) {
            if (!header.contains(name)) {
                problems.add(
                        Place.startOf(file), "The column \"" + name + "\" is missing.", "Add it to the first row.");
            }
        }
        for (int at = 0; at < header.size(); at++) {
            if (!header.get(at).isEmpty() && header.indexOf(header.get(at)) < at) {
                problems.add(
                        new Place(file, 1, at + 1),
                        "The column \"" + header.get(at) + "\" stands here twice.",
                        "Keep one of them.");
            }
        }
    }

    private static Row row(String file, CsvRecord csv, List<String> header, Problems problems) {
        int line = (int) csv.getStartingLineNumber();
        if (csv.getFieldCount() > header.size()) {
            problems.refuseLine(
                    new Place(file, line, 1),
                    "This row has more cells than there are columns.",
                    "Put text that holds a comma in quotation marks.");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < header.size(); at++) {
            String cell = at < csv.getFieldCount() ? csv.getField(at).strip() : "";
            if (cell.startsWith("=")) {
                problems.refuseLine(
                        new Place(file, line, 1),
                        "A cell of this row begins with =, as a formula does.",
                        "Type what it should say, without the =.");
            }
            cells.put(header.get(at), cell);
        }
        return new Row(file, line, cells);
    }
}
