package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;

/** Reads the cells of a CSV row piece by piece, without quotation marks and surrounding space. */
final class Cells {

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private boolean begins = true;

    /** Takes up more of the row. */
    void take(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            boolean doubled = one == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (quoted && doubled) {
                cell.append(one);
                at++;
            } else if (one == '"' && (quoted || begins)) {
                quoted = !quoted;
                begins = false;
            } else if (one == ',' && !quoted) {
                end();
            } else {
                cell.append(one);
                begins = false;
            }
        }
    }

    /** Whether a quotation mark is not closed, so that the row goes on with the next line. */
    boolean open() {
        return quoted;
    }

    /** The cells, once the row is at its end. */
    List<String> all() {
        end();
        return cells;
    }

    private void end() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        begins = true;
    }
}
