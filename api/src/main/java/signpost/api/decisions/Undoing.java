package signpost.api.decisions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Happened;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.recommendations.Stood;
import signpost.api.schools.Ids;
import signpost.api.students.ProfilesChanged;
import signpost.api.students.Students;

/**
 * Takes decisions back on the day they were made. The decision stays as a row; what it changed is put back, and the student
 * is evaluated again, since what was decided meanwhile kept its reasons as they were.
 */
@Service
public class Undoing {

    private final Recommendations recommendations;
    private final Moves moves;
    private final Decisions decisions;
    private final DecisionRows rows;
    private final Instead instead;
    private final Happened happened;
    private final Students students;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Undoing(
            Recommendations recommendations,
            Moves moves,
            Decisions decisions,
            DecisionRows rows,
            Instead instead,
            Happened happened,
            Students students,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.recommendations = recommendations;
        this.moves = moves;
        this.decisions = decisions;
        this.rows = rows;
        this.instead = instead;
        this.happened = happened;
        this.students = students;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes back the decision that stands.
     *
     * @param seen the decision the person saw as the last
     */
    @Transactional
    public Answer undo(UUID school, UUID id, Optional<UUID> seen, Decider by) {
        Optional<Recommendation> found = recommendations.find(school, id);
        if (found.isEmpty()) {
            return new Answer.NotFound();
        }
        students.lock(List.of(found.get().student()));
        Recommendation now = recommendations.findLocked(school, id).orElseThrow();
        Optional<Decision> last = decisions.standing(school, id);
        if (last.isEmpty() || !last.map(Decision::id).equals(seen)) {
            return new Answer.Stale(now, since(school, now, seen));
        }
        return cannot(school, now, last.get())
                .<Answer>map(Answer.Closed::new)
                .orElseGet(() -> takeBack(school, now, last.get(), by));
    }

    private Answer takeBack(UUID school, Recommendation now, Decision decision, Decider by) {
        Instant at = clock.instant();
        Stood before = decision.before().orElseThrow();
        int made = before.state() == State.WITHDRAWN
                ? moves.takenBack(school, now.id(), "whoever added it took that back", at)
                : moves.undecided(school, now.id(), before, at);
        rows.undo(school, ids.next(), decision, now.version(), made, by, at);
        Instead.After after = instead.takeBack(school, decision, by, at);
        events.publishEvent(new ProfilesChanged(school, Set.of(now.student())));
        return new Answer.Undone(decision, after == Instead.After.TAKEN_BACK, after == Instead.After.STAYS);
    }

    private Optional<String> cannot(UUID school, Recommendation now, Decision decision) {
        if (!decision.undoableOn(LocalDate.now(clock), clock.getZone())) {
            return Optional.of("A decision can be undone only on the day it was made; decide again instead.");
        }
        if (now.state() != decision.outcome().state()) {
            return Optional.of(
                    now.state().closed()
                            ? Said.closed(now)
                            : "It has come back since, and is " + now.state().code() + ".");
        }
        Optional<String> done = happened.last(school, now.id());
        if (now.state() == State.ACCEPTED && done.isPresent()) {
            return Optional.of("Something was recorded of it since: " + done.get() + ". Undo that first.");
        }
        boolean opens = decision.before().map(before -> before.state().open()).orElse(false);
        boolean another = recommendations
                .open(school, now.student(), now.intervention(), now.occurrence())
                .filter(open -> !open.id().equals(now.id()))
                .isPresent();
        return opens && another
                ? Optional.of("It has been suggested again since; decide on the newer one.")
                : Optional.empty();
    }

    /** What happened after the decision somebody saw. */
    private List<String> since(UUID school, Recommendation now, Optional<UUID> seen) {
        List<Decisions.Step> steps = decisions.steps(school, now.id());
        int version = steps.stream()
                .filter(step -> seen.filter(step.id()::equals).isPresent())
                .mapToInt(Decisions.Step::versionMade)
                .findFirst()
                .orElse(0);
        List<String> changes = steps.stream()
                .filter(step -> step.versionMade() > version)
                .map(step -> Said.of(step, clock.getZone()))
                .toList();
        return changes.isEmpty() ? List.of("No such decision stands on it.") : changes;
    }
}
