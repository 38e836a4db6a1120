package signpost.api.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What happened to a term.
 *
 * @param term the term's id
 * @param starts its first day from then on
 * @param ends its last day from then on
 * @param by who did it, as colleagues know them; Signpost where the calendar did
 */
public record TermStep(UUID term, Kind kind, LocalDate starts, LocalDate ends, String by, Instant at) {

    /** What can happen to a term. */
    public enum Kind {
        OPENED("Opened"),
        REVIEWED("Marked as reviewed"),
        CLOSED("Closed"),
        MOVED("Days changed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
