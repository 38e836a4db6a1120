package signpost.api.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import signpost.api.recommendations.Stood;

/**
 * A decision as kept. All are kept; the last received stands.
 *
 * @param id its id
 * @param recommendation what it is about
 * @param versionSeen the version the person had before them
 * @param versionMade the version it made
 * @param outcome what was decided
 * @param overrideReason the reason's code, when overridden
 * @param interventionInstead what is done instead, if anything
 * @param deferredUntil until when, when deferred
 * @param decidedBy who
 * @param comment their words, or empty
 * @param decidedAt when, as they or their system say
 * @param receivedAt when it reached Signpost
 * @param bulk whether it was made together with others on the same intervention
 * @param before where the recommendation stood; empty of decisions made before they could be taken back
 */
public record Decision(
        UUID id,
        UUID recommendation,
        int versionSeen,
        int versionMade,
        Outcome outcome,
        Optional<String> overrideReason,
        Optional<String> interventionInstead,
        Optional<LocalDate> deferredUntil,
        String decidedBy,
        String comment,
        Instant decidedAt,
        Instant receivedAt,
        boolean bulk,
        Optional<Stood> before) {

    /** Whether it can be taken back on a day: the day it reached Signpost. */
    public boolean undoableOn(LocalDate today, ZoneId zone) {
        return before.isPresent() && LocalDate.ofInstant(receivedAt, zone).equals(today);
    }
}
