package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a CSV file as it stands; quotation marks may make it several lines long.
 *
 * @param text without its line end
 * @param end the line end; empty at the end of a file
 * @param cells what stands in it
 * @param line its first line, from 1
 * @param lines how many lines it is long
 */
public record SheetLine(String text, String end, List<String> cells, int line, int lines) {

    public SheetLine {
        cells = List.copyOf(cells);
    }

    /** The rows of a text that has no byte order mark; nothing when a quotation mark is never closed. */
    public static Optional<List<SheetLine>> of(String text) {
        List<SheetLine> rows = new ArrayList<>();
        List<Written> lines = Written.lines(text);
        int at = 0;
        while (at < lines.size()) {
            int first = at;
            StringBuilder row = new StringBuilder(lines.get(at).text());
            Cells cells = new Cells();
            cells.take(lines.get(at).text());
            boolean note = lines.get(at).text().startsWith("#");
            while (cells.open() && !note && at + 1 < lines.size()) {
                String more = lines.get(at).end() + lines.get(at + 1).text();
                row.append(more);
                cells.take(more);
                at++;
            }
            if (cells.open() && !note) {
                return Optional.empty();
            }
            rows.add(new SheetLine(row.toString(), lines.get(at).end(), cells.all(), first + 1, at - first + 1));
            at++;
        }
        return Optional.of(rows);
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** A note to the reader. */
    public boolean comment() {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("")
                .startsWith("#");
    }

    /** The column headed so, from 0; -1 when there is none. */
    public int column(String heading) {
        return cells.stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .toList()
                .indexOf(heading);
    }

    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
