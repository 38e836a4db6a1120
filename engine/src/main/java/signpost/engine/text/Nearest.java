package signpost.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
public final class Nearest {

    /** Longer words are not slips of the pen, and comparing them with a whole vocabulary takes long. */
    private static final int LONGEST = 120;

    private static final int MOST_TYPOS = 16;

    /** A hostile vocabulary has more, and each of a thousand mistakes would be compared with all of them. */
    private static final int MOST_CANDIDATES = 5_000;

    private Nearest() {}

    /** The candidate nearest to {@code written}, if it is near enough to be worth offering. */
    public static Optional<String> to(String written, Collection<String> candidates) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        // A word of two letters has nothing in common with one that differs in both.
        int limit = Math.min(
                MOST_TYPOS, Math.min(Math.max(2, wanted.length() * 2 / 5), Math.max(0, (wanted.length() + 1) / 2 - 1)));
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return candidates.stream()
                .limit(MOST_CANDIDATES)
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .map(candidate -> new Near(candidate, distance.apply(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() >= 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
                .map(Near::candidate);
    }

    private record Near(String candidate, int distance) {}
}
