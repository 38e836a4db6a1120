package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Cuts a CSV file into its header and its rows, each with the notes right above it. Rows beneath each other that name the
 * same rule are one unit, as they are one rule.
 */
final class SheetCutter {

    /** What a row is known by, in any table of a book. */
    private static final List<String> NAMING = List.of("rule", "scenario", "code");

    private final List<SheetLine> rows;
    private final int header;
    private final int naming;
    /** The column that says which rule a scenario is for; -1 where there is none. */
    private final int rule;

    private final List<Piece> pieces = new ArrayList<>();
    /** The first row that belongs to no piece yet, from 0. */
    private int at;

    private SheetCutter(List<SheetLine> rows, int header) {
        this.rows = rows;
        this.header = header;
        this.naming = NAMING.stream()
                .mapToInt(rows.get(header)::column)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(0);
        this.rule = rows.get(header).column("for");
    }

    /** Nothing when the file cannot be read as a table. */
    static Optional<Cut> cut(String path, String text) {
        String mark = text.startsWith(Written.BOM) ? Written.BOM : "";
        Optional<List<SheetLine>> rows = SheetLine.of(text.substring(mark.length()));
        OptionalInt header = rows.map(SheetCutter::header).orElse(OptionalInt.empty());
        if (rows.isEmpty() || header.isEmpty()) {
            return Optional.empty();
        }
        SheetCutter cutter = new SheetCutter(rows.get(), header.getAsInt());
        cutter.cut();
        return Optional.of(new Cut(
                mark,
                cutter.pieces,
                text(rows.get().subList(cutter.at, rows.get().size())),
                rows.get().get(header.getAsInt()).cells(),
                text));
    }

    /** The row that names its columns, or the first that is no note. */
    private static OptionalInt header(List<SheetLine> rows) {
        int[] filled = IntStream.range(0, rows.size())
                .filter(row -> !rows.get(row).blank() && !rows.get(row).comment())
                .toArray();
        OptionalInt named = IntStream.of(filled)
                .filter(row -> NAMING.stream().anyMatch(name -> rows.get(row).column(name) >= 0))
                .findFirst();
        return named.isPresent() ? named : IntStream.of(filled).findFirst();
    }

    private void cut() {
        head();
        int row = at;
        while (row < rows.size()) {
            if (!rows.get(row).blank() && !rows.get(row).comment()) {
                row = last(row);
                add(row);
            }
            row++;
        }
        int last = rows.size() - 1;
        while (last >= at && rows.get(last).blank()) {
            last--;
        }
        if (last >= at) {
            add(last, "foot", "the notes at the end of the table");
        }
    }

    private void head() {
        int notes = 0;
        while (notes < rows.size() && rows.get(notes).comment()) {
            notes++;
        }
        if (notes > 0) {
            add(notes - 1, "head", "the notes at the head of the table");
        }
    }

    /** The last of the rows that are one rule with this one. */
    private int last(int row) {
        int last = row;
        String key = key(row);
        for (int next = row + 1; row > header && next < rows.size(); next++) {
            if (!rows.get(next).blank() && !rows.get(next).comment()) {
                if (!key(next).equals(key)) {
                    break;
                }
                last = next;
            }
        }
        return last;
    }

    private String key(int row) {
        String name = rows.get(row).cell(naming).toLowerCase(Locale.ROOT);
        // Two scenarios may have one name when they are for different rules.
        return rule < 0 ? name : name + " for " + rows.get(row).cell(rule).toLowerCase(Locale.ROOT);
    }

    private void add(int last) {
        if (last == header) {
            add(last, "header", "the header row");
        } else if (last < header) {
            String label = rows.get(last).cell(0);
            add(last, "above " + label, "the row \"" + label + "\"");
        } else {
            add(last, "row " + key(last), "the row \"" + rows.get(last).cell(naming) + "\"");
        }
    }

    private void add(int last, String key, String name) {
        int first = at;
        while (rows.get(first).blank()) {
            first++;
        }
        SheetLine end = rows.get(last);
        pieces.add(new Piece(
                key,
                name,
                "",
                "",
                rows.get(first).line(),
                end.line() + end.lines() - 1,
                text(rows.subList(at, first)),
                text(rows.subList(first, last)) + end.text(),
                end.end()));
        at = last + 1;
    }

    private static String text(List<SheetLine> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.text()).append(row.end()));
        return text.toString();
    }
}
