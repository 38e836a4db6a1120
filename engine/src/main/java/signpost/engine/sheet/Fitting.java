package signpost.engine.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.change.SheetLine;

/** Finds for each row of a spreadsheet the row it was in the file, so that what nobody changed stays as it was written. */
final class Fitting {

    private final SheetText was;
    private final String lineEnd;
    private final Map<List<String>, Deque<SheetLine>> same = new HashMap<>();
    private final Map<String, Deque<SheetLine>> named = new HashMap<>();
    private final Days days;

    Fitting(SheetText was, String lineEnd) {
        this.was = was;
        this.lineEnd = lineEnd;
        this.days = new Days(was);
    }

    List<SheetLine> rows(List<List<String>> cells) {
        was.rows()
                .forEach(row -> same.computeIfAbsent(SameCells.plain(row.cells()), key -> new ArrayDeque<>())
                        .add(row));
        List<Optional<SheetLine>> kept =
                cells.stream().map(row -> taken(same, SameCells.plain(row))).toList();
        same.values()
                .forEach(rows -> rows.forEach(row -> named.computeIfAbsent(name(row.cells()), key -> new ArrayDeque<>())
                        .add(row)));
        List<SheetLine> fitted = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            List<String> row = cells.get(at);
            int number = at + 1;
            fitted.add(kept.get(at).orElseGet(() -> changed(row, number)));
        }
        fitted.addAll(blankAtTheEnd());
        return fitted;
    }

    private static <K> Optional<SheetLine> taken(Map<K, Deque<SheetLine>> rows, K key) {
        return Optional.ofNullable(rows.get(key)).map(Deque::poll);
    }

    private String name(List<String> cells) {
        int naming = was.naming();
        return naming < cells.size() ? SameCells.plain(cells.get(naming)) : "";
    }

    /** A row that is new or changed: its unchanged cells as they were written. */
    private SheetLine changed(List<String> row, int number) {
        if (!row.isEmpty() && row.get(0).strip().startsWith("#")) {
            // A note is a line of words, not cells: no commas stand for the columns it does not reach.
            List<String> words = SameCells.trimmed(row);
            return new SheetLine(String.join(",", words), lineEnd, words, number, 1);
        }
        List<String> before = name(row).isEmpty()
                ? List.of()
                : taken(named, name(row)).map(SheetLine::cells).orElse(List.of());
        List<String> cells = new ArrayList<>();
        int width = Math.max(row.size(), was.headings().size());
        for (int column = 0; column < width; column++) {
            String cell = column < row.size() ? row.get(column) : "";
            String old = column < before.size() ? before.get(column) : "";
            cells.add(SameCells.plain(cell).equals(SameCells.plain(old)) ? old : written(cell, column));
        }
        return SheetText.line(cells, lineEnd, number);
    }

    /** A spreadsheet shows days its own way; here they are written as the others of the table. */
    private String written(String cell, int column) {
        Optional<String> figures = SameCells.day(cell).map(Object::toString);
        return figures.filter(day -> days.inFigures(column)).orElse(cell);
    }

    private List<SheetLine> blankAtTheEnd() {
        int end = was.rows().size();
        while (end > 0 && was.rows().get(end - 1).blank()) {
            end--;
        }
        return was.rows().subList(end, was.rows().size());
    }
}
