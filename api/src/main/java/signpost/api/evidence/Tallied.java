package signpost.api.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of the suggestions of a rule, or of those one person saw.
 *
 * @param name the rule, or the person
 * @param suggested how many there were in the term
 * @param overridden by the code of the reason
 * @param ignored shown, and expired without a decision
 * @param notShown shown to nobody so far
 * @param open shown, and neither decided nor over
 * @param withdrawn taken back by the rules before anybody decided
 * @param decided how many were accepted, overridden or deferred
 * @param bulk of them, those decided together with others
 * @param timed of them, those whose reasons were opened before by who decided
 * @param seconds the median from opening the reasons to deciding; only of at least {@link #LEAST}
 */
record Tallied(
        String name,
        int suggested,
        int accepted,
        Map<String, Integer> overridden,
        int deferred,
        int ignored,
        int notShown,
        int open,
        int withdrawn,
        int decided,
        int bulk,
        int timed,
        OptionalLong seconds) {

    /** Of fewer a median says more of one case than of the whole. */
    static final int LEAST = 5;

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    Tallied {
        overridden = Map.copyOf(overridden);
        seconds = timed < LEAST ? OptionalLong.empty() : seconds;
    }

    public int overriddenInAll() {
        return overridden.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The median in words; empty when there are too few to say. */
    public Optional<String> medianWords() {
        return seconds.isEmpty() ? Optional.empty() : Optional.of(words(seconds.getAsLong()));
    }

    /** The share decided together with others, in whole per cent; empty when nothing was decided. */
    public Optional<String> bulkWords() {
        return decided == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * bulk / decided) + "%");
    }

    private static String words(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR ? seconds / MINUTE + " min" : Math.round(seconds / (double) HOUR) + " h";
    }
}
