package signpost.api.assignments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.assignments.AssignedStudents.Wanted;
import signpost.api.assignments.Colleagues.People;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.Paging;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;

/** Where students are given to an adviser by hand: those ticked in a list, or one. */
@Controller
@RequestMapping(ByHandPage.ADDRESS)
@PreAuthorize("hasAuthority('ASSIGN') and hasAuthority('SEE_STUDENTS')")
class ByHandPage {

    static final String ADDRESS = "/assignments/students";

    private static final int PAGE = 100;
    private static final int MOST = 500;

    /** In place of an adviser: the rules again. */
    private static final String RULES = "rules";

    private final AssignedStudents assigned;
    private final Assignments assignments;
    private final Students students;
    private final AssignmentHistory history;
    private final AssignmentOverview overview;
    private final Colleagues colleagues;
    private final AssignmentPreviews previews;

    ByHandPage(
            AssignedStudents assigned,
            Assignments assignments,
            Students students,
            AssignmentHistory history,
            AssignmentOverview overview,
            Colleagues colleagues,
            AssignmentPreviews previews) {
        this.assigned = assigned;
        this.assignments = assignments;
        this.students = students;
        this.history = history;
        this.overview = overview;
        this.colleagues = colleagues;
        this.previews = previews;
    }

    @GetMapping
    @Transactional
    ModelAndView list(@RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal StaffMember person) {
        return list(person.schoolId(), sent, Mistakes.NONE);
    }

    @GetMapping("/{id}")
    @Transactional
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return one(person.schoolId(), id, Mistakes.NONE);
    }

    @PostMapping
    @Transactional
    ModelAndView give(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        UUID school = person.schoolId();
        Optional<UUID> alone = SentId.of(sent.getFirst("one"));
        Set<UUID> ticked = new LinkedHashSet<>();
        sent.getOrDefault("student", List.of()).forEach(text -> SentId.of(text).ifPresent(ticked::add));
        String to = Optional.ofNullable(sent.getFirst("to")).orElse("");
        Mistakes mistakes = sent.containsKey("back") ? Mistakes.NONE : mistakes(ticked, to, colleagues.of(school));
        if (sent.containsKey("back") || !mistakes.none()) {
            ModelAndView again = alone.isPresent() ? one(school, alone.get(), mistakes) : list(school, sent, mistakes);
            again.setStatus(mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return previews.answer(person, new Proposal.ByHand(ticked, SentId.of(to)), ADDRESS, sent, next);
    }

    private static Mistakes mistakes(Set<UUID> ticked, String to, People people) {
        List<Mistake> wrong = new ArrayList<>();
        if (ticked.isEmpty() || ticked.size() > MOST) {
            wrong.add(Mistake.inChoice("student", "Tick the students it is about, " + MOST + " at most"));
        }
        if (!to.equals(RULES) && !people.isAdviser(SentId.of(to))) {
            wrong.add(new Mistake("to", "Choose an adviser, or that they follow the rules"));
        }
        return new Mistakes(wrong);
    }

    private ModelAndView list(UUID school, MultiValueMap<String, String> sent, Mistakes mistakes) {
        Wanted wanted = new Wanted(word(sent, "whose"), word(sent, "year"), word(sent, "group"));
        int total = assigned.count(school, wanted);
        Paging paging = Paging.of(number(word(sent, "page")), PAGE, total);
        ModelAndView page = page("assignment-students", school, mistakes);
        page.addObject("wanted", wanted);
        page.addObject("total", total);
        page.addObject("number", paging.page());
        page.addObject("pages", paging.pages());
        page.addObject("students", assigned.page(school, wanted, PAGE, paging.offset()));
        page.addObject("ticked", sent.getOrDefault("student", List.of()));
        page.addObject("to", word(sent, "to"));
        page.addObject("years", overview.years(school));
        page.addObject("groups", overview.groups(school));
        return page;
    }

    private ModelAndView one(UUID school, UUID id, Mistakes mistakes) {
        ModelAndView page = page("assignment-student", school, mistakes);
        page.addObject(
                "student", students.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addObject(
                "now",
                Optional.ofNullable(assignments.advisersOf(school, List.of(id)).get(id)));
        page.addObject("changes", history.of(school, id));
        return page;
    }

    private ModelAndView page(String view, UUID school, Mistakes mistakes) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("advisers", colleagues.of(school).advisers());
        page.addObject("mistakes", mistakes);
        return page;
    }

    private static String word(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name))
                .map(String::strip)
                .filter(word -> word.length() <= 100 && word.chars().noneMatch(Character::isISOControl))
                .orElse("");
    }

    private static int number(String page) {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }
}
