package signpost.api.trials;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.drafts.Desk;
import signpost.api.pages.Paging;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.api.terms.Terms;

/** What a draft would change for this year's students: in sum, by part, and for each student. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/impact")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class ImpactPages {

    private static final int LINES = 50;
    private static final String STUDENTS = "hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')"
            + " and hasAuthority('SEE_STUDENTS') and hasAuthority('SEE_SPECIAL_CATEGORY')";

    private final Desk desk;
    private final BooksTried books;
    private final Trials trials;
    private final Cost cost;
    private final Terms terms;
    private final Students students;
    private final BeforeAndAfter beforeAndAfter;
    private final TrialPage pages;

    ImpactPages(
            Desk desk,
            BooksTried books,
            Trials trials,
            Cost cost,
            Terms terms,
            Students students,
            BeforeAndAfter beforeAndAfter,
            TrialPage pages) {
        this.desk = desk;
        this.books = books;
        this.trials = trials;
        this.cost = cost;
        this.terms = terms;
        this.students = students;
        this.beforeAndAfter = beforeAndAfter;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String again,
            @AuthenticationPrincipal StaffMember person,
            HttpSession session,
            HttpServletResponse answer) {
        Desk.Opened opened = desk.open(person, id);
        Optional<Books> tried = books.of(person.schoolId(), opened);
        if (tried.isEmpty()) {
            return pages.broken(person, opened);
        }
        if (!again.isEmpty()) {
            trials.forget(person.schoolId(), tried.get(), session.getId());
            return SeeOther.at("/rule-book/drafts/" + id + "/impact");
        }
        Trial trial = trials.of(person.schoolId(), tried.get(), session.getId());
        if (!trial.done()) {
            return pages.progress(person, opened, trial, "impact", answer);
        }
        ModelAndView page = pages.about("impact", person, opened);
        List<Cost.Line> costs = cost.of(
                person.schoolId(), terms.working(person.schoolId(), trial.on()).term(), trial);
        page.addObject("impact", ImpactView.of(trial, costs, new Telling(pages.opens(person))));
        page.addObject("at", pages.moment(trial));
        page.addObject("kept", trials.keeps(trial));
        return page;
    }

    /** Who gains, or loses, one thing. */
    @GetMapping("/students")
    @PreAuthorize(STUDENTS)
    ModelAndView list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "gained") String way,
            @RequestParam(defaultValue = "1") String page,
            @AuthenticationPrincipal StaffMember person,
            HttpSession session,
            HttpServletResponse answer) {
        Desk.Opened opened = desk.open(person, id);
        Part wanted = Arrays.stream(Part.values())
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow(ImpactPages::none);
        Books tried = books.of(person.schoolId(), opened).orElseThrow(ImpactPages::none);
        Trial trial = trials.of(person.schoolId(), tried, session.getId());
        if (!trial.done()) {
            return pages.progress(person, opened, trial, "impact", answer);
        }
        boolean gained = way.equals("gained");
        List<Student> found = students.byIds(trial.students(wanted, new Part.Move(name, gained))).values().stream()
                .sorted(Comparator.comparing(Student::surname)
                        .thenComparing(Student::forename)
                        .thenComparing(Student::id))
                .toList();
        Paging paging = Paging.of(number(page), LINES, found.size());
        ModelAndView list = pages.about("impact-students", person, opened);
        list.addObject("part", wanted);
        list.addObject("name", name);
        list.addObject("title", ImpactView.title(tried, wanted, name));
        list.addObject("way", gained ? "gained" : "lost");
        list.addObject("students", found.subList(paging.offset(), paging.last()));
        list.addObject("paging", paging);
        return list;
    }

    /** One student, by the book in force and by the draft. */
    @GetMapping("/students/{student}")
    @PreAuthorize(STUDENTS)
    ModelAndView student(
            @PathVariable UUID id, @PathVariable UUID student, @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        Student found = students.byId(student).orElseThrow(ImpactPages::none);
        Books tried = books.of(person.schoolId(), opened).orElseThrow(ImpactPages::none);
        ModelAndView page = pages.about("impact-student", person, opened);
        page.addObject("student", found);
        page.addObject("told", beforeAndAfter.of(person.schoolId(), tried, student));
        return page;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
