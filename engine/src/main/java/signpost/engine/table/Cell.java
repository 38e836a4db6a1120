package signpost.engine.table;

import java.util.Locale;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Place;

/**
 * What stands in one cell.
 *
 * @param place where, with the name a spreadsheet gives it
 * @param text without surrounding spaces; never empty
 */
record Cell(Place place, String text) {

    /** This cell, its place saying what it stands under: few sheets show their header all the way down. */
    Cell under(Cell heading) {
        return new Cell(
                new Place(
                        place.file(),
                        place.line(),
                        place.column(),
                        place.cell() + " under \"" + BlockReader.shortened(heading.text()) + "\""),
                text);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
