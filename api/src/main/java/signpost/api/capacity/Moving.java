package signpost.api.capacity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;

/** Moves somebody in the line for what there is not enough of, for a reason that is kept. */
@Service
class Moving {

    static final int LONGEST = 500;

    /**
     * A move as asked for.
     *
     * @param seen the last move that the person saw, if there was one
     */
    record Asked(String direction, String reason, Optional<UUID> seen) {}

    /** What came of asking. */
    sealed interface Answer {

        record Moved(Direction direction) implements Answer {}

        record Refused(Mistakes mistakes) implements Answer {}

        /** Somebody moved them since. */
        record Stale(MovesInLine.Moved since) implements Answer {}

        /** It does not wait for a decision any more. */
        record Closed() implements Answer {}
    }

    private final MovesInLine moves;
    private final Recommendations recommendations;
    private final Students students;
    private final Ids ids;
    private final Clock clock;

    Moving(MovesInLine moves, Recommendations recommendations, Students students, Ids ids, Clock clock) {
        this.moves = moves;
        this.recommendations = recommendations;
        this.students = students;
        this.ids = ids;
        this.clock = clock;
    }

    /** Moves what {@code id} suggests, a recommendation of this person's school that was found before. */
    @Transactional
    public Answer move(UUID id, Asked asked, StaffMember by) {
        Recommendation found = recommendations.find(by.schoolId(), id).orElseThrow();
        students.lock(List.of(found.student()));
        Recommendation now = recommendations.findLocked(by.schoolId(), id).orElseThrow();
        if (now.state() != State.SUGGESTED) {
            return new Answer.Closed();
        }
        Optional<MovesInLine.Moved> last =
                moves.of(by.schoolId(), List.of(id)).stream().findFirst();
        if (last.isPresent() && !last.map(MovesInLine.Moved::id).equals(asked.seen())) {
            return new Answer.Stale(last.get());
        }
        Mistakes mistakes = check(asked);
        if (!mistakes.none()) {
            return new Answer.Refused(mistakes);
        }
        Direction direction = Direction.of(asked.direction()).orElseThrow();
        moves.add(
                new MovesInLine.Moved(ids.next(), id, direction, by.displayName(), asked.reason(), clock.instant()),
                by);
        return new Answer.Moved(direction);
    }

    private static Mistakes check(Asked asked) {
        List<Mistake> all = new ArrayList<>();
        if (Direction.of(asked.direction()).isEmpty()) {
            all.add(Mistake.inChoice("direction", "Choose where in the line"));
        }
        if (asked.reason().isEmpty()) {
            all.add(new Mistake("reason", "Enter the reason, which colleagues will read"));
        } else if (asked.reason().length() > LONGEST) {
            all.add(new Mistake("reason", "The reason must be " + LONGEST + " characters or fewer"));
        }
        return new Mistakes(all);
    }
}
