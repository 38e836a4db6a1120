package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import signpost.engine.rulebook.Severity;

/** Something an evaluation changes about one student's recommendations. */
sealed interface Change {

    /** A new suggestion, after a closed one if {@code former} names it. */
    record Raise(
            UUID student,
            String intervention,
            String occurrence,
            Severity severity,
            LocalDate due,
            Optional<UUID> former,
            ShownReasons shown)
            implements Change {}

    /** Other reasons for an open one. */
    record Reword(UUID id, int version, Severity severity, LocalDate due, boolean evidenceUnknown, ShownReasons shown)
            implements Change {}

    record Withdraw(UUID id, String because) implements Change {}

    record Expire(UUID id) implements Change {}
}
