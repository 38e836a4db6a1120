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
import signpost.api.recommendations.Chosen;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Standings;
import signpost.api.recommendations.State;
import signpost.api.recommendations.Stood;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Ids;
import signpost.api.students.ProfilesChanged;
import signpost.api.students.Students;
import signpost.api.terms.Terms;

/** Adds what no rule asked for: accepted from the start, by a decision that can be undone like any other. */
@Service
class Adding {

    /** It was not there before: taking the decision back withdraws it. */
    private static final Stood NOWHERE =
            new Stood(State.WITHDRAWN, Optional.empty(), false, Optional.empty(), Optional.empty());

    private final Recommendations recommendations;
    private final Moves moves;
    private final Standings standings;
    private final DecisionRows rows;
    private final Students students;
    private final Terms terms;
    private final BookInForce book;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Adding(
            Recommendations recommendations,
            Moves moves,
            Standings standings,
            DecisionRows rows,
            Students students,
            Terms terms,
            BookInForce book,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.recommendations = recommendations;
        this.moves = moves;
        this.standings = standings;
        this.rows = rows;
        this.students = students;
        this.terms = terms;
        this.book = book;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds an intervention of the catalogue for a student of this school.
     *
     * @param form without mistakes
     */
    @Transactional
    public Answer add(UUID school, UUID student, AddForm form, Decider by) {
        if (students.byId(student).isEmpty()) {
            return new Answer.NotFound();
        }
        students.lock(List.of(student));
        return recommendations
                .open(school, student, form.intervention(), "")
                .<Answer>map(open -> new Answer.Closed(open(open)))
                .orElseGet(() -> new Answer.Recorded(add(school, student, form, by, clock.instant())));
    }

    private Decision add(UUID school, UUID student, AddForm form, Decider by, Instant at) {
        Chosen chosen = new Chosen(
                ids.next(),
                student,
                terms.working(school, LocalDate.now(clock)).id(),
                form.intervention(),
                standings.gravest(school, student),
                form.due().day().orElseThrow(),
                book.agreed().book().digest(),
                Optional.empty(),
                form.reason());
        moves.addChosen(school, chosen, at);
        Decision decision = new Decision(
                ids.next(),
                chosen.id(),
                1,
                1,
                Outcome.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                by.name(),
                "",
                at,
                at,
                false,
                Optional.of(NOWHERE));
        rows.add(school, decision, by, Optional.empty(), Optional.empty());
        events.publishEvent(new ProfilesChanged(school, Set.of(student)));
        return decision;
    }

    private static String open(Recommendation open) {
        return open.state() == State.ACCEPTED
                ? "It is accepted already, and still to be done."
                : "It is suggested already; accept it on the student's page.";
    }
}
