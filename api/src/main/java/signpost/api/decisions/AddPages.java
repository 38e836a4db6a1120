package signpost.api.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.capacity.Places;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Intervention;

/** Where an adviser adds an intervention that no rule asked for. */
@Controller
@RequestMapping("/students/{id}/add")
@PreAuthorize("hasAuthority('DECIDE')")
class AddPages {

    private final Adding adding;
    private final Students students;
    private final BookInForce book;
    private final Places places;
    private final Terms terms;
    private final Clock clock;

    AddPages(Adding adding, Students students, BookInForce book, Places places, Terms terms, Clock clock) {
        this.adding = adding;
        this.students = students;
        this.book = book;
        this.places = places;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(@PathVariable UUID id) {
        return page(id, AddForm.of(Map.of()), Mistakes.NONE, "", HttpStatus.OK);
    }

    @PostMapping
    @Transactional
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        AddForm form = AddForm.of(sent);
        Mistakes mistakes = form.mistakes(offered(), LocalDate.now(clock));
        if (!mistakes.none()) {
            return page(id, form, mistakes, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Decider by = Decider.staff(person.staffId(), person.displayName());
        Answer answer = adding.add(person.schoolId(), id, form, by);
        if (answer instanceof Answer.Closed closed) {
            return page(id, form, Mistakes.NONE, closed.because(), HttpStatus.CONFLICT);
        }
        if (answer instanceof Answer.Recorded recorded) {
            next.addFlashAttribute("undo", UndoOffer.of(recorded.decision()));
            next.addFlashAttribute(
                    "done",
                    "Added: " + title(form.intervention()) + "." + beyond(person.schoolId(), form.intervention(), id));
            return SeeOther.at("/students/" + id);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What is added is accepted, so that more may be accepted now than there is. */
    private String beyond(UUID school, String intervention, UUID student) {
        return places.beyond(school, terms.working(school, LocalDate.now(clock)), intervention, List.of(student));
    }

    private ModelAndView page(UUID id, AddForm form, Mistakes mistakes, String closed, HttpStatus status) {
        ModelAndView page = new ModelAndView("add-intervention");
        page.addObject(
                "student", students.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        page.addObject("closed", closed);
        page.addObject("interventions", offered());
        page.setStatus(status);
        return page;
    }

    private List<Intervention> offered() {
        return book.recommender().book().catalogue().offeredOn(LocalDate.now(clock));
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
