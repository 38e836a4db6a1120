package signpost.api.students;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import signpost.engine.profile.Value;

/** Attendance worked out from sessions, where the MIS gives no percentage. */
public final class AttendanceShare {

    /** The attribute worked out. */
    public static final String ATTENDANCE = "attendance_pct";

    private static final String POSSIBLE = "sessions_possible";
    private static final String ATTENDED = "sessions_attended";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AttendanceShare() {}

    /**
     * Adds attendance to the facts that it follows from: in percent, to one decimal. No session possible leaves it
     * unknown.
     *
     * @return what is wrong with the sessions, or nothing
     */
    public static Optional<String> addTo(Map<String, Value> facts) {
        if (!(facts.get(POSSIBLE) instanceof Value.Amount possible)
                || !(facts.get(ATTENDED) instanceof Value.Amount attended)
                || possible.amount().signum() <= 0) {
            return Optional.empty();
        }
        if (attended.amount().compareTo(possible.amount()) > 0) {
            return Optional.of("has more sessions attended than possible");
        }
        var share = attended.amount().multiply(HUNDRED).divide(possible.amount(), 1, RoundingMode.HALF_UP);
        facts.put(ATTENDANCE, new Value.Amount(share));
        return Optional.empty();
    }
}
