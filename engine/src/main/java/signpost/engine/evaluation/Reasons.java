package signpost.engine.evaluation;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Explanations that are put into words when read: most are never read, and words cost far more than judging. The list
 * never changes, and reading it again says the same.
 */
final class Reasons extends AbstractList<Explanation> implements RandomAccess {

    private final Reason[] reasons;

    private Reasons(Reason[] reasons) {
        this.reasons = reasons;
    }

    static List<Explanation> of(List<Reason> reasons) {
        return reasons.isEmpty() ? List.of() : new Reasons(reasons.toArray(Reason[]::new));
    }

    /** The same list when it says its reasons later, otherwise a copy. */
    static List<Explanation> unchanging(List<Explanation> explanations) {
        return explanations instanceof Reasons ? explanations : List.copyOf(explanations);
    }

    @Override
    public Explanation get(int at) {
        return reasons[at].say();
    }

    @Override
    public int size() {
        return reasons.length;
    }
}
