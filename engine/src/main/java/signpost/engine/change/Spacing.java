package signpost.engine.change;

import java.util.HashMap;
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
    /** The unit above each unit; nothing above the first. Noted once: a file may have thousands of units. */
    private final Map<String, String> aboveMine;

    private final Map<String, String> aboveTheirs;
    private final String newLine;

    Spacing(Cut base, Cut mine, Cut theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.bases = base.byKey();
        this.mines = mine.byKey();
        this.others = theirs.byKey();
        this.aboveMine = neighbours(mine);
        this.aboveTheirs = neighbours(theirs);
        this.newLine = Written.lineEnd(mine.text().isEmpty() ? theirs.text() : mine.text());
    }

    private static Map<String, String> neighbours(Cut cut) {
        Map<String, String> neighbours = new HashMap<>();
        String before = "";
        for (Piece piece : cut.pieces()) {
            neighbours.put(piece.key(), before);
            before = piece.key();
        }
        return neighbours;
    }

    /** What the other side has, where this one left it as it was. */
    static String pick(String base, String mine, String theirs) {
        return mine.equals(base) ? theirs : mine;
    }

    /** What stands above a unit; {@code before} is the unit it comes to stand behind, empty for the first. */
    String above(String before, String key) {
        String empty = between(key, true);
        boolean asThere = before.equals(aboveMine.get(key)) || before.equals(aboveTheirs.get(key));
        if (before.isEmpty()) {
            return asThere ? empty : "";
        }
        // Two units that never stood together must not grow into one; rows of a table cannot.
        return empty.isEmpty() && !asThere && mine.columns().isEmpty() ? newLine : empty;
    }

    /** How a unit's last line ends when another unit follows. */
    String lineEnd(String key) {
        String end = between(key, false);
        return end.isEmpty() ? newLine : end;
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
}
