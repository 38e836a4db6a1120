package signpost.api.concerns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Severity;

/** Where an adviser raises a flag that no rule did, and where it is cleared with a reason. */
@Controller
@PreAuthorize("hasAuthority('DECIDE')")
class FlagPages {

    private final Flagging flagging;
    private final PersonFlags flags;
    private final Students students;
    private final BookInForce book;

    FlagPages(Flagging flagging, PersonFlags flags, Students students, BookInForce book) {
        this.flagging = flagging;
        this.flags = flags;
        this.students = students;
        this.book = book;
    }

    /** @param again a flag that ended with its term, to be raised again */
    @GetMapping("/students/{id}/flag")
    @Transactional
    ModelAndView ask(
            @PathVariable UUID id, @RequestParam Optional<UUID> again, @AuthenticationPrincipal StaffMember person) {
        FlagForm form = again.flatMap(flag -> find(person, id, flag))
                .map(ended -> FlagForm.again(ended, ofTheBook()))
                .orElseGet(() -> FlagForm.of(Map.of()));
        return page(id, form, Mistakes.NONE, "");
    }

    @PostMapping("/students/{id}/flag")
    @Transactional
    ModelAndView raise(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        FlagForm form = FlagForm.of(sent);
        Mistakes mistakes = form.mistakes(ofTheBook());
        if (!mistakes.none()) {
            return wrong(page(id, form, mistakes, ""), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flagging.Answer answer = flagging.raise(id, form.wanted(person));
        if (answer instanceof Flagging.Answer.Closed closed) {
            return wrong(page(id, form, Mistakes.NONE, closed.because()), HttpStatus.CONFLICT);
        }
        return answered(answer, id, "Flag raised.", next);
    }

    @GetMapping("/students/{id}/flags/{flag}/clear")
    @Transactional
    ModelAndView askWhy(@PathVariable UUID id, @PathVariable UUID flag, @AuthenticationPrincipal StaffMember person) {
        String cleared = find(person, id, flag).isPresent()
                ? ""
                : flags.clearedBy(person.schoolId(), flag)
                        .map(who -> who + " has cleared this flag already.")
                        .orElseThrow(FlagPages::notFound);
        return clearPage(person, id, flag, "", Mistakes.NONE, cleared);
    }

    @PostMapping("/students/{id}/flags/{flag}/clear")
    @Transactional
    ModelAndView clear(
            @PathVariable UUID id,
            @PathVariable UUID flag,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        String why = FreeText.clean(reason);
        if (why.isEmpty() || why.length() > FlagForm.LONGEST_REASON) {
            String text =
                    why.isEmpty() ? "Write why it no longer holds" : "The reason must be 1,000 characters or fewer";
            Mistakes mistakes = new Mistakes(List.of(new Mistake("reason", text)));
            return wrong(clearPage(person, id, flag, why, mistakes, ""), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flagging.Answer answer = flagging.clear(id, flag, why, person);
        if (answer instanceof Flagging.Answer.Closed closed) {
            return wrong(clearPage(person, id, flag, why, Mistakes.NONE, closed.because()), HttpStatus.CONFLICT);
        }
        return answered(answer, id, "Flag cleared.", next);
    }

    private static ModelAndView answered(Flagging.Answer answer, UUID student, String done, RedirectAttributes next) {
        if (answer instanceof Flagging.Answer.NotFound) {
            throw notFound();
        }
        next.addFlashAttribute("done", done);
        return SeeOther.at("/students/" + student);
    }

    private ModelAndView page(UUID id, FlagForm form, Mistakes mistakes, String closed) {
        ModelAndView page = new ModelAndView("flag");
        page.addObject("student", student(id));
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        page.addObject("closed", closed);
        page.addObject("names", ofTheBook());
        page.addObject("severities", Severity.values());
        return page;
    }

    private ModelAndView clearPage(
            StaffMember person, UUID id, UUID flag, String reason, Mistakes mistakes, String closed) {
        ModelAndView page = new ModelAndView("flag-clear");
        page.addObject("student", student(id));
        page.addObject("id", flag);
        page.addObject("flag", find(person, id, flag));
        page.addObject("reason", reason);
        page.addObject("mistakes", mistakes);
        page.addObject("closed", closed);
        return page;
    }

    private Student student(UUID id) {
        return students.byId(id).orElseThrow(FlagPages::notFound);
    }

    private Optional<PersonFlag> find(StaffMember person, UUID student, UUID flag) {
        return flags.of(person.schoolId(), student).stream()
                .filter(found -> found.id().equals(flag))
                .findFirst();
    }

    private List<String> ofTheBook() {
        return book.recommender().book().rules().stream()
                .flatMap(rule -> rule.flags().map(Consequence.RaiseFlag::flag))
                .distinct()
                .sorted()
                .toList();
    }

    private static ModelAndView wrong(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
