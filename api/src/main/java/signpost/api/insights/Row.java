package signpost.api.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A term's counts of one measure as somebody may see them.
 *
 * @param term {@code Autumn term 2026/27}
 * @param cells in the order of the bands; empty where a count is not shown
 */
record Row(String term, boolean frozen, List<Optional<Integer>> cells, int total) {

    /** Counts from this one on are shown to whom a smaller one could tell of a single student. */
    private static final int SHOWN = 6;

    Row {
        cells = List.copyOf(cells);
    }

    static Row of(TermFigures figures, Measure measure, Optional<String> year, boolean suppressed) {
        List<Integer> counts = measure.bands().stream()
                .map(band -> figures.students(measure, band, year))
                .toList();
        String words = figures.term().term().words();
        return new Row(
                words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1),
                figures.frozen(),
                suppressed ? shown(counts) : counts.stream().map(Optional::of).toList(),
                counts.stream().mapToInt(Integer::intValue).sum());
    }

    /** Without counts below {@value #SHOWN}, nor the only other that one of them could be worked out from. */
    static List<Optional<Integer>> shown(List<Integer> counts) {
        List<Optional<Integer>> shown = new ArrayList<>();
        counts.forEach(count -> shown.add(small(count) ? Optional.empty() : Optional.of(count)));
        if (shown.stream().filter(Optional::isEmpty).count() == 1) {
            counts.stream()
                    .filter(count -> count >= SHOWN)
                    .min(Integer::compare)
                    .ifPresent(least -> shown.set(counts.indexOf(least), Optional.empty()));
        }
        return shown;
    }

    private static boolean small(int count) {
        return count > 0 && count < SHOWN;
    }

    /** Whether a count of it is not shown. */
    boolean hides() {
        return cells.stream().anyMatch(Optional::isEmpty);
    }
}
