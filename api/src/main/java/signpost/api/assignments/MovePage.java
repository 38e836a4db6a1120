package signpost.api.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.assignments.Colleagues.People;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;

/** Where a whole caseload goes to a colleague: those given by hand, and the rules that name the one it was. */
@Controller
@RequestMapping(MovePage.ADDRESS)
@PreAuthorize("hasAuthority('ASSIGN')")
class MovePage {

    static final String ADDRESS = "/assignments/move";

    private final Colleagues colleagues;
    private final AssignmentPreviews previews;
    private final TakingBack takingBack;

    MovePage(Colleagues colleagues, AssignmentPreviews previews, TakingBack takingBack) {
        this.takingBack = takingBack;
        this.colleagues = colleagues;
        this.previews = previews;
    }

    /** @param from whose caseload it is, where a link says so */
    @GetMapping
    @Transactional
    ModelAndView ask(@RequestParam Optional<UUID> from, @AuthenticationPrincipal StaffMember person) {
        return page(colleagues.of(person.schoolId()), from, Optional.empty(), Mistakes.NONE);
    }

    @PostMapping
    @Transactional
    ModelAndView move(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        People people = colleagues.of(person.schoolId());
        Optional<UUID> from = SentId.of(sent.getFirst("from"));
        Optional<UUID> to = SentId.of(sent.getFirst("to"));
        if (sent.containsKey("back")) {
            return page(people, from, to, Mistakes.NONE);
        }
        Mistakes mistakes = mistakes(people, from, to);
        if (!mistakes.none()) {
            ModelAndView again = page(people, from, to, mistakes);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Proposal proposal = new Proposal.Everybody(from.orElseThrow(), to.orElseThrow());
        return previews.answer(person, proposal, ADDRESS, sent, next);
    }

    /** @param change the move, as the page offered to undo it */
    @PostMapping("/undo")
    ModelAndView undo(
            @RequestParam(defaultValue = "0") int change,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        takingBack
                .takeBack(person.schoolId(), person.staffId(), change)
                .ifPresentOrElse(
                        students -> next.addFlashAttribute("done", "Undone. " + AssignmentPreviews.words(students)),
                        () -> next.addFlashAttribute(
                                "refused",
                                "It was undone already, or another caseload was moved since. Nothing was changed."));
        return AssignmentPreviews.to("/assignments");
    }

    private static Mistakes mistakes(People people, Optional<UUID> from, Optional<UUID> to) {
        List<Mistake> wrong = new ArrayList<>();
        if (from.isEmpty() || people.all().stream().noneMatch(one -> from.equals(Optional.of(one.id())))) {
            wrong.add(new Mistake("from", "Choose whose caseload it is now"));
        }
        if (!people.isAdviser(to)) {
            wrong.add(new Mistake("to", "Choose who has it from now on"));
        } else if (to.equals(from)) {
            wrong.add(new Mistake("to", "Choose somebody else than the one who has it now"));
        }
        return new Mistakes(wrong);
    }

    private static ModelAndView page(People people, Optional<UUID> from, Optional<UUID> to, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("assignment-move");
        page.addObject("everybody", people.all());
        page.addObject("advisers", people.advisers());
        page.addObject("from", from.map(UUID::toString).orElse(""));
        page.addObject("to", to.map(UUID::toString).orElse(""));
        page.addObject("mistakes", mistakes);
        return page;
    }
}
