package signpost.engine.change;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file cut into its units. INVARIANT: the mark, every piece with what is above it and its line end, and the rest, one
 * after another, are the file again.
 *
 * @param mark the byte order mark, or nothing
 * @param pieces in the order they stand
 * @param rest the empty lines at the end
 * @param columns of a table; none in a text
 * @param text the whole file
 */
record Cut(String mark, List<Piece> pieces, String rest, List<String> columns, String text) {

    static final Cut NOTHING = new Cut("", List.of(), "", List.of(), "");

    Cut {
        pieces = List.copyOf(pieces);
        columns = List.copyOf(columns);
    }

    /** Nothing for what cannot be cut so that each unit is told from the others. */
    static Optional<Cut> of(String path, String text) {
        Optional<Cut> cut = path.endsWith(".txt")
                ? Optional.of(TextCutter.cut(text))
                : path.endsWith(".csv") ? SheetCutter.cut(path, text) : Optional.empty();
        return cut.filter(Cut::everyKeyOnce);
    }

    private boolean everyKeyOnce() {
        Set<String> keys = new HashSet<>();
        return pieces.stream().allMatch(piece -> keys.add(piece.key()));
    }

    Map<String, Piece> byKey() {
        Map<String, Piece> byKey = new LinkedHashMap<>();
        pieces.forEach(piece -> byKey.put(piece.key(), piece));
        return byKey;
    }

    /** What stands after the words of the last unit. */
    String ending() {
        return (pieces.isEmpty() ? "" : pieces.get(pieces.size() - 1).end()) + rest;
    }

    /** Whether rows of the one may stand among rows of the other: columns were added at the end, if at all. */
    boolean fits(Cut other) {
        int shared = Math.min(columns.size(), other.columns.size());
        return columns.subList(0, shared).equals(other.columns.subList(0, shared));
    }
}
