package signpost.api.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Counts as bars parted by pattern, with the same counts as a table beside them.
 *
 * @param key names it in the page
 * @param head what a row is, such as {@code Year}
 * @param unit what is counted, such as {@code students}
 * @param bands the parts of a bar, in order
 * @param height of the drawing, in the units of {@link #WIDTH}
 */
record Bars(String key, String title, String head, String unit, List<Band> bands, List<Row> rows, int height) {

    static final int WIDTH = 400;
    private static final int ROW = 48;
    private static final int READABLE = 26;

    /**
     * A part that every bar may have.
     *
     * @param fill its pattern
     */
    record Band(String words, String fill) {}

    /** A bar with its counts, in the order of the bands. */
    record Row(String label, int y, List<Part> parts, List<Integer> counts) {}

    /**
     * A part of a bar.
     *
     * @param label the count, or empty where it would not fit; the table has it
     */
    record Part(int x, int width, String fill, String label) {
        public int middle() {
            return x + width / 2;
        }
    }

    /**
     * @param bands what each part is called
     * @param unit what is counted
     * @param unknown the place of what is not known, which looks the same everywhere; -1 where all is known
     * @param counts by row, in the order of the bands
     */
    static Bars of(
            String key,
            String title,
            String head,
            String unit,
            List<String> bands,
            int unknown,
            Map<String, List<Integer>> counts) {
        List<Band> named = new ArrayList<>();
        for (int at = 0; at < bands.size(); at++) {
            named.add(new Band(bands.get(at), at == unknown ? "unknown" : "" + at));
        }
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> row : counts.entrySet()) {
            rows.add(new Row(row.getKey(), rows.size() * ROW, parts(row.getValue(), named), row.getValue()));
        }
        return new Bars(key, title, head, unit, named, rows, rows.size() * ROW);
    }

    private static List<Part> parts(List<Integer> counts, List<Band> bands) {
        int total = counts.stream().mapToInt(Integer::intValue).sum();
        List<Part> parts = new ArrayList<>();
        int before = 0;
        for (int at = 0; at < bands.size(); at++) {
            int count = counts.get(at);
            int from = total == 0 ? 0 : before * WIDTH / total;
            int to = total == 0 ? 0 : (before + count) * WIDTH / total;
            if (count > 0) {
                parts.add(new Part(
                        from, Math.max(to - from, 2), bands.get(at).fill(), to - from < READABLE ? "" : "" + count));
            }
            before += count;
        }
        return parts;
    }
}
