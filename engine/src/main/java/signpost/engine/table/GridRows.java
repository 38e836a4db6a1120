package signpost.engine.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.text.Unprintable;

/** Gathers the cells of a sheet while it is read, and stops where a sheet is too large to be a table of rules. */
final class GridRows {

    /** A book may have 5,000 rules; a header and a few labels stand above them. */
    static final int MOST_ROWS = 5_100;

    static final int MOST_COLUMNS = 200;

    private final String file;
    private final String sheet;
    private final Problems problems;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    private final Set<Integer> broken = new HashSet<>();
    private final List<Grid.Merged> merged = new ArrayList<>();

    GridRows(String file, String sheet, Problems problems) {
        this.file = file;
        this.sheet = sheet;
        this.problems = problems;
    }

    /**
     * Takes what stands in a cell; blank cells are passed over.
     *
     * @param line the line of the file; of a workbook, the row
     */
    void add(int row, int line, int column, String written) throws Stopped {
        String text = written.replaceAll("[\\r\\n\\t]+", " ").strip();
        if (text.isEmpty()) {
            return;
        }
        if (column > MOST_COLUMNS || (!rows.containsKey(row) && rows.size() >= MOST_ROWS)) {
            throw new Stopped(
                    place(line, column, row, ""),
                    "A table may have " + MOST_ROWS + " rows and " + MOST_COLUMNS + " columns; this cell lies beyond.",
                    "Split the table, or delete what stands outside it.");
        }
        Place place = place(line, column, row, text);
        keep(row, column, new Cell(place, text));
        int before = problems.size();
        if (text.length() > BlockReader.LONGEST_LINE) {
            problems.add(
                    place,
                    "This cell holds more than " + BlockReader.LONGEST_LINE + " characters.",
                    "Write less, or spread it over several cells.");
        } else if (Unprintable.in(text)) {
            Unprintable.first(text)
                    .ifPresent(found ->
                            problems.add(place, found.message().replace("This line", "This cell"), found.advice()));
        } else if (text.startsWith("=")) {
            problems.add(
                    place, "This cell begins with =, as a formula does.", "Type what it should say, without the =.");
        }
        if (problems.size() > before) {
            broken.add(row);
        }
    }

    private void keep(int row, int column, Cell cell) {
        rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, cell);
    }

    /** A cell that cannot be used, and why. */
    void refuse(int row, int column, String written, String message, String advice) {
        Place place = place(row, column, row, written.replaceAll("\\p{C}", " ").strip());
        problems.add(place, message, advice);
        keep(row, column, new Cell(place, written));
        broken.add(row);
    }

    void merged(Grid.Merged area) {
        merged.add(area);
    }

    Grid grid() {
        List<Row> all = new ArrayList<>();
        rows.forEach((number, cells) -> all.add(new Row(number, cells, !broken.contains(number))));
        return new Grid(file, sheet, all, merged);
    }

    private Place place(int line, int column, int row, String text) {
        String name = CellReference.convertNumToColString(column - 1) + row;
        String cell = sheet.isEmpty() ? "Cell " + name : "Sheet \"" + sheet + "\", cell " + name;
        return new Place(
                file, line, column, text.isEmpty() ? cell : cell + " (\"" + BlockReader.shortened(text) + "\")");
    }
}
