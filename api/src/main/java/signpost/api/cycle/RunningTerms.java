package signpost.api.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.RunStart;
import signpost.api.schools.Audit;
import signpost.api.students.Students;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermCycle;
import signpost.api.terms.Terms;

/** Takes a person's steps with a term. Students are locked first, so that nothing arises in a term while it closes. */
@Service
class RunningTerms {

    /** What came of it. */
    sealed interface Answer {

        /**
         * The step was taken.
         *
         * @param was what stood open just before
         */
        record Done(OpenWork was) implements Answer {}

        /**
         * The step was not taken: other work stands open than the person saw.
         *
         * @param now what stands open
         */
        record Changed(OpenWork now) implements Answer {}

        /** The term does not stand where it did: somebody else, or the calendar, took the step. */
        record TooLate() implements Answer {}
    }

    private final Terms terms;
    private final TermCycle cycle;
    private final TermWork work;
    private final RunStart runs;
    private final Students students;
    private final Audit audit;
    private final Clock clock;

    RunningTerms(
            Terms terms, TermCycle cycle, TermWork work, RunStart runs, Students students, Audit audit, Clock clock) {
        this.terms = terms;
        this.cycle = cycle;
        this.work = work;
        this.runs = runs;
        this.students = students;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes a term, if its open work is what the person saw.
     *
     * @param seen what the person saw of the open work, as {@link OpenWork#seen}
     */
    @Transactional
    public Answer close(UUID school, UUID term, String seen, UUID by) {
        students.lock(students.all());
        OpenWork now = work.open(school);
        SchoolTerm found = terms.find(school, term).orElseThrow();
        if (!found.state().running()) {
            return new Answer.TooLate();
        }
        if (!now.seen().equals(seen)) {
            return new Answer.Changed(now);
        }
        return told("term-closed", school, term, cycle.close(school, found, Optional.of(by)), now);
    }

    @Transactional
    public Answer review(UUID school, UUID term, UUID by) {
        SchoolTerm found = terms.find(school, term).orElseThrow();
        return told("term-reviewed", school, term, cycle.review(school, found, Optional.of(by)), work.open(school));
    }

    @Transactional
    public Answer open(UUID school, UUID term, UUID by) {
        students.lock(students.all());
        SchoolTerm found = terms.find(school, term).orElseThrow();
        boolean opened = cycle.openEarly(school, found, LocalDate.now(clock), by);
        if (opened) {
            runs.begin(school, term, by);
        }
        return told("term-opened", school, term, opened, work.open(school));
    }

    /** Whether a person may open this term today. */
    @Transactional
    public boolean openable(UUID school, SchoolTerm term) {
        return cycle.openable(school, term, LocalDate.now(clock));
    }

    private Answer told(String event, UUID school, UUID term, boolean done, OpenWork was) {
        if (!done) {
            return new Answer.TooLate();
        }
        audit.record(event, "school", school, "term", term, "undecided", was.undecided(), "accepted", was.accepted());
        return new Answer.Done(was);
    }
}
