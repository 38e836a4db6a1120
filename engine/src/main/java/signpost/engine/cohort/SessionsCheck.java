package signpost.engine.cohort;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.profile.Value;

/** Nobody attends more sessions than there were. */
public final class SessionsCheck {

    /** The attributes looked at. */
    static final Set<String> KEYS = Set.of("sessions_possible", "sessions_attended");

    private SessionsCheck() {}

    /** What is wrong with the sessions of one student, or nothing. */
    public static Optional<String> wrong(Map<String, Value> facts) {
        return facts.get("sessions_possible") instanceof Value.Amount possible
                        && facts.get("sessions_attended") instanceof Value.Amount attended
                        && attended.amount().compareTo(possible.amount()) > 0
                ? Optional.of("has more sessions attended than possible")
                : Optional.empty();
    }
}
