package signpost.api.drafts;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;

/** The ways back in a draft. */
@Controller
@RequestMapping("/rule-book/drafts/{id}")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class PutBackPages {

    private final Desk desk;
    private final Drafting drafting;
    private final PuttingBack back;

    PutBackPages(Desk desk, Drafting drafting, PuttingBack back) {
        this.desk = desk;
        this.drafting = drafting;
        this.back = back;
    }

    /** Undoes the last save. */
    @PostMapping("/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String revision,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        int seen = revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : -1;
        return answer(
                id, back.undo(person.schoolId(), opened, seen, Person.of(person)), "The last change was undone.", next);
    }

    /** Makes one file what it was. */
    @PostMapping("/file/put-back")
    ModelAndView file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        return answer(
                id,
                back.file(person.schoolId(), opened, path, Person.of(person)),
                path + " is as it was when the draft began.",
                next);
    }

    /** Takes a discarded draft up again. */
    @PostMapping("/take-up")
    ModelAndView takeUp(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        drafting.takeUp(opened.draft().id(), Person.of(person));
        next.addFlashAttribute("done", "It is a draft again.");
        return SeeOther.at("/rule-book/drafts/" + id);
    }

    private static ModelAndView answer(UUID id, Saving saving, String done, RedirectAttributes next) {
        if (saving instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
        } else {
            next.addFlashAttribute("done", done);
        }
        return SeeOther.at("/rule-book/drafts/" + id);
    }
}
