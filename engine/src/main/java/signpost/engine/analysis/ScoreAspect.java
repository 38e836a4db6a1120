package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Subject;

/** The points of a score: those that are certain and those that are possible, both among the totals it can have. */
final class ScoreAspect extends Aspect {

    private record Cell(int least, int most) {}

    private static final StudentOnDate ANY_DAY = Nobody.on(LocalDate.of(2026, 10, 12));

    private final List<Cell> cells = new ArrayList<>();

    /** @param totals the totals that can come about */
    ScoreAspect(List<Condition.Scores> asked, BitSet totals) {
        NavigableSet<Integer> edges = new TreeSet<>(List.of(0));
        asked.forEach(band -> {
            edges.add(band.least());
            if (band.most() < Integer.MAX_VALUE) {
                edges.add(band.most() + 1);
            }
        });
        // Between two edges all totals are alike to the tests, so the smallest stands for them.
        List<Integer> alike = new ArrayList<>();
        for (int edge : edges) {
            int total = totals.nextSetBit(edge);
            Integer above = edges.higher(edge);
            if (total >= 0 && (above == null || total < above)) {
                alike.add(total);
            }
        }
        alike.forEach(least ->
                alike.stream().filter(most -> most >= least).forEach(most -> cells.add(new Cell(least, most))));
    }

    @Override
    int cells() {
        return cells.size();
    }

    @Override
    Answer ask(Condition leaf, int cell) {
        Cell points = cells.get(cell);
        return leaf.ask(new Nobody(ANY_DAY, new Subject.Points(points.least(), points.most())));
    }

    @Override
    boolean real() {
        return false;
    }

    @Override
    String words(int cell) {
        return "";
    }
}
