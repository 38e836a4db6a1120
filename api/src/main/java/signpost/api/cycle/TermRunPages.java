package signpost.api.cycle;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.RunStart;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;

/** Where somebody has every student evaluated, and sees how far it is. */
@Controller
@RequestMapping("/terms/{id}/run")
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class TermRunPages {

    private final Terms terms;
    private final RunStart runs;
    private final RunWords words;

    TermRunPages(Terms terms, RunStart runs, RunWords words) {
        this.terms = terms;
        this.runs = runs;
        this.words = words;
    }

    /** The part of the term's page that says how far it is. */
    @GetMapping
    ModelAndView progress(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        find(person.schoolId(), id);
        ModelAndView part = new ModelAndView("term-run :: run");
        part.addObject("id", id);
        words.add(part, person.schoolId(), id);
        return part;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('RUN_TERM')")
    ModelAndView run(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        SchoolTerm term = find(person.schoolId(), id);
        if (!term.state().running()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        boolean begun = runs.begin(person.schoolId(), id, person.staffId());
        next.addFlashAttribute(
                "done", begun ? "Every student is being evaluated." : "A run is under way already; it is shown below.");
        return SeeOther.at("/terms/" + id);
    }

    private SchoolTerm find(UUID school, UUID id) {
        return terms.find(school, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
