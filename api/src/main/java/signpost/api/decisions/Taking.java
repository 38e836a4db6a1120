package signpost.api.decisions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Ids;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.profile.Term;

/** The steps of taking a decision, the same for one recommendation and for many. */
@Component
class Taking {

    private final Moves moves;
    private final Terms terms;
    private final BookInForce book;
    private final Ids ids;
    private final Clock clock;

    Taking(Moves moves, Terms terms, BookInForce book, Ids ids, Clock clock) {
        this.moves = moves;
        this.terms = terms;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is wrong with a decision itself; of several alike, of the first for which anything is. */
    List<Answer.Wrong> wrong(UUID school, List<Recommendation> on, Feedback feedback) {
        LocalDate today = LocalDate.now(clock);
        LocalDate lastDay = working(school).ends();
        return on.stream()
                .map(one -> new FeedbackCheck(catalogue(), today, lastDay, clock.instant()).check(feedback, one))
                .filter(wrong -> !wrong.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Moves recommendations as they were decided.
     *
     * @param on as they stand now, locked, each at the version the person saw
     * @return the decisions, yet to be kept
     */
    List<Decision> take(UUID school, List<Recommendation> on, Feedback feedback) {
        Instant received = clock.instant();
        Outcome outcome = Outcome.of(feedback.outcome()).orElseThrow();
        Optional<OverrideReason> reason = feedback.overrideReason().flatMap(catalogue()::reason);
        moves.decided(
                school,
                on.stream().map(Recommendation::id).toList(),
                outcome.state(),
                feedback.deferredUntil(),
                reason.map(OverrideReason::lasting).orElse(false),
                reason.filter(OverrideReason::thisYear).map(lasting -> endOfYear(school)),
                received);
        return on.stream()
                .map(one -> decision(feedback, one, outcome, received))
                .toList();
    }

    private Decision decision(Feedback feedback, Recommendation on, Outcome outcome, Instant received) {
        return new Decision(
                ids.next(),
                on.id(),
                on.version(),
                on.version() + 1,
                outcome,
                feedback.overrideReason(),
                feedback.intervention(),
                feedback.deferredUntil(),
                feedback.decidedBy().name(),
                feedback.comment(),
                feedback.decidedAt().orElse(received),
                received,
                feedback.bulk(),
                Optional.of(on.stood()));
    }

    private Catalogue catalogue() {
        return book.recommender().book().catalogue();
    }

    /** Academic years end on 31 August; once a summer is closed, the year is the one after it. */
    private LocalDate endOfYear(UUID school) {
        return LocalDate.of(working(school).academicYear() + 1, Month.AUGUST, 31);
    }

    private Term working(UUID school) {
        return terms.working(school, LocalDate.now(clock)).term();
    }
}
