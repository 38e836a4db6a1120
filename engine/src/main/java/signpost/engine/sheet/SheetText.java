package signpost.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import signpost.engine.change.SheetLine;

/** A CSV file of a book that is changed row by row; rows that nobody changes keep their bytes. */
public final class SheetText {

    /** What a row is known by, in any table of a book. */
    private static final List<String> NAMING = List.of("rule", "scenario", "code");

    private static final String MARK = "\uFEFF";
    private static final int FEW = 3;

    private final String mark;
    private final String lineEnd;
    private final List<SheetLine> rows;
    private final List<Integer> entries;
    private final int header;
    private final List<String> headings;
    private final int naming;

    private SheetText(String mark, String lineEnd, List<SheetLine> rows) {
        this.mark = mark;
        this.lineEnd = lineEnd;
        this.rows = List.copyOf(rows);
        // Found once: whoever reads a table asks for them at every row.
        List<Integer> filled =
                IntStream.range(0, rows.size()).filter(this::filled).boxed().toList();
        this.header = header(filled);
        this.headings = header < 0 ? List.of() : rows.get(header).cells();
        this.naming = naming(headings);
        this.entries = filled.stream().filter(row -> row > header).toList();
    }

    /** Nothing when a quotation mark is never closed. */
    public static Optional<SheetText> of(String text) {
        String mark = text.startsWith(MARK) ? MARK : "";
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return SheetLine.of(text.substring(mark.length())).map(rows -> new SheetText(mark, lineEnd, rows));
    }

    /** Every row from the top: notes, labels, the header, and what stands beneath. */
    public List<SheetLine> rows() {
        return rows;
    }

    /** The row that names the columns, from 0; -1 in an empty file. */
    public int header() {
        return header;
    }

    private int header(List<Integer> filled) {
        return filled.stream()
                .filter(row -> NAMING.stream().anyMatch(name -> rows.get(row).column(name) >= 0))
                .findFirst()
                .orElseGet(() -> filled.stream()
                        .filter(row -> rows.get(row).cells().size() >= FEW)
                        .findFirst()
                        .orElse(filled.isEmpty() ? -1 : filled.get(0)));
    }

    /** What the columns are called. */
    public List<String> headings() {
        return headings;
    }

    /** Whether a row names its columns. */
    static boolean names(List<String> row) {
        return row.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).anyMatch(NAMING::contains);
    }

    /** The column that names a row, from 0. */
    public int naming() {
        return naming;
    }

    private static int naming(List<String> headings) {
        List<String> words = headings.stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT))
                .toList();
        return NAMING.stream()
                .mapToInt(words::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(0);
    }

    /** The rows beneath the header that say something. */
    public List<Integer> entries() {
        return entries;
    }

    private boolean filled(int row) {
        return !rows.get(row).blank() && !rows.get(row).comment();
    }

    /** The same with other cells in a row; unless they are what stands there. */
    public SheetText with(int row, List<String> cells) {
        SheetLine was = rows.get(row);
        if (SameCells.trimmed(was.cells()).equals(SameCells.trimmed(cells))) {
            return this;
        }
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(row, line(cells, was.end(), was.line()));
        return new SheetText(mark, lineEnd, changed);
    }

    /** The same with a further row beneath another. */
    public SheetText added(int after, List<String> cells) {
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.add(after + 1, line(cells, lineEnd, after + 2));
        return new SheetText(mark, lineEnd, changed);
    }

    public SheetText without(int row) {
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.remove(row);
        return new SheetText(mark, lineEnd, changed);
    }

    /** The same with two rows in each other's place. */
    public SheetText swapped(int one, int other) {
        List<SheetLine> changed = new ArrayList<>(rows);
        changed.set(one, rows.get(other));
        changed.set(other, rows.get(one));
        return new SheetText(mark, lineEnd, changed);
    }

    /** This table with what a spreadsheet made of it: rows that say the same keep their bytes. */
    public SheetText as(List<List<String>> cells) {
        List<SheetLine> fitted = new Fitting(this, lineEnd).rows(cells);
        return new SheetText(mark, lineEnd, fitted);
    }

    static SheetLine line(List<String> cells, String end, int number) {
        return new SheetLine(CsvWriting.row(cells), end, cells, number, 1);
    }

    /** The whole file. */
    public String text() {
        StringBuilder text = new StringBuilder(mark);
        for (int at = 0; at < rows.size(); at++) {
            String end = rows.get(at).end();
            text.append(rows.get(at).text()).append(end.isEmpty() && at < rows.size() - 1 ? lineEnd : end);
        }
        return text.toString();
    }
}
