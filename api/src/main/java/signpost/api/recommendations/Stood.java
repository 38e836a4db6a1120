package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a recommendation stood before a person decided, kept with the decision so that taking it back restores this.
 *
 * @param state where it stood
 * @param deferredUntil until when it was put off, when it was
 * @param silenced whether it was overridden for a lasting reason
 * @param silencedUntil the last day of that silence, unless it is for good
 * @param decidedIn the term of the decision before, if there was one
 */
public record Stood(
        State state,
        Optional<LocalDate> deferredUntil,
        boolean silenced,
        Optional<LocalDate> silencedUntil,
        Optional<UUID> decidedIn) {}
