package signpost.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
public final class Nearest {

    /** Longer words are not slips of the pen, and comparing them with a whole vocabulary takes long. */
    private static final int LONGEST = 120;

    private static final int MOST_TYPOS = 16;

    /** A hostile vocabulary has more, and each of a thousand mistakes would be compared with all of them. */
    private static final int MOST_CANDIDATES = 5_000;

    private static final Pattern FIGURES = Pattern.compile("\\d");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,%]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");

    private Nearest() {}

    /** The candidate nearest to {@code written}, if it is near enough to be worth offering. */
    public static Optional<String> to(String written, Collection<String> candidates) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int limit = limit(wanted);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return candidates.stream()
                .limit(MOST_CANDIDATES)
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .map(candidate -> new Near(candidate, distance.apply(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() >= 0)
                .filter(near -> wordForWord(wanted, near.candidate().toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
                .map(Near::candidate);
    }

    /** How many letters may differ: in a word of two, nothing is left in common when both do. */
    private static int limit(String wanted) {
        return Math.min(
                MOST_TYPOS, Math.min(Math.max(2, wanted.length() * 2 / 5), Math.max(0, (wanted.length() + 1) / 2 - 1)));
    }

    /** "Severe absence" is no slip for "Persistent absence", however much of the whole they share. */
    private static boolean wordForWord(String wanted, String candidate) {
        String[] words = wanted.split(" ", -1);
        String[] others = candidate.split(" ", -1);
        return words.length != others.length
                || IntStream.range(0, words.length).allMatch(at -> slip(words[at], others[at]));
    }

    private static boolean slip(String word, String other) {
        // Numbers are values; which of two forms was meant, the words beside them say.
        if (sorted(word).equals(sorted(other))
                || (NUMBER.matcher(word).matches() && NUMBER.matcher(other).matches())) {
            return true;
        }
        boolean code = FIGURES.matcher(word).find() && !letters(word).equals(letters(other));
        return new LevenshteinDistance(code ? 1 : Math.max(1, limit(word))).apply(word, other) >= 0;
    }

    /** Letters that changed places are a slip in the shortest word. */
    private static String sorted(String word) {
        return word.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String letters(String code) {
        return NO_LETTERS.matcher(code).replaceAll("");
    }

    private record Near(String candidate, int distance) {}
}
