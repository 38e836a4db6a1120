package signpost.api.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Mistakes;
import signpost.api.schools.Audit;
import signpost.api.students.Students;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermCycle;
import signpost.api.terms.Terms;

/** Keeps the days that somebody says a year's terms begin and end on, unless somebody else was first. */
@Service
class KeepingDays {

    /** What came of it. */
    sealed interface Answer {

        record Kept() implements Answer {}

        /** Somebody else changed them since; {@code kept} are those that stand. */
        record Stale(List<SchoolTerm> kept, TermDays typed) implements Answer {}

        record Refused(List<SchoolTerm> kept, TermDays typed, Mistakes mistakes) implements Answer {}
    }

    private final Terms terms;
    private final TermCycle cycle;
    private final Students students;
    private final Audit audit;
    private final Clock clock;

    KeepingDays(Terms terms, TermCycle cycle, Students students, Audit audit, Clock clock) {
        this.terms = terms;
        this.cycle = cycle;
        this.students = students;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param sent the days as typed, and {@code seen}, what stood when the page was shown */
    @Transactional
    Answer keep(UUID school, int year, Map<String, String> sent, UUID by) {
        students.lock(students.all());
        List<SchoolTerm> kept = terms.year(school, year);
        LocalDate today = LocalDate.now(clock);
        TermDays typed = TermDays.typed(kept, today, sent);
        if (!TermDays.seen(kept).equals(sent.getOrDefault("seen", ""))) {
            return new Answer.Stale(kept, typed);
        }
        Mistakes mistakes = typed.mistakes(today);
        if (!mistakes.none()) {
            return new Answer.Refused(kept, typed, mistakes);
        }
        if (cycle.move(school, typed.terms(), Optional.of(by))) {
            audit.record("term-days-changed", "school", school, "year", year);
        }
        return new Answer.Kept();
    }
}
