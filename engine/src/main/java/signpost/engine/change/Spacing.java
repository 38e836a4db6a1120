package signpost.engine.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Empty lines and line ends between units, each from the side that changed it. */
final class Spacing {

    private final Cut base;
    private final Cut mine;
    private final Cut theirs;
    private final Map<String, Piece> bases;
    private final Map<String, Piece> mines;
    private final Map<String, Piece> others;

    Spacing(Cut base, Cut mine, Cut theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.bases = base.byKey();
        this.mines = mine.byKey();
        this.others = theirs.byKey();
    }

    /** What the other side has, where this one left it as it was. */
    static String pick(String base, String mine, String theirs) {
        return mine.equals(base) ? theirs : mine;
    }

    /** What stands above a unit; {@code before} is the unit it comes to stand behind, empty for the first. */
    String above(String before, String key) {
        String empty = between(key, true);
        boolean asThere = follows(mine, before, key) || follows(theirs, before, key);
        if (before.isEmpty()) {
            return asThere ? empty : "";
        }
        // Two units that never stood together must not grow into one; rows of a table cannot.
        return empty.isEmpty() && !asThere && mine.columns().isEmpty() ? newLine() : empty;
    }

    /** How a unit's last line ends when another unit follows. */
    String lineEnd(String key) {
        String end = between(key, false);
        return end.isEmpty() ? newLine() : end;
    }

    /** How the file ends. */
    String ending() {
        return pick(base.ending(), mine.ending(), theirs.ending());
    }

    private String between(String key, boolean above) {
        Optional<String> was = part(bases, key, above);
        Optional<String> here = part(mines, key, above);
        Optional<String> there = part(others, key, above);
        return here.isPresent() && there.isPresent()
                ? pick(was.orElse(""), here.get(), there.get())
                : here.or(() -> there).orElse("");
    }

    private static Optional<String> part(Map<String, Piece> pieces, String key, boolean above) {
        return Optional.ofNullable(pieces.get(key)).map(piece -> above ? piece.before() : piece.end());
    }

    private static boolean follows(Cut cut, String before, String key) {
        List<String> keys = cut.pieces().stream().map(Piece::key).toList();
        int at = keys.indexOf(key);
        return at == 0 ? before.isEmpty() : at > 0 && keys.get(at - 1).equals(before);
    }

    private String newLine() {
        return Written.lineEnd(mine.text().isEmpty() ? theirs.text() : mine.text());
    }
}
