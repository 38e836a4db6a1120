package signpost.engine.table;

import java.util.Locale;
import signpost.engine.text.Place;

/**
 * What stands in one cell.
 *
 * @param place where, with the name a spreadsheet gives it
 * @param text without surrounding spaces; never empty
 */
record Cell(Place place, String text) {

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
