package signpost.api.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.profile.TermCalendar;

/**
 * Takes a term from planned to open, reviewed and closed. Each step tells whether it was taken: one that somebody else took
 * first is not taken twice. INVARIANT: terms tile the year whatever is opened early, and a closed term stays closed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TermCycle {

    private static final List<String> RUNNING = List.of("OPEN", "REVIEWED");

    private final Terms terms;
    private final TermRows rows;
    private final TermSteps steps;
    private final ApplicationEventPublisher events;

    TermCycle(Terms terms, TermRows rows, TermSteps steps, ApplicationEventPublisher events) {
        this.terms = terms;
        this.rows = rows;
        this.steps = steps;
        this.events = events;
    }

    /** Whether the calendar asks for a step today. */
    public boolean due(UUID school, LocalDate today) {
        return terms.on(school, today).state() == TermState.PLANNED
                || !past(school, today).isEmpty();
    }

    /** Closes what has ended and opens what has begun. The caller holds the locks of all students. */
    public void turn(UUID school, LocalDate today) {
        for (SchoolTerm ended : past(school, today)) {
            if (ended.state() == TermState.PLANNED) {
                // Nobody was there to run it, so there is nothing of it to keep.
                step(school, ended, List.of("PLANNED"), TermState.CLOSED, TermStep.Kind.CLOSED, Optional.empty());
            } else {
                close(school, ended, Optional.empty());
            }
        }
        SchoolTerm now = terms.on(school, today);
        if (now.state() == TermState.PLANNED) {
            begin(school, now, Optional.empty());
        }
    }

    /** Closes a term that is running. The caller holds the locks of all students, so that nothing arises meanwhile. */
    public boolean close(UUID school, SchoolTerm term, Optional<UUID> by) {
        boolean closed = step(school, term, RUNNING, TermState.CLOSED, TermStep.Kind.CLOSED, by);
        if (closed) {
            // What is decided from now on stands in the next one, so there is one.
            terms.on(school, term.term().ends().plusDays(1));
            events.publishEvent(new TermClosed(school, new SchoolTerm(term.id(), term.term(), TermState.CLOSED)));
        }
        return closed;
    }

    public boolean review(UUID school, SchoolTerm term, Optional<UUID> by) {
        return step(school, term, List.of("OPEN"), TermState.REVIEWED, TermStep.Kind.REVIEWED, by);
    }

    /** Opens a planned term today; the closed one before it ends yesterday. */
    public boolean openEarly(UUID school, SchoolTerm term, LocalDate today, UUID by) {
        if (!openable(school, term, today)) {
            return false;
        }
        SchoolTerm former = terms.before(school, term).orElseThrow();
        move(school, former.id(), former.term().starts(), today.minusDays(1), Optional.of(by));
        move(school, term.id(), today, term.term().ends(), Optional.of(by));
        return begin(school, terms.find(school, term.id()).orElseThrow(), Optional.of(by));
    }

    /** Whether a term may begin earlier than planned: the one before is closed, and it is the same academic year. */
    public boolean openable(UUID school, SchoolTerm term, LocalDate today) {
        return term.state() == TermState.PLANNED
                && TermCalendar.academicYear(today) == term.term().academicYear()
                && terms.before(school, term)
                        .filter(former -> former.state() == TermState.CLOSED)
                        .filter(former -> former.term().includes(today))
                        .filter(former -> former.term().starts().isBefore(today))
                        .isPresent();
    }

    /** Gives terms other days. They have been checked to tile their year. */
    public boolean move(UUID school, List<SchoolTerm> moved, Optional<UUID> by) {
        boolean any = false;
        for (SchoolTerm term : moved) {
            any |= move(school, term.id(), term.term().starts(), term.term().ends(), by);
        }
        if (any) {
            events.publishEvent(new CalendarChanged(school));
        }
        return any;
    }

    private boolean move(UUID school, UUID term, LocalDate starts, LocalDate ends, Optional<UUID> by) {
        boolean moved = rows.move(school, term, starts, ends);
        if (moved) {
            steps.add(school, term, TermStep.Kind.MOVED, starts, ends, by);
        }
        return moved;
    }

    private boolean begin(UUID school, SchoolTerm term, Optional<UUID> by) {
        boolean begun = step(school, term, List.of("PLANNED"), TermState.OPEN, TermStep.Kind.OPENED, by);
        if (begun) {
            events.publishEvent(new CalendarChanged(school));
        }
        return begun;
    }

    private boolean step(
            UUID school, SchoolTerm term, List<String> former, TermState next, TermStep.Kind kind, Optional<UUID> by) {
        boolean taken = rows.step(school, term.id(), former, next.name());
        if (taken) {
            steps.add(school, term.id(), kind, term.term(), by);
        }
        return taken;
    }

    private List<SchoolTerm> past(UUID school, LocalDate today) {
        return terms.all(school).stream()
                .filter(term -> term.term().ends().isBefore(today) && term.state() != TermState.CLOSED)
                .toList();
    }
}
