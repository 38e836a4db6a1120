package signpost.api.recommendations;

import org.springframework.stereotype.Service;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;

/**
 * What time itself changes: undecided recommendations of a past term expire, deferred ones come back on their day, and every
 * student is judged again on a new day or by another book. Doing it twice changes nothing.
 */
@Service
public class TurnOfDay {

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
        schools.ids().forEach(school -> scope.within(school, () -> turn.of(school)));
    }
}
