package signpost.engine.table;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a sheet with something in it.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells those that are not blank, by column from 1; at least one
 * @param whole whether every cell could be read; of a row that is not, a problem has been noted already
 */
record Row(int number, SortedMap<Integer, Cell> cells, boolean whole) {

    Optional<Cell> cell(int column) {
        return Optional.ofNullable(cells.get(column));
    }

    Collection<Cell> all() {
        return cells.values();
    }

    Cell first() {
        return cells.values().iterator().next();
    }

    /** The same row, each cell saying what it stands under. */
    Row under(Row header) {
        SortedMap<Integer, Cell> named = new TreeMap<>();
        cells.forEach((column, cell) ->
                named.put(column, header.cell(column).map(cell::under).orElse(cell)));
        return new Row(number, named, whole);
    }

    /** A note to the reader, as a line that begins with # is in a text. */
    boolean note() {
        return first().text().startsWith("#");
    }
}
