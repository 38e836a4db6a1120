package signpost.api.notes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.schools.Audit;
import signpost.api.schools.Ids;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;

/** Writes notes, and opens restricted ones to those who may read them, never without a record of it. */
@Service
class NoteWriting {

    private final Notes notes;
    private final Students students;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    NoteWriting(Notes notes, Students students, Audit audit, Ids ids, Clock clock) {
        this.notes = notes;
        this.students = students;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a note; or says what is wrong with it and keeps nothing. A correction is for the same readers. */
    @Transactional
    public Mistakes write(UUID student, NoteForm form, StaffMember person) {
        Mistakes mistakes = form.mistakes();
        if (!mistakes.none()) {
            return mistakes;
        }
        students.lock(List.of(student));
        Set<Role> readers = form.kind().equals("restricted") ? form.readers() : Set.of();
        if (form.corrects().isPresent()) {
            List<Note> all = notes.about(student);
            Optional<Note> wrong = all.stream()
                    .filter(note -> note.id().equals(form.corrects().get()) && note.readableBy(person))
                    .findFirst();
            if (wrong.isEmpty() || all.stream().anyMatch(note -> note.corrects().equals(form.corrects()))) {
                return new Mistakes(List.of(new Mistake(
                        "text", "Somebody has corrected that note already: read it, and correct theirs if needed")));
            }
            readers = wrong.get().readers();
        }
        notes.add(new Note(
                ids.next(),
                student,
                readers,
                form.corrects(),
                person.staffId(),
                person.displayName(),
                form.text(),
                clock.instant()));
        return Mistakes.NONE;
    }

    /** Opens a restricted note and records that this person read it; empty where they may not. */
    @Transactional
    public Optional<Note> open(UUID student, UUID id, StaffMember person) {
        Optional<Note> found = notes.about(student).stream()
                .filter(note -> note.id().equals(id) && note.readableBy(person))
                .findFirst();
        found.filter(Note::restricted).ifPresent(note -> {
            notes.wasRead(ids.next(), id, person.staffId(), clock.instant());
            audit.record("restricted-note-read", "school", person.schoolId(), "note", id, "staff", person.staffId());
        });
        return found;
    }
}
