package signpost.api.students;

import java.util.Map;
import java.util.Optional;
import signpost.engine.profile.Value;

/** Nobody attends more sessions than there were. */
public final class SessionsCheck {

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
