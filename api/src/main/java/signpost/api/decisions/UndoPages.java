package signpost.api.decisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;

/** Where a person takes a decision of today back: one button, and no question asked, since it can be decided again. */
@Controller
@PreAuthorize("hasAuthority('DECIDE')")
class UndoPages {

    private final Undoing undoing;
    private final Recommendations recommendations;
    private final Students students;
    private final BookInForce book;

    UndoPages(Undoing undoing, Recommendations recommendations, Students students, BookInForce book) {
        this.undoing = undoing;
        this.recommendations = recommendations;
        this.students = students;
        this.book = book;
    }

    /** @param decision what the person saw as decided last */
    @PostMapping("/recommendations/{id}/decision/undo")
    @Transactional
    ModelAndView undo(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> decision,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Decider by = Decider.staff(person.staffId(), person.displayName());
        Answer answer = undoing.undo(person.schoolId(), id, decision, by);
        Recommendation now = recommendations
                .find(person.schoolId(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (answer instanceof Answer.Undone undone) {
            next.addFlashAttribute("done", said(now, undone));
            return SeeOther.at("/students/" + now.student());
        }
        if (answer instanceof Answer.Stale stale) {
            return refused(now, stale.changes());
        }
        return refused(now, answer instanceof Answer.Closed closed ? List.of(closed.because()) : List.of());
    }

    private String said(Recommendation now, Answer.Undone undone) {
        String instead =
                undone.decision().interventionInstead().map(this::title).orElse("");
        String after = undone.insteadTakenBack()
                ? " " + instead + ", chosen instead, was taken back with it."
                : undone.insteadStays() ? " " + instead + ", chosen instead, stays: more was done with it since." : "";
        return "Undone: " + title(now.intervention()) + "." + after;
    }

    private ModelAndView refused(Recommendation now, List<String> because) {
        ModelAndView page = new ModelAndView("not-undone");
        page.addObject("id", now.id());
        page.addObject("student", students.byId(now.student()).orElseThrow());
        page.addObject("suggestion", title(now.intervention()));
        page.addObject("because", because);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
