package signpost.api.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

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
        Instant receivedAt) {}
