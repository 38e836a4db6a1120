package signpost.engine.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a student, in the words of the DfE's destination measures and of a school's own records. The measures
 * look at October to March after leaving.
 */
public enum Outcome {
    /** In education, an apprenticeship or employment for all of it. */
    SUSTAINED,
    /** Started somewhere and left, or was nowhere: the activity is known, and it did not last. */
    NOT_SUSTAINED,
    /** Never had a place to start. */
    NEVER_PLACED,
    /** Nobody knows. Neither good nor bad. */
    NOT_KNOWN;

    /** Left, or was never placed. */
    public boolean isBad() {
        return this == NOT_SUSTAINED || this == NEVER_PLACED;
    }

    public boolean isKnown() {
        return this != NOT_KNOWN;
    }

    /** The outcome that a file writes in these words, in capitals or not; nothing when they are no outcome's. */
    public static Optional<Outcome> written(String cell) {
        String wanted = cell.strip().replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(outcome -> outcome.words().contains(wanted))
                .findFirst();
    }

    /** Every way to write one. */
    static List<String> allWords() {
        return Arrays.stream(values())
                .flatMap(outcome -> outcome.words().stream())
                .toList();
    }

    private List<String> words() {
        return switch (this) {
            case SUSTAINED ->
                List.of("sustained", "sustained education", "sustained apprenticeship", "sustained employment");
            case NOT_SUSTAINED -> List.of("not sustained", "not recorded as a sustained destination");
            case NEVER_PLACED -> List.of("never placed");
            case NOT_KNOWN -> List.of("not known", "activity not captured");
        };
    }
}
