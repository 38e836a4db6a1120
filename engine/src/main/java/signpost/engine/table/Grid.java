package signpost.engine.table;

import java.util.List;

/**
 * A sheet as a person sees it.
 *
 * @param file path inside the book
 * @param sheet its name in a workbook; empty for a CSV file
 * @param rows those with something in them, from the top
 * @param merged the areas whose cells are merged into one
 */
record Grid(String file, String sheet, List<Row> rows, List<Merged> merged) {

    Grid {
        rows = List.copyOf(rows);
        merged = List.copyOf(merged);
    }

    /**
     * Cells made one.
     *
     * @param lastRow the lowest row of the area, from 1
     * @param cells as a spreadsheet writes it, such as {@code A1:D1}
     */
    record Merged(int lastRow, String cells) {}

    /** What a person calls it: its sheet, or the file where there is but one. */
    String words() {
        return sheet.isEmpty() ? "This table" : "The sheet \"" + sheet + "\"";
    }
}
