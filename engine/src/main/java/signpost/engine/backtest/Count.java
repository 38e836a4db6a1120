package signpost.engine.backtest;

import java.util.List;

/** The counts that a backtest speaks of: each of some rows of a tally, and of some outcomes. */
public enum Count {
    JUDGED(Count.EVERYBODY, Count.ANY),
    OUTCOME_KNOWN(Count.EVERYBODY, Count.KNOWN),
    OUTCOME_NOT_KNOWN(Count.EVERYBODY, Count.NOT_KNOWN),
    BAD(Count.EVERYBODY, Count.LEFT),
    FLAGGED(Count.CERTAIN, Count.ANY),
    CANNOT_TELL(Count.UNCERTAIN, Count.ANY),
    FLAGGED_OUTCOME_KNOWN(Count.CERTAIN, Count.KNOWN),
    FLAGGED_BAD(Count.CERTAIN, Count.LEFT),
    MISSED(Count.NOT_FLAGGED, Count.LEFT),
    COULD_NOT_TELL(Count.UNCERTAIN, Count.LEFT);

    // A tally has nine cells: flagged, not flagged and cannot tell, each with who is well, who is not and who is not
    // known.
    private static final int CERTAIN = 0b000_000_111;
    private static final int NOT_FLAGGED = 0b000_111_000;
    private static final int UNCERTAIN = 0b111_000_000;
    private static final int EVERYBODY = 0b111_111_111;
    private static final int WELL = 0b001_001_001;
    private static final int LEFT = 0b010_010_010;
    private static final int NOT_KNOWN = 0b100_100_100;
    private static final int KNOWN = WELL | LEFT;
    private static final int ANY = EVERYBODY;

    private final int cells;

    Count(int rows, int outcomes) {
        this.cells = rows & outcomes;
    }

    /** The cells it counts, a bit each. */
    int cells() {
        return cells;
    }

    /** Every group of students that one of these counts, or the difference of two, may speak of, as its cells. */
    static List<Integer> groups() {
        return List.of(CERTAIN, NOT_FLAGGED, UNCERTAIN, NOT_FLAGGED | UNCERTAIN, EVERYBODY).stream()
                .flatMap(rows ->
                        List.of(WELL, LEFT, NOT_KNOWN, KNOWN, ANY).stream().map(outcomes -> rows & outcomes))
                .toList();
    }

    /** How many of a tally stand in some cells. */
    static int in(int cells, Tally tally) {
        List<Band> rows = List.of(tally.flagged(), tally.notFlagged(), tally.cannotTell());
        int sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            int outcomes = cells >> (3 * row);
            Band band = rows.get(row);
            sum += ((outcomes & 1) == 0 ? 0 : band.sustained())
                    + ((outcomes & 2) == 0 ? 0 : band.bad())
                    + ((outcomes & 4) == 0 ? 0 : band.notKnown());
        }
        return sum;
    }
}
