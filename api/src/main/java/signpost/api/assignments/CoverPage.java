package signpost.api.assignments;

import java.time.Clock;
import java.time.LocalDate;
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
import signpost.api.pages.Mistakes;
import signpost.api.schools.StaffMember;
import signpost.engine.vocabulary.Dates;

/** Where cover for a colleague who is away is arranged, seen and ended early. */
@Controller
@RequestMapping(CoverPage.ADDRESS)
@PreAuthorize("hasAuthority('ASSIGN')")
class CoverPage {

    static final String ADDRESS = "/assignments/cover";

    /** Cover in words. */
    record Listed(int number, String absent, String standIn, String days) {}

    private final Covering covering;
    private final Covers covers;
    private final Colleagues colleagues;
    private final Clock clock;

    CoverPage(Covering covering, Covers covers, Colleagues colleagues, Clock clock) {
        this.covering = covering;
        this.covers = covers;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(@AuthenticationPrincipal StaffMember person) {
        return page(person.schoolId(), CoverForm.empty(LocalDate.now(clock)), Mistakes.NONE);
    }

    @PostMapping
    @Transactional
    ModelAndView arrange(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        UUID school = person.schoolId();
        LocalDate today = LocalDate.now(clock);
        People people = colleagues.of(school);
        CoverForm form = CoverForm.of(sent);
        Mistakes mistakes = form.mistakes(people, covers.from(school, today), today);
        if (!mistakes.none()) {
            return again(school, form, mistakes);
        }
        LocalDate last = form.to().day().orElseThrow();
        Optional<Cover> away = covering.arrange(
                school,
                person.staffId(),
                form.whoIsAway().orElseThrow(),
                form.whoStandIn(),
                form.from().day().orElseThrow(),
                last);
        if (away.isPresent()) {
            return again(school, form, new Mistakes(List.of(CoverForm.away(away.get()))));
        }
        next.addFlashAttribute("done", people.name(form.whoIsAway()) + " is covered until " + Dates.words(last) + ".");
        return AssignmentPreviews.to(ADDRESS);
    }

    private ModelAndView again(UUID school, CoverForm form, Mistakes mistakes) {
        ModelAndView again = page(school, form, mistakes);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @PostMapping("/end")
    @Transactional
    ModelAndView end(
            @RequestParam Optional<Integer> cover,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        boolean ended = cover.map(number -> covering.end(person.schoolId(), person.staffId(), number))
                .orElse(false);
        next.addFlashAttribute("done", ended ? "The cover has ended." : "It had ended already.");
        return AssignmentPreviews.to(ADDRESS);
    }

    private ModelAndView page(UUID school, CoverForm form, Mistakes mistakes) {
        List<Listed> listed = covers.from(school, LocalDate.now(clock)).stream()
                .map(cover -> new Listed(
                        cover.number(),
                        cover.absentName(),
                        cover.standInName(),
                        Dates.words(cover.from()) + " to " + Dates.words(cover.to())))
                .toList();
        ModelAndView page = new ModelAndView("assignment-cover");
        page.addObject("covers", listed);
        page.addObject("form", form);
        page.addObject("advisers", colleagues.of(school).advisers());
        page.addObject("mistakes", mistakes);
        return page;
    }
}
