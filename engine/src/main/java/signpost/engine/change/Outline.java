package signpost.engine.change;

import java.util.List;

/** The rules, scenarios and attributes of a text file, so that one can be shown and replaced by itself. */
public final class Outline {

    /**
     * A block of the file.
     *
     * @param keyword as written, such as {@code Rule}
     * @param title such as {@code Persistent absence}
     * @param first its first line from 1, with the comments right above its header
     * @param last its last line, with comments indented beneath it
     */
    public record Unit(String keyword, String title, int first, int last) {}

    private final String path;
    private final Cut cut;

    private Outline(String path, Cut cut) {
        this.path = path;
        this.cut = cut;
    }

    /** The outline of a {@code .txt}, even of one with mistakes; no other file has units here. */
    public static Outline of(String path, String text) {
        return new Outline(
                path, path.endsWith(".txt") ? TextCutter.cut(text) : new Cut("", List.of(), text, List.of(), text));
    }

    public String path() {
        return path;
    }

    /** In the order they stand. */
    public List<Unit> units() {
        return cut.pieces().stream()
                .filter(piece -> !piece.keyword().isEmpty())
                .map(piece -> new Unit(piece.keyword(), piece.title(), piece.first(), piece.last()))
                .toList();
    }

    /** The unit's own lines, with its comments and without the last line's end. */
    public String text(Unit unit) {
        return piece(unit).text();
    }

    /** The file's text with the unit written anew and everything else byte for byte; without it when nothing is left. */
    public String with(Unit unit, String newText) {
        Piece piece = piece(unit);
        String trimmed = trimmed(newText);
        if (trimmed.isBlank()) {
            return without(piece);
        }
        String text = Written.same(trimmed, piece.text()) ? piece.text() : Written.with(lineEnd(), trimmed);
        return around(piece, piece.before() + text + piece.end());
    }

    /** The file's text with one more unit at its end, an empty line above it. */
    public String withAdded(String newText) {
        String end = lineEnd();
        String added = Written.with(end, trimmed(newText)) + end;
        String whole = cut.text();
        if (whole.substring(cut.mark().length()).isBlank()) {
            return cut.mark() + added;
        }
        String closed = whole.endsWith("\n") || whole.endsWith("\r") ? whole : whole + end;
        return closed + (cut.rest().isEmpty() ? end : "") + added;
    }

    private String without(Piece piece) {
        boolean first = cut.pieces().indexOf(piece) == 0;
        if (!first) {
            return around(piece, "");
        }
        String rest = around(piece, "").substring(cut.mark().length());
        return cut.mark()
                + Written.text(
                        Written.lines(rest).stream().dropWhile(Written::blank).toList());
    }

    private String around(Piece replaced, String with) {
        StringBuilder whole = new StringBuilder(cut.mark());
        for (Piece piece : cut.pieces()) {
            whole.append(piece.equals(replaced) ? with : piece.before() + piece.text() + piece.end());
        }
        return whole.append(cut.rest()).toString();
    }

    private String lineEnd() {
        return Written.lineEnd(cut.text());
    }

    private static String trimmed(String text) {
        List<Written> lines =
                Written.lines(text).stream().dropWhile(Written::blank).toList();
        return Written.text(lines).stripTrailing();
    }

    private Piece piece(Unit unit) {
        return cut.pieces().stream()
                .filter(piece -> piece.first() == unit.first() && piece.title().equals(unit.title()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a unit of " + path + ": " + unit));
    }
}
