package signpost.api.notes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.Permission;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.vocabulary.Dates;

/** The notes about a student: to read, to write, to put right; a restricted one opens on request and that is recorded. */
@Controller
@RequestMapping("/students/{id}/notes")
@PreAuthorize("hasAuthority('WRITE_NOTES')")
class NotePages {

    /**
     * A note as somebody may see it.
     *
     * @param text empty while it is restricted and not opened
     * @param readers who may read it, in words; empty for an ordinary one
     * @param mayRead whether this person may open it
     * @param correctedBy who put it right since, or empty
     * @param corrects whose note it puts right, or empty
     * @param reads who read it and when, for whoever may know
     */
    record Shown(
            UUID id,
            String by,
            String at,
            String text,
            String readers,
            boolean mayRead,
            String correctedBy,
            String corrects,
            List<String> reads) {}

    private final Notes notes;
    private final NoteWriting writing;
    private final Students students;
    private final Clock clock;

    NotePages(Notes notes, NoteWriting writing, Students students, Clock clock) {
        this.notes = notes;
        this.writing = writing;
        this.students = students;
        this.clock = clock;
    }

    /** @param corrects a note to put right */
    @GetMapping
    ModelAndView show(
            @PathVariable UUID id, @RequestParam Optional<UUID> corrects, @AuthenticationPrincipal StaffMember person) {
        NoteForm form = new NoteForm("", "", java.util.Set.of(), corrects);
        return page(id, person, form, Mistakes.NONE, Optional.empty());
    }

    @PostMapping
    ModelAndView write(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> corrects,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        NoteForm form = NoteForm.of(sent, corrects);
        Mistakes mistakes = writing.write(student(id).id(), form, person);
        if (!mistakes.none()) {
            ModelAndView page = page(id, person, form, mistakes, Optional.empty());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        next.addFlashAttribute("done", "The note is kept.");
        return SeeOther.at("/students/" + id + "/notes");
    }

    /** Shown at once and not after a redirect: what it says must not lie in a session. */
    @PostMapping("/{note}/read")
    ModelAndView read(@PathVariable UUID id, @PathVariable UUID note, @AuthenticationPrincipal StaffMember person) {
        Note opened = writing.open(student(id).id(), note, person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(id, person, NoteForm.EMPTY, Mistakes.NONE, Optional.of(opened));
    }

    private ModelAndView page(UUID id, StaffMember person, NoteForm form, Mistakes mistakes, Optional<Note> opened) {
        Student student = student(id);
        boolean seesReads = person.may(Permission.SEE_NOTE_READS);
        Map<UUID, List<Notes.Read>> reads = seesReads ? notes.reads(id) : Map.of();
        List<Note> all = notes.about(id);
        Map<UUID, Note> byId = all.stream().collect(Collectors.toMap(Note::id, Function.identity()));
        List<Shown> shown = all.stream()
                .filter(note -> note.readableBy(person) || note.writtenBy(person) || seesReads)
                .map(note -> shown(note, person, all, byId, opened, reads.getOrDefault(note.id(), List.of())))
                .toList();
        ModelAndView page = new ModelAndView("notes");
        page.addObject("student", student);
        page.addObject("notes", shown);
        page.addObject("form", form);
        page.addObject("corrected", form.corrects().map(byId::get).filter(note -> note.readableBy(person)));
        page.addObject("mistakes", mistakes);
        page.addObject("roles", NoteForm.offered());
        return page;
    }

    private Shown shown(
            Note note,
            StaffMember person,
            List<Note> all,
            Map<UUID, Note> byId,
            Optional<Note> opened,
            List<Notes.Read> reads) {
        boolean open = !note.restricted()
                || opened.filter(one -> one.id().equals(note.id())).isPresent();
        return new Shown(
                note.id(),
                note.by(),
                moment(note.writtenAt()),
                open ? note.text() : "",
                note.readers().stream().map(Role::words).sorted().collect(Collectors.joining(", ")),
                note.readableBy(person),
                all.stream()
                        .filter(other -> other.corrects().equals(Optional.of(note.id())))
                        .map(other -> other.by() + ", " + moment(other.writtenAt()))
                        .findFirst()
                        .orElse(""),
                note.corrects()
                        .map(byId::get)
                        .map(other -> other.by() + ", " + moment(other.writtenAt()))
                        .orElse(""),
                reads.stream().map(read -> read.by() + ", " + moment(read.at())).toList());
    }

    private String moment(Instant at) {
        return Dates.moment(at.atZone(clock.getZone()));
    }

    private Student student(UUID id) {
        return students.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
