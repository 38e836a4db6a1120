package signpost.engine.cohort;

import java.util.List;
import java.util.OptionalInt;
import signpost.engine.text.Place;

/**
 * One record of a file.
 *
 * @param file as the caller names it
 * @param line the line it begins on, from 1
 * @param cells as they stand, as many as the header has
 */
record Row(String file, int line, List<String> cells) {

    /** A cell without the blanks around it, and without the apostrophes that keep a spreadsheet from running it. */
    String cell(int column) {
        return Disarmed.undone(cells.get(column).strip());
    }

    /** As {@link #cell(int)}, empty for a column that the file lacks. */
    String cell(OptionalInt column) {
        return column.isPresent() ? cell(column.getAsInt()) : "";
    }

    Place place() {
        return new Place(file, line, 1);
    }

    /** Where a cell begins, if no cell before it stands in quotation marks without need. */
    Place place(int column) {
        int at = 1;
        for (String before : cells.subList(0, column)) {
            at += before.length() + 1;
            if (before.indexOf(',') >= 0 || before.indexOf('"') >= 0 || before.indexOf('\n') >= 0) {
                at += 2 + (int) before.chars().filter(c -> c == '"').count();
            }
        }
        return new Place(file, line, at);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Whether it sums up the rows above, as reports do. */
    boolean isTotal() {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(cell -> cell.strip().matches("(?i)((grand|sub)[ -]?)?totals?:?"))
                .isPresent();
    }
}
