package signpost.engine.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.change.SheetLine;

/** How the days of a table are written, column by column; the table is looked through once. */
final class Days {

    /** Whether every day of a column is in figures; none where a column has no day. */
    private final Map<Integer, Boolean> columns = new HashMap<>();

    private boolean anyInFigures;

    Days(SheetText table) {
        int width = table.headings().size();
        for (SheetLine row : table.rows()) {
            List<String> cells = row.cells();
            for (int column = 0; column < cells.size(); column++) {
                look(column, cells.get(column), column < width);
            }
        }
    }

    private void look(int column, String cell, boolean headed) {
        if (SameCells.day(cell).isPresent()) {
            boolean figures = SameCells.iso(cell);
            columns.merge(column, figures, Boolean::logicalAnd);
            anyInFigures |= figures && headed;
        }
    }

    /** Whether a new day in this column is written in figures: as the others there, or else as any of the table. */
    boolean inFigures(int column) {
        return columns.getOrDefault(column, anyInFigures);
    }
}
