package signpost.engine.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which counts of a backtest may be told. INVARIANT: for every group of a few students there is another cohort of
 * which all that is told of a tally would be the same and this group larger or smaller; so no sum or difference gives it
 * back. Tallies are looked at one by one, with the cohort's own numbers.
 */
public final class Disclosure {

    private static final List<Move> MOVES = moves();

    /** What matters most first: what comes later is hidden for its sake. */
    private static final List<Count> OF_EVERYBODY =
            List.of(Count.OUTCOME_KNOWN, Count.BAD, Count.JUDGED, Count.OUTCOME_NOT_KNOWN);

    private static final List<Count> OF_ONE = List.of(
            Count.FLAGGED_OUTCOME_KNOWN,
            Count.FLAGGED_BAD,
            Count.FLAGGED,
            Count.CANNOT_TELL,
            Count.MISSED,
            Count.COULD_NOT_TELL);

    private final Minimum minimum;
    private final Band cohort;
    private final Told everybody;

    public Disclosure(Minimum minimum, Backtest backtest) {
        this.minimum = minimum;
        this.cohort = backtest.everybody();
        this.everybody = of(cohort);
    }

    /** One student more in some cells of a tally and one fewer in others, a bit each. */
    private record Move(int more, int fewer) {

        boolean changes(int cells) {
            return Integer.bitCount(more & cells) != Integer.bitCount(fewer & cells);
        }
    }

    /** What may be told of the whole cohort. */
    public Told everybody() {
        return everybody;
    }

    /** What may be told of a rule or a flag. What is told of the cohort is told of each that judged all of it. */
    public Told of(Tally tally) {
        Told known = tally.all().equals(cohort) ? everybody : of(tally.all());
        return new Told(extended(tally, known.counts(), OF_ONE));
    }

    private Told of(Band band) {
        return new Told(extended(new Tally("", Band.EMPTY, band, Band.EMPTY), Map.of(), OF_EVERYBODY));
    }

    private Map<Count, Integer> extended(Tally tally, Map<Count, Integer> before, List<Count> wanted) {
        Map<Count, Integer> told = new EnumMap<>(Count.class);
        told.putAll(before);
        List<Integer> few = Count.groups().stream()
                .filter(group -> !minimum.tells(Count.in(group, tally)))
                .toList();
        List<Move> open = MOVES.stream()
                .filter(move -> possible(move, tally))
                .filter(move -> before.keySet().stream().noneMatch(count -> move.changes(count.cells())))
                .toList();
        for (Count count : wanted) {
            List<Move> left =
                    open.stream().filter(move -> !move.changes(count.cells())).toList();
            if (few.stream().allMatch(group -> left.stream().anyMatch(move -> move.changes(group)))) {
                told.put(count, Count.in(count.cells(), tally));
                open = left;
            }
        }
        return told;
    }

    private static boolean possible(Move move, Tally tally) {
        for (int cell = 1; cell <= move.fewer(); cell <<= 1) {
            if ((move.fewer() & cell) != 0 && Count.in(cell, tally) == 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Move> moves() {
        int cells = Count.JUDGED.cells();
        List<Move> moves = new ArrayList<>();
        for (int more = 0; more <= cells; more++) {
            for (int fewer = 0; fewer <= cells; fewer++) {
                if ((more & fewer) == 0) {
                    moves.add(new Move(more, fewer));
                }
            }
        }
        return List.copyOf(moves);
    }
}
