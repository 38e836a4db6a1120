package signpost.api.interviews;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;

/** One interview on record, what it changed when it was just saved, and its agreed actions to tick off. */
@Controller
@RequestMapping("/students/{id}")
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class InterviewPage {

    private final InterviewViews views;
    private final AgreedActions actions;
    private final Students students;

    InterviewPage(InterviewViews views, AgreedActions actions, Students students) {
        this.views = views;
        this.actions = actions;
        this.students = students;
    }

    @GetMapping("/interviews/{interview}")
    ModelAndView show(
            @PathVariable UUID id, @PathVariable UUID interview, @AuthenticationPrincipal StaffMember person) {
        ModelAndView page = new ModelAndView("interview");
        page.addObject("student", students.byId(id).orElseThrow(InterviewPage::notFound));
        page.addObject("held", views.find(id, interview, person).orElseThrow(InterviewPage::notFound));
        return page;
    }

    /** @param interview the page to come back to; the student's when absent */
    @PostMapping("/actions/{action}")
    @PreAuthorize("hasAuthority('RECORD_TUTOR_TIME')")
    ModelAndView done(
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam Optional<UUID> interview,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        if (!actions.done(id, action, done, person.staffId())) {
            throw notFound();
        }
        next.addFlashAttribute("done", done ? "The action is marked as done." : "The action is open again.");
        return SeeOther.at(
                "/students/" + id + interview.map(one -> "/interviews/" + one).orElse(""));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
