package signpost.api.worth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which of the counts that make up a whole may be told to whoever does not see the students. INVARIANT: no count below
 * {@value #LEAST} is told, nor can be worked out from the whole and the others: what is left
 * out are at least two counts that come to {@value #LEAST} or more, or all of them.
 */
final class Parts {

    /** Counts from this one on are told. */
    static final int LEAST = 10;

    private Parts() {}

    /** A count that is part of nothing else told. */
    static Optional<Integer> alone(int count, boolean careful) {
        return careful && count < LEAST ? Optional.empty() : Optional.of(count);
    }

    /** The counts as they may be told, in the same order; empty where one may not. */
    static List<Optional<Integer>> told(List<Integer> counts, boolean careful) {
        List<Optional<Integer>> told = new ArrayList<>();
        counts.forEach(count -> told.add(careful && count < LEAST ? Optional.empty() : Optional.of(count)));
        while (few(counts, told)) {
            IntStream.range(0, counts.size())
                    .filter(at -> told.get(at).isPresent())
                    .boxed()
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(least -> told.set(least, Optional.empty()));
        }
        return told;
    }

    /** Whether what is left out makes up so few that the rest gives it away. */
    private static boolean few(List<Integer> counts, List<Optional<Integer>> told) {
        int[] hidden = IntStream.range(0, counts.size())
                .filter(at -> told.get(at).isEmpty())
                .toArray();
        int sum = IntStream.of(hidden).map(counts::get).sum();
        return hidden.length > 0 && hidden.length < counts.size() && (hidden.length == 1 || sum < LEAST);
    }
}
