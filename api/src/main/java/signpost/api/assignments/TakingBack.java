package signpost.api.assignments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.assignments.AssignmentChanges.Kind;
import signpost.api.assignments.CaseloadMoves.Moved;
import signpost.api.schools.SchoolLock;

/**
 * Takes the move of a whole caseload back on the day it was made: each rule and each student it changed, unless somebody changed
 * them since. The way back is a change like any other, and stands in the history.
 */
@Service
class TakingBack {

    private final CaseloadMoves moves;
    private final AssignmentMoves assignments;
    private final AssignmentRules rules;
    private final AssignmentChanges changes;
    private final SchoolLock lock;
    private final Clock clock;

    TakingBack(
            CaseloadMoves moves,
            AssignmentMoves assignments,
            AssignmentRules rules,
            AssignmentChanges changes,
            SchoolLock lock,
            Clock clock) {
        this.moves = moves;
        this.assignments = assignments;
        this.rules = rules;
        this.changes = changes;
        this.lock = lock;
        this.clock = clock;
    }

    /** The move that can be taken back on a day: the last, unless it took one back itself. */
    @Transactional
    public Optional<Moved> offered(UUID school, LocalDate day) {
        return moves.since(school, day.atStartOfDay(clock.getZone()).toInstant()).stream()
                .findFirst()
                .filter(last -> !last.back())
                .filter(last -> stands(school, last));
    }

    /** Whether there is anything left of it that nobody has changed since. */
    private boolean stands(UUID school, Moved moved) {
        List<Rule> now = rules.of(school);
        return !moves.byHand(school, moved).isEmpty() || !now.equals(moves.rulesBack(school, moved, now));
    }

    /**
     * Takes a move back.
     *
     * @param number of the change, as the person saw it offered
     * @return how many students have another adviser by it; empty when it is not offered any more
     */
    @Transactional
    public Optional<Integer> takeBack(UUID school, UUID by, int number) {
        lock.hold(school);
        return offered(school, LocalDate.now(clock))
                .filter(last -> last.number() == number)
                .map(last -> back(school, by, last));
    }

    private int back(UUID school, UUID by, Moved moved) {
        List<Rule> before = moves.rulesBack(school, moved, rules.of(school));
        Collection<UUID> byHand = moves.byHand(school, moved);
        int students =
                moves(rules.moves(school, before)) + moves(assignments.of(school, byHand, Optional.of(moved.from())));
        int change = changes.add(school, Kind.MOVED, true, students, by);
        moves.note(school, change, moved.to(), moved.from(), Optional.of(moved.number()));
        assignments.set(school, change, byHand, Optional.of(moved.from()));
        rules.set(school, change, before);
        return students;
    }

    private static int moves(List<Move> moves) {
        return moves.stream().mapToInt(Move::students).sum();
    }
}
