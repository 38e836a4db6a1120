package signpost.api.uploads;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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

    /** A row by its name and by heading what stands in it; rows that are equal say the same. */
    private record Row(String name, Map<String, String> cells) {}

    private List<RowChange> all() {
        above();
        List<Row> were = rows(before);
        List<Row> are = rows(after);
        // Rows that say the same first: of several rows with one name, the changed one is the one left over.
        Map<Row, Integer> gone = counted(are);
        Map<String, Deque<Row>> left = new LinkedHashMap<>();
        for (Row row : were) {
            Deque<Row> named = left.computeIfAbsent(row.name(), name -> new ArrayDeque<>());
            if (!taken(gone, row)) {
                named.add(row);
            }
        }
        Map<Row, Integer> there = counted(were);
        for (Row row : are) {
            if (!taken(there, row)) {
                Row was = left.getOrDefault(row.name(), new ArrayDeque<>()).poll();
                add(row.name(), was == null ? "new" : "changed", was == null ? Map.of() : was.cells(), row.cells());
            }
        }
        left.forEach((name, rows) -> rows.forEach(row -> add(name, "taken away", row.cells(), Map.of())));
        return changes;
    }

    private static Map<Row, Integer> counted(List<Row> rows) {
        Map<Row, Integer> counted = new HashMap<>();
        rows.forEach(row -> counted.merge(row, 1, Integer::sum));
        return counted;
    }

    /** Whether one that says the same was still there to be taken. */
    private static boolean taken(Map<Row, Integer> counted, Row row) {
        int count = counted.getOrDefault(row, 0);
        counted.put(row, Math.max(0, count - 1));
        return count > 0;
    }

    private static List<Row> rows(SheetText sheet) {
        return sheet.entries().stream()
                .map(sheet.rows()::get)
                .map(line -> new Row(line.cell(sheet.naming()), cells(sheet.headings(), line)))
                .toList();
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

    /** Heading to what stands beneath it; cells with nothing in them are left out. */
    private static Map<String, String> cells(List<String> headings, SheetLine line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            String heading = at(headings, column);
            if (!line.cell(column).isBlank()) {
                cells.put(heading.isEmpty() ? "Column " + (column + 1) : heading, line.cell(column));
            }
        }
        return cells;
    }
}
