package signpost.api.uploads;

import java.util.List;

/**
 * A row of a table that would be otherwise.
 *
 * @param kind {@code new}, {@code changed} or {@code taken away}
 * @param cells of a new row what stands in it, of a changed one what changes
 */
record RowChange(String name, String kind, List<CellChange> cells) {

    RowChange {
        cells = List.copyOf(cells);
    }

    /** A cell that would be otherwise; empty where nothing stands. */
    record CellChange(String column, String before, String after) {}
}
