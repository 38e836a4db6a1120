package signpost.api.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's decision as it arrives.
 *
 * @param outcome what was decided; anything but accepted, overridden or deferred is refused
 * @param version the version of the recommendation the person saw, if they say
 * @param overrideReason the code of the reason, when overridden
 * @param comment free words, or empty
 * @param intervention what is done instead, when overridden
 * @param deferredUntil until when, when deferred
 * @param decidedBy who decided
 * @param decidedAt when, as they or their system say
 * @param bulk whether it was made together with others on the same intervention
 */
public record Feedback(
        String outcome,
        Optional<Integer> version,
        Optional<String> overrideReason,
        String comment,
        Optional<String> intervention,
        Optional<LocalDate> deferredUntil,
        Decider decidedBy,
        Optional<Instant> decidedAt,
        boolean bulk) {

    /** The same, made together with others on the same intervention. */
    Feedback together() {
        return new Feedback(
                outcome, version, overrideReason, comment, intervention, deferredUntil, decidedBy, decidedAt, true);
    }
}
