package signpost.api.recommendations;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;

/**
 * What time itself changes: undecided recommendations of a past term expire, deferred ones come back on their day, and every
 * student is judged again on a new day or by another book. Doing it twice changes nothing.
 */
@Service
public class TurnOfDay {

    private static final Logger LOG = LoggerFactory.getLogger(TurnOfDay.class);

    private final Schools schools;
    private final SchoolScope scope;
    private final Turn turn;

    TurnOfDay(Schools schools, SchoolScope scope, Turn turn) {
        this.schools = schools;
        this.scope = scope;
        this.turn = turn;
    }

    /** Brings every school up to today. */
    public void come() {
        schools.ids().forEach(this::come);
    }

    /** A school whose turn fails has it at the next; the others have theirs now. */
    void come(UUID school) {
        try {
            scope.within(school, () -> turn.of(school));
        } catch (RuntimeException failure) {
            LOG.error("The turn of the day of school {} failed and is tried again", school, failure);
        }
    }
}
