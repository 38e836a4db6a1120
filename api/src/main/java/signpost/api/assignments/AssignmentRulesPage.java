package signpost.api.assignments;

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

/** Where the rules are changed, line by line. */
@Controller
@RequestMapping(AssignmentRulesPage.ADDRESS)
@PreAuthorize("hasAuthority('ASSIGN')")
class AssignmentRulesPage {

    static final String ADDRESS = "/assignments/rules";

    private final AssignmentRules rules;
    private final AssignmentOverview overview;
    private final Colleagues colleagues;
    private final AssignmentPreviews previews;

    AssignmentRulesPage(
            AssignmentRules rules, AssignmentOverview overview, Colleagues colleagues, AssignmentPreviews previews) {
        this.rules = rules;
        this.overview = overview;
        this.colleagues = colleagues;
        this.previews = previews;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(@AuthenticationPrincipal StaffMember person) {
        UUID school = person.schoolId();
        return page(school, RulesForm.of(rules.of(school)), Mistakes.NONE, colleagues.of(school));
    }

    @PostMapping
    @Transactional
    ModelAndView change(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        UUID school = person.schoolId();
        People people = colleagues.of(school);
        RulesForm form = RulesForm.of(sent.toSingleValueMap());
        if (sent.containsKey("more")) {
            return page(school, form.withSpare(), Mistakes.NONE, people);
        }
        if (sent.containsKey("back")) {
            return page(school, form, Mistakes.NONE, people);
        }
        Mistakes mistakes = form.mistakes(people);
        if (!mistakes.none()) {
            ModelAndView again = page(school, form, mistakes, people);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return previews.answer(person, new Proposal.NewRules(form.rules()), ADDRESS, sent, next);
    }

    private ModelAndView page(UUID school, RulesForm form, Mistakes mistakes, People people) {
        ModelAndView page = new ModelAndView("assignment-rules");
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        page.addObject("advisers", people.advisers());
        page.addObject("years", overview.years(school));
        page.addObject(
                "groups",
                overview.groups(school).stream()
                        .map(AssignmentOverview.Group::name)
                        .toList());
        return page;
    }
}
