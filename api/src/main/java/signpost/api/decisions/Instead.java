package signpost.api.decisions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.recommendations.Chosen;
import signpost.api.recommendations.Happened;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Ids;

/** What is done instead of something overridden: chosen with the override, and taken back with it. */
@Component
class Instead {

    /**
     * What was chosen.
     *
     * @param id its recommendation
     * @param accepted the decision that accepted it, when it was suggested already
     */
    record Taken(UUID id, Optional<Decision> accepted) {}

    /** What becomes of it when the override is taken back. */
    enum After {
        NOTHING_CHOSEN,
        TAKEN_BACK,
        STAYS
    }

    private final Recommendations recommendations;
    private final Moves moves;
    private final Decisions decisions;
    private final DecisionRows rows;
    private final Happened happened;
    private final BookInForce book;
    private final Ids ids;

    Instead(
            Recommendations recommendations,
            Moves moves,
            Decisions decisions,
            DecisionRows rows,
            Happened happened,
            BookInForce book,
            Ids ids) {
        this.recommendations = recommendations;
        this.moves = moves;
        this.decisions = decisions;
        this.rows = rows;
        this.happened = happened;
        this.book = book;
        this.ids = ids;
    }

    /** The recommendation of what is done instead: the open one if there is one, else a new one. */
    Taken choose(UUID school, Recommendation now, String code, Feedback feedback, Instant at) {
        Optional<Recommendation> open = recommendations.open(school, now.student(), code, "");
        if (open.isEmpty()) {
            UUID id = ids.next();
            String note = "Chosen by a person instead of \"" + title(now.intervention()) + "\".";
            moves.addChosen(
                    school,
                    new Chosen(
                            id,
                            now.student(),
                            now.term(),
                            code,
                            now.severity(),
                            now.due(),
                            now.bookDigest(),
                            Optional.of(now.id()),
                            note),
                    at);
            return new Taken(id, Optional.empty());
        }
        return new Taken(
                open.get().id(),
                open.filter(found -> found.state() != State.ACCEPTED)
                        .map(found -> accept(school, found, feedback, at)));
    }

    /** Takes back what only this override chose, unless somebody did more with it since. */
    After takeBack(UUID school, Decision override, Decider by, Instant at) {
        Optional<Recommendation> chosen =
                decisions.insteadOf(school, override.id()).flatMap(id -> recommendations.findLocked(school, id));
        if (chosen.isEmpty()) {
            return After.NOTHING_CHOSEN;
        }
        Recommendation now = chosen.get();
        Optional<Decision> last = decisions.standing(school, now.id());
        Optional<Decision> with =
                last.filter(decision -> decisions.partOf(school, override.id()).contains(decision.id()));
        boolean untouched =
                now.state() == State.ACCEPTED && happened.last(school, now.id()).isEmpty();
        if (untouched && with.isPresent() && with.get().before().isPresent()) {
            int made = moves.undecided(school, now.id(), with.get().before().get(), at);
            rows.undo(school, ids.next(), with.get(), now.version(), made, by, at);
            return After.TAKEN_BACK;
        }
        boolean onlyOfThis = last.isEmpty()
                && now.insteadOf().filter(override.recommendation()::equals).isPresent();
        if (untouched && onlyOfThis) {
            moves.takenBack(school, now.id(), "the decision that chose it was undone", at);
            return After.TAKEN_BACK;
        }
        return After.STAYS;
    }

    private static Decision accepted(UUID id, Recommendation open, int made, Feedback feedback, Instant at) {
        return new Decision(
                id,
                open.id(),
                open.version(),
                made,
                Outcome.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                feedback.decidedBy().name(),
                "",
                feedback.decidedAt().orElse(at),
                at,
                false,
                Optional.of(open.stood()));
    }

    private Decision accept(UUID school, Recommendation open, Feedback feedback, Instant at) {
        int made = moves.decided(school, open.id(), State.ACCEPTED, Optional.empty(), false, at);
        return accepted(ids.next(), open, made, feedback, at);
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
