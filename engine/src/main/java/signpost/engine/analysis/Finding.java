package signpost.engine.analysis;

import java.util.Comparator;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/**
 * Something worth knowing about a book that reads without mistakes.
 *
 * @param kind what sort of thing
 * @param problem where, what and what to do, in the reader's words
 */
public record Finding(FindingKind kind, Problem problem) implements Comparable<Finding> {

    static Finding of(FindingKind kind, Place place, String message, String advice) {
        return new Finding(kind, Problem.at(place, message, advice));
    }

    /** What matters most first, then in the order of the files. */
    @Override
    public int compareTo(Finding other) {
        return Comparator.comparing(Finding::kind)
                .thenComparing(Finding::problem)
                .compare(this, other);
    }

    /** {@code file:line:column: message advice}. */
    @Override
    public String toString() {
        return problem.toString();
    }
}
