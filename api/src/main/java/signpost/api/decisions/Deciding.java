package signpost.api.decisions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Ids;
import signpost.api.students.Students;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.profile.Term;

/**
 * Takes decisions. Each is kept and the last received stands; one that names a version others have since changed is told
 * what changed, and does not count until it is sent again.
 */
@Service
public class Deciding {

    private final Recommendations recommendations;
    private final Moves moves;
    private final Decisions decisions;
    private final Instead instead;
    private final Students students;
    private final Terms terms;
    private final BookInForce book;
    private final Ids ids;
    private final Clock clock;

    Deciding(
            Recommendations recommendations,
            Moves moves,
            Decisions decisions,
            Instead instead,
            Students students,
            Terms terms,
            BookInForce book,
            Ids ids,
            Clock clock) {
        this.recommendations = recommendations;
        this.moves = moves;
        this.decisions = decisions;
        this.instead = instead;
        this.students = students;
        this.terms = terms;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides on a recommendation of this school. */
    @Transactional
    public Answer decide(UUID school, UUID id, Feedback feedback) {
        Optional<Recommendation> found = recommendations.find(school, id);
        if (found.isEmpty()) {
            return new Answer.NotFound();
        }
        // The same lock, in the same order, as an evaluation takes.
        students.lock(List.of(found.get().student()));
        Recommendation now = recommendations.findLocked(school, id).orElseThrow();
        Catalogue catalogue = book.recommender().book().catalogue();
        List<Answer.Wrong> wrong = new FeedbackCheck(
                        catalogue, LocalDate.now(clock), working(school).ends(), clock.instant())
                .check(feedback, now);
        if (!wrong.isEmpty()) {
            return new Answer.Refused(wrong);
        }
        Optional<Answer> cannot = cannotCount(school, feedback, now);
        return cannot.orElseGet(() -> record(school, feedback, now, catalogue));
    }

    /** Academic years end on 31 August; once a summer is closed, the year is the one after it. */
    private LocalDate endOfYear(UUID school) {
        return LocalDate.of(working(school).academicYear() + 1, Month.AUGUST, 31);
    }

    private Term working(UUID school) {
        return terms.working(school, LocalDate.now(clock)).term();
    }

    private Optional<Answer> cannotCount(UUID school, Feedback feedback, Recommendation now) {
        if (feedback.version().isPresent() && feedback.version().get() != now.version()) {
            return Optional.of(new Answer.Stale(
                    now, changes(school, now, feedback.version().get())));
        }
        if (now.state().closed()) {
            return Optional.of(new Answer.Closed(Said.closed(now)));
        }
        boolean another = recommendations
                .open(school, now.student(), now.intervention(), now.occurrence())
                .filter(open -> !open.id().equals(now.id()))
                .isPresent();
        return another && !feedback.outcome().equals(Outcome.OVERRIDDEN.code())
                ? Optional.of(new Answer.Closed("It has been suggested again since; decide on the newer one."))
                : Optional.empty();
    }

    private Answer record(UUID school, Feedback feedback, Recommendation now, Catalogue catalogue) {
        Instant received = clock.instant();
        Outcome outcome = Outcome.of(feedback.outcome()).orElseThrow();
        Optional<OverrideReason> reason = feedback.overrideReason().flatMap(catalogue::reason);
        boolean lasting = reason.map(OverrideReason::lasting).orElse(false);
        int made = moves.decided(school, now.id(), outcome.state(), feedback.deferredUntil(), lasting, received);
        if (reason.filter(OverrideReason::thisYear).isPresent()) {
            moves.silencedUntil(school, now.id(), endOfYear(school));
        }
        Decision decision = decision(feedback, now, outcome, made, received);
        Optional<Instead.Taken> chosen =
                feedback.intervention().map(code -> instead.choose(school, now, code, feedback, received));
        decisions.add(school, decision, feedback.decidedBy(), chosen.map(Instead.Taken::id), Optional.empty());
        chosen.flatMap(Instead.Taken::accepted)
                .ifPresent(accepted -> decisions.add(
                        school, accepted, feedback.decidedBy(), Optional.empty(), Optional.of(decision.id())));
        return new Answer.Recorded(decision);
    }

    private Decision decision(Feedback feedback, Recommendation now, Outcome outcome, int made, Instant received) {
        return new Decision(
                ids.next(),
                now.id(),
                feedback.version().orElse(now.version()),
                made,
                outcome,
                feedback.overrideReason(),
                feedback.intervention(),
                feedback.deferredUntil(),
                feedback.decidedBy().name(),
                feedback.comment(),
                feedback.decidedAt().orElse(received),
                received,
                feedback.bulk(),
                Optional.of(now.stood()));
    }

    private List<String> changes(UUID school, Recommendation now, int seen) {
        List<String> changes = new ArrayList<>();
        int decided = 0;
        for (Decisions.Step step : decisions.steps(school, now.id())) {
            if (step.versionMade() > seen) {
                decided++;
                changes.add(Said.of(step, clock.getZone()));
            }
        }
        if (now.version() - seen > decided || seen > now.version()) {
            changes.add(
                    now.state().closed()
                            ? Said.closed(now)
                            : "Its reasons, its due date or what became of it have changed.");
        }
        return changes;
    }
}
