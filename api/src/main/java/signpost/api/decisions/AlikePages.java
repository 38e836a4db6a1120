package signpost.api.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import signpost.api.capacity.Places;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Showings;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.vocabulary.Dates;

/** Where one intervention is decided alike for several students: the reasons of each first, nothing ticked, the form last. */
@Controller
@RequestMapping("/caseload/alike")
@PreAuthorize("hasAuthority('DECIDE')")
class AlikePages {

    /** An intervention that waits for some students. */
    record Choice(String code, String title, int students) {}

    /** A student and why it is suggested for them. */
    record Line(
            Recommendation recommendation,
            Student student,
            String due,
            Sight.Visible reasons,
            Sight.Visible checkFirst,
            Sight.Visible unsure) {}

    /** What changed of a student meanwhile. */
    record Changed(Student student, List<String> changes) {}

    private final Alike alike;
    private final Recommendations recommendations;
    private final Showings showings;
    private final Students students;
    private final Terms terms;
    private final Places places;
    private final BookInForce book;
    private final Clock clock;

    AlikePages(
            Alike alike,
            Recommendations recommendations,
            Showings showings,
            Students students,
            Terms terms,
            Places places,
            BookInForce book,
            Clock clock) {
        this.alike = alike;
        this.recommendations = recommendations;
        this.showings = showings;
        this.students = students;
        this.terms = terms;
        this.places = places;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(
            @RequestParam(defaultValue = "") String intervention, @AuthenticationPrincipal StaffMember person) {
        return page(person, intervention, AlikeForm.EMPTY, Mistakes.NONE);
    }

    @PostMapping
    @Transactional
    ModelAndView decide(
            @RequestParam(defaultValue = "") String intervention,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        AlikeForm form = AlikeForm.of(sent);
        if (!form.mistakes().none()) {
            return refused(page(person, intervention, form, form.mistakes()));
        }
        Decider by = Decider.staff(person.staffId(), person.displayName());
        Alike.Result result = alike.decide(person.schoolId(), intervention, form, by);
        if (!result.wrong().isEmpty()) {
            Mistakes mistakes = form.mistakes(result.wrong(), lastDay(person.schoolId()));
            return refused(page(person, intervention, form, mistakes));
        }
        String done = done(person.schoolId(), intervention, form, result);
        if (result.recorded() == 0 || !result.handedBack().isEmpty() || result.gone() > 0) {
            return handedBack(page(person, intervention, form, Mistakes.NONE), done, result);
        }
        next.addFlashAttribute("done", done);
        next.addAttribute("intervention", intervention);
        return SeeOther.at("/caseload/alike");
    }

    /** What was typed and ticked stays for those who were handed back. */
    private ModelAndView handedBack(ModelAndView page, String done, Alike.Result result) {
        page.addObject("changed", changed(result.handedBack()));
        page.addObject("gone", result.gone());
        if (result.recorded() > 0) {
            page.addObject("done", done);
        }
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private String done(UUID school, String intervention, AlikeForm form, Alike.Result result) {
        String did = Outcome.of(form.decision().outcome()).orElseThrow().state().words();
        return did + " for " + (result.recorded() == 1 ? "1 student." : result.recorded() + " students.")
                + (form.decision().outcome().equals(Outcome.ACCEPTED.code()) ? beyond(school, intervention, form) : "");
    }

    /** That more is accepted now than there is. */
    private String beyond(UUID school, String intervention, AlikeForm form) {
        return places.beyond(
                school,
                terms.working(school, LocalDate.now(clock)),
                intervention,
                recommendations.findAll(school, form.seen().keySet()).values().stream()
                        .map(Recommendation::student)
                        .toList());
    }

    private ModelAndView page(StaffMember person, String code, AlikeForm form, Mistakes mistakes) {
        Catalogue catalogue = book.recommender().book().catalogue();
        List<Recommendation> waiting = recommendations.suggested(person.schoolId(), code, AlikeForm.MOST);
        showings.shown(person, waiting);
        Map<String, Integer> counts = recommendations.suggestedCounts(person.schoolId());
        ModelAndView page = new ModelAndView("alike");
        page.addObject("code", code);
        page.addObject("suggestion", catalogue.title(code));
        page.addObject(
                "choices",
                counts.entrySet().stream()
                        .map(one -> new Choice(one.getKey(), catalogue.title(one.getKey()), one.getValue()))
                        .sorted(java.util.Comparator.comparing(Choice::title))
                        .toList());
        page.addObject("total", counts.getOrDefault(code, 0));
        page.addObject(
                "lines", lines(waiting, Sight.of(person, book.recommender().book())));
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        page.addObject("changed", List.of());
        page.addObject("gone", 0);
        page.addObject("overrideReasons", catalogue.reasons());
        page.addObject("lastDay", Dates.words(lastDay(person.schoolId())));
        return page;
    }

    private List<Line> lines(List<Recommendation> waiting, Sight sight) {
        Map<UUID, Student> who =
                students.byIds(waiting.stream().map(Recommendation::student).toList());
        return waiting.stream()
                .flatMap(one -> Stream.ofNullable(who.get(one.student())).map(student -> line(one, student, sight)))
                .toList();
    }

    private static Line line(Recommendation one, Student student, Sight sight) {
        return new Line(
                one,
                student,
                Dates.words(one.due()),
                sight.of(one.shown().reasons()),
                sight.of(one.shown().checkFirst()),
                sight.of(one.shown().unsure()));
    }

    private List<Changed> changed(List<Alike.HandedBack> all) {
        Map<UUID, Student> who =
                students.byIds(all.stream().map(Alike.HandedBack::student).toList());
        return all.stream()
                .flatMap(one ->
                        Stream.ofNullable(who.get(one.student())).map(student -> new Changed(student, one.changes())))
                .toList();
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private LocalDate lastDay(UUID school) {
        return terms.working(school, LocalDate.now(clock)).term().ends();
    }
}
