package signpost.api.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.api.terms.Terms;
import signpost.engine.rulebook.Severity;

/** Raises and clears flags by professional judgement; they count beside those of the rules until their term ends. */
@Service
public class Flagging {

    /** A flag as somebody wants it. */
    record Wanted(String name, Severity severity, String reason, Optional<UUID> former, StaffMember by) {}

    /** What came of it. */
    sealed interface Answer {

        /** It counts, or no longer does. */
        record Done(PersonFlag flag) implements Answer {}

        /** No such student or flag at this school. */
        record NotFound() implements Answer {}

        /** It stands so that this cannot be done. */
        record Closed(String because) implements Answer {}
    }

    private final PersonFlags flags;
    private final Students students;
    private final Terms terms;
    private final Ids ids;
    private final Clock clock;

    Flagging(PersonFlags flags, Students students, Terms terms, Ids ids, Clock clock) {
        this.flags = flags;
        this.students = students;
        this.terms = terms;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Answer raise(UUID student, Wanted wanted) {
        UUID school = wanted.by().schoolId();
        if (students.byId(student).isEmpty()) {
            return new Answer.NotFound();
        }
        students.lock(List.of(student));
        LocalDate today = LocalDate.now(clock);
        List<PersonFlag> before = flags.of(school, student);
        Optional<PersonFlag> same = before.stream()
                .filter(flag -> flag.standsOn(today) && flag.name().equalsIgnoreCase(wanted.name()))
                .findFirst();
        if (same.isPresent()) {
            return new Answer.Closed(same.get().raisedBy() + " has raised this flag already, as "
                    + same.get().severity().words() + ". Clear that one first to raise it differently.");
        }
        Optional<UUID> former = wanted.former()
                .filter(id -> before.stream().anyMatch(flag -> flag.id().equals(id) && !flag.standsOn(today)));
        UUID id = ids.next();
        UUID term = terms.working(school, today).id();
        flags.add(
                school,
                id,
                student,
                term,
                new Wanted(wanted.name(), wanted.severity(), wanted.reason(), former, wanted.by()),
                clock.instant());
        return new Answer.Done(find(school, student, id).orElseThrow());
    }

    @Transactional
    Answer clear(UUID student, UUID id, String reason, StaffMember by) {
        if (students.byId(student).isEmpty()) {
            return new Answer.NotFound();
        }
        students.lock(List.of(student));
        Optional<PersonFlag> flag = find(by.schoolId(), student, id);
        if (flag.isEmpty()) {
            return flags.clearedBy(by.schoolId(), id)
                    .<Answer>map(who -> new Answer.Closed(who + " has cleared this flag already."))
                    .orElseGet(Answer.NotFound::new);
        }
        flags.clear(by.schoolId(), id, by.staffId(), by.displayName(), reason, clock.instant());
        return new Answer.Done(flag.get());
    }

    private Optional<PersonFlag> find(UUID school, UUID student, UUID id) {
        return flags.of(school, student).stream()
                .filter(flag -> flag.id().equals(id))
                .findFirst();
    }
}
