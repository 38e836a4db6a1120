package signpost.api.worth;

import java.util.ArrayList;
import java.util.List;

/** A bar a term, as long as there were suggestions, parted by what came of them. */
record Picture(List<Bar> bars, int height) {

    private static final int WIDTH = 480;
    private static final int ROW = 62;
    private static final int READABLE = 26;

    /** @param note what stands in place of the bar, or empty */
    record Bar(String label, int y, List<Part> parts, String note) {}

    /**
     * A part of a bar.
     *
     * @param fill the pattern's key
     * @param label the count, or empty where it would not fit; the table has it
     */
    record Part(int x, int width, String fill, String label) {

        public int middle() {
            return x + width / 2;
        }
    }

    /** What came of it with the pattern it is drawn in. */
    record Key(String words, String fill) {}

    static Picture of(List<String> terms, List<Told> told) {
        int longest =
                told.stream().mapToInt(one -> one.suggested().orElse(0)).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            Told one = told.get(at);
            boolean hidden = one.suggested().isEmpty() || one.came().stream().anyMatch(count -> count.isEmpty());
            String note = hidden
                    ? "Not drawn: a count is too small to show"
                    : one.suggested().orElse(0) == 0 ? "No suggestions" : "";
            bars.add(new Bar(terms.get(at), at * ROW, note.isEmpty() ? parts(one, longest) : List.of(), note));
        }
        return new Picture(bars, told.size() * ROW);
    }

    static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (int at = 0; at < Told.CAME.size(); at++) {
            keys.add(new Key(Told.CAME.get(at), fill(at)));
        }
        return keys;
    }

    private static List<Part> parts(Told told, int longest) {
        List<Part> parts = new ArrayList<>();
        int before = 0;
        for (int at = 0; at < told.came().size(); at++) {
            int count = told.came().get(at).orElseThrow();
            int from = before * WIDTH / longest;
            int to = (before + count) * WIDTH / longest;
            if (count > 0) {
                parts.add(new Part(from, Math.max(to - from, 2), fill(at), to - from < READABLE ? "" : "" + count));
            }
            before += count;
        }
        return parts;
    }

    private static String fill(int at) {
        return "" + at;
    }
}
