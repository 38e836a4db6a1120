package signpost.api.concerns;

import java.time.LocalDate;
import java.util.UUID;
import signpost.engine.rulebook.Severity;

/**
 * A flag that a person raised and nobody cleared.
 *
 * @param name one of the book's flags, or their own words
 * @param reason why, in their words
 * @param raisedBy who
 * @param raisedOn the day
 * @param ends the last day of its term: after that it no longer counts, until somebody raises it again
 */
public record PersonFlag(
        UUID id,
        UUID student,
        String name,
        Severity severity,
        String reason,
        String raisedBy,
        LocalDate raisedOn,
        LocalDate ends) {

    /** Whether it counts on a day. */
    public boolean standsOn(LocalDate day) {
        return !day.isAfter(ends);
    }
}
