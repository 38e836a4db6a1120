package signpost.api.trials;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.drafts.Desk;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.StudentsJudged;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.evaluation.Account;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** Asks of one student and one rule: why, why not, what would change; by the book in force or by a draft. */
@Controller
@RequestMapping("/rule-book/ask")
@PreAuthorize("hasAuthority('SEE_STUDENTS') and hasAuthority('SEE_RULE_BOOK')")
class AskPages {

    private final Desk desk;
    private final BooksTried books;
    private final BookInForce inForce;
    private final StudentSearch search;
    private final Students students;
    private final StudentsJudged judged;
    private final Clock clock;

    AskPages(
            Desk desk,
            BooksTried books,
            BookInForce inForce,
            StudentSearch search,
            Students students,
            StudentsJudged judged,
            Clock clock) {
        this.desk = desk;
        this.books = books;
        this.inForce = inForce;
        this.search = search;
        this.students = students;
        this.judged = judged;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String student,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String found,
            @AuthenticationPrincipal StaffMember person,
            HttpSession session) {
        ModelAndView page = new ModelAndView("ask");
        Optional<Desk.Opened> opened = draft.isEmpty() ? Optional.empty() : Optional.of(desk.open(person, id(draft)));
        Optional<Recommender> recommender = opened.isEmpty()
                ? Optional.of(inForce.agreed())
                : books.of(person.schoolId(), opened.get()).map(Books::draft);
        Optional<Student> about = student.isEmpty() ? Optional.empty() : Optional.of(found(student));
        Optional<String> typed = found.isEmpty() ? Optional.empty() : search.last(session);
        page.addObject("draft", opened.map(Desk.Opened::draft));
        page.addObject("broken", recommender.isEmpty());
        page.addObject("student", about);
        page.addObject("typed", typed.orElse(""));
        page.addObject(
                "found", typed.map(text -> search.find(person.schoolId(), text)).orElse(List.of()));
        page.addObject("searched", typed.isPresent());
        page.addObject("rule", rule);
        page.addObject(
                "rules", recommender.map(ready -> rules(person, ready.book())).orElse(List.of()));
        page.addObject("asked", recommender.flatMap(ready -> about.flatMap(one -> asked(person, ready, one, rule))));
        return page;
    }

    @PostMapping("/find")
    ModelAndView find(
            @RequestParam(defaultValue = "") String fragment,
            @RequestParam(defaultValue = "") String draft,
            HttpSession session) {
        search.remember(session, fragment);
        return SeeOther.at("/rule-book/ask?found=yes" + (draft.isEmpty() ? "" : "&draft=" + id(draft)));
    }

    /** Only rules that this person may see the reasons of: the name of another would give a fact away. */
    private static List<String> rules(StaffMember person, RuleBook book) {
        Set<String> hidden = person.may(Permission.SEE_SPECIAL_CATEGORY) ? Set.of() : book.restingOnSpecialCategory();
        return book.rules().stream()
                .map(Rule::name)
                .filter(name -> !hidden.contains(name))
                .sorted()
                .toList();
    }

    private Optional<Asked> asked(StaffMember person, Recommender recommender, Student about, String rule) {
        if (!rules(person, recommender.book()).contains(rule)) {
            return Optional.empty();
        }
        Sight sight = Sight.of(person, recommender.book());
        StudentOnDate student = judged.on(
                        person.schoolId(), recommender.book(), List.of(about.id()), LocalDate.now(clock))
                .get(0);
        return Account.of(recommender, student, rule)
                .filter(account -> sight.sees(account.explanation()))
                .map(account -> Asked.of(recommender, student, account));
    }

    private Student found(String student) {
        return students.byId(id(student)).orElseThrow(AskPages::none);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw none();
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
