package signpost.engine.analysis;

import java.util.BitSet;
import java.util.Collection;
import signpost.engine.rulebook.Rule;

/** Which totals the points of a score can add up to. */
final class Sums {

    /** Beyond this a total is not followed: any is taken as possible. */
    private static final int LARGEST = 20_000;

    private Sums() {}

    /** The totals, or every number when no rule is known to add to the score. */
    static BitSet of(String score, Collection<Rule> rules) {
        BitSet sums = new BitSet();
        sums.set(0);
        boolean added = false;
        for (Rule rule : rules) {
            int points = rule.points()
                    .filter(adds -> adds.score().equals(score))
                    .mapToInt(adds -> adds.points())
                    .sum();
            if (points > 0) {
                added = true;
                sums.or(shifted(sums, points));
            }
        }
        if (!added || sums.length() > LARGEST) {
            sums.set(0, LARGEST);
        }
        return sums;
    }

    private static BitSet shifted(BitSet sums, int by) {
        BitSet shifted = new BitSet(sums.length() + by);
        sums.stream().limit(LARGEST + 1L).forEach(sum -> shifted.set(sum + by));
        return shifted;
    }
}
