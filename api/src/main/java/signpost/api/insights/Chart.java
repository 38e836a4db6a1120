package signpost.api.insights;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of equal length, one a term, each parted into bands by pattern and with its counts written in.
 *
 * @param height of the drawing, in the units of {@link #WIDTH}
 */
record Chart(List<Bar> bars, int height) {

    static final int WIDTH = 480;
    private static final int ROW = 62;
    private static final int READABLE = 26;

    /**
     * A term.
     *
     * @param note what stands in place of the bar, or empty
     */
    record Bar(String label, int y, List<Part> parts, String note) {}

    /**
     * A band of a bar.
     *
     * @param fill number of the pattern
     * @param label the count, or empty where it would not fit; the table has it
     */
    record Part(int x, int width, String fill, String label) {

        public int middle() {
            return x + width / 2;
        }
    }

    static Chart of(List<Row> rows, List<Band> bands) {
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            String note =
                    row.total() == 0 ? "No students" : row.hides() ? "Not drawn: a count is too small to show" : "";
            bars.add(new Bar(row.term(), at * ROW, note.isEmpty() ? parts(row, bands) : List.of(), note));
        }
        return new Chart(bars, rows.size() * ROW);
    }

    private static List<Part> parts(Row row, List<Band> bands) {
        List<Part> parts = new ArrayList<>();
        int before = 0;
        for (int at = 0; at < bands.size(); at++) {
            int count = row.cells().get(at).orElseThrow();
            int from = before * WIDTH / row.total();
            int to = (before + count) * WIDTH / row.total();
            if (count > 0) {
                parts.add(new Part(
                        from, Math.max(to - from, 2), fill(at, bands), to - from < READABLE ? "" : "" + count));
            }
            before += count;
        }
        return parts;
    }

    /** The same pattern for the same band every time, and one for what is not known everywhere. */
    static String fill(int at, List<Band> bands) {
        return bands.get(at).unknown() ? "unknown" : "" + at;
    }
}
