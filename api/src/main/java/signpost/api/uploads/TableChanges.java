package signpost.api.uploads;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import signpost.engine.change.SheetLine;
import signpost.engine.sheet.SheetText;

/** What is otherwise in a table than before, cell by cell. Rows are told apart by the column that names them. */
final class TableChanges {

    private final SheetText before;
    private final SheetText after;
    private final List<RowChange> changes = new ArrayList<>();

    private TableChanges(SheetText before, SheetText after) {
        this.before = before;
        this.after = after;
    }

    /** Nothing where one of them is no table. */
    static List<RowChange> between(String before, String after) {
        return SheetText.of(before)
                .flatMap(was -> SheetText.of(after).map(is -> new TableChanges(was, is).all()))
                .orElse(List.of());
    }

    private List<RowChange> all() {
        above();
        Map<String, Deque<Map<String, String>>> left = new LinkedHashMap<>();
        before.entries()
                .forEach(row -> left.computeIfAbsent(name(before, row), key -> new ArrayDeque<>())
                        .add(cells(before, row)));
        // Rows that say the same first: of several rows with one name, the changed one is the one left over.
        List<Integer> others = after.entries().stream()
                .filter(row -> !left.getOrDefault(name(after, row), new ArrayDeque<>())
                        .removeFirstOccurrence(cells(after, row)))
                .toList();
        for (int row : others) {
            Map<String, String> was =
                    left.getOrDefault(name(after, row), new ArrayDeque<>()).poll();
            add(name(after, row), was == null ? "new" : "changed", was == null ? Map.of() : was, cells(after, row));
        }
        left.forEach((name, rows) -> rows.forEach(row -> add(name, "taken away", row, Map.of())));
        return changes;
    }

    /** The header and what stands above it. */
    private void above() {
        List<String> was = words(before);
        List<String> is = words(after);
        if (!was.equals(is)) {
            IntStream.range(0, Math.max(was.size(), is.size()))
                    .filter(at -> !at(was, at).equals(at(is, at)))
                    .mapToObj(at -> new RowChange(
                            "Row " + (at + 1),
                            "changed",
                            List.of(new RowChange.CellChange("", at(was, at), at(is, at)))))
                    .forEach(changes::add);
        }
    }

    private static List<String> words(SheetText sheet) {
        return sheet.rows().subList(0, sheet.header() + 1).stream()
                .map(row -> String.join(
                        ", ",
                        row.cells().stream().filter(cell -> !cell.isBlank()).toList()))
                .toList();
    }

    private static String at(List<String> rows, int at) {
        return at < rows.size() ? rows.get(at) : "";
    }

    private void add(String name, String kind, Map<String, String> was, Map<String, String> is) {
        List<RowChange.CellChange> cells = new ArrayList<>();
        TreeSet<String> columns = new TreeSet<>(was.keySet());
        columns.addAll(is.keySet());
        for (String column : columns) {
            String old = was.getOrDefault(column, "");
            String now = is.getOrDefault(column, "");
            if (!old.equals(now)) {
                cells.add(new RowChange.CellChange(column, old, now));
            }
        }
        changes.add(new RowChange(name, kind, cells));
    }

    private static String name(SheetText sheet, int row) {
        return sheet.rows().get(row).cell(sheet.naming());
    }

    /** Heading to what stands beneath it; cells with nothing in them are left out. */
    private static Map<String, String> cells(SheetText sheet, int row) {
        SheetLine line = sheet.rows().get(row);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            String heading = at(sheet.headings(), column);
            if (!line.cell(column).isBlank()) {
                cells.put(heading.isEmpty() ? "Column " + (column + 1) : heading, line.cell(column));
            }
        }
        return cells;
    }
}
