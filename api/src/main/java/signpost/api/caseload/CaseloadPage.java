package signpost.api.caseload;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.capacity.Place;
import signpost.api.capacity.Places;
import signpost.api.pages.Paging;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.evaluation.Judgement;
import signpost.engine.rulebook.RuleBook;

/** The caseload: who needs what and why, in order of need; or every student by name. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class CaseloadPage {

    private static final int BY_NEED = 25;
    private static final int BY_NAME = 50;

    private static final List<By> COMMON = List.of(By.WHOSE, By.STUDENTS, By.YEAR, By.GROUP, By.STATUS, By.FLAG);
    private static final List<By> FURTHER = List.of(By.INTERVENTION, By.SEND, By.CARE, By.SINCE);

    /**
     * A student as listed.
     *
     * @param flags those this person may see
     * @param hiddenFlags how many more there are
     * @param hidden how many more suggestions there are
     */
    record Listed(
            Caseload.Row student,
            List<Judgement.RaisedFlag> flags,
            int hiddenFlags,
            List<Suggestion> suggestions,
            int hidden) {}

    private final Caseload caseload;
    private final SavedViews views;
    private final Places places;
    private final Recommendations recommendations;
    private final BookInForce book;
    private final Terms terms;
    private final Students students;
    private final Clock clock;

    CaseloadPage(
            Caseload caseload,
            SavedViews views,
            Places places,
            Recommendations recommendations,
            BookInForce book,
            Terms terms,
            Students students,
            Clock clock) {
        this.caseload = caseload;
        this.views = views;
        this.places = places;
        this.recommendations = recommendations;
        this.book = book;
        this.terms = terms;
        this.students = students;
        this.clock = clock;
    }

    /** One transaction for the whole page, so that its numbers agree. */
    @GetMapping("/caseload")
    @Transactional
    String show(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            HttpSession session,
            Model model) {
        RuleBook rules = book.recommender().book();
        Sight sight = Sight.of(person, rules);
        Choosing choosing = new Choosing(rules, sight);
        Filter filter = Filter.of(sent, Search.in(session)).seeing(choosing::may);
        LocalDate today = LocalDate.now(clock);
        SchoolTerm term = terms.working(person.schoolId(), today);
        Caseload.Asked asked = new Caseload.Asked(person, filter, term.term(), today);
        Counts counts = caseload.counts(asked);
        Paging paging =
                Paging.of(number(sent.getOrDefault("page", "1")), filter.all() ? BY_NAME : BY_NEED, counts.students());
        BackToList.remember(session, filter.address(paging.page()));
        model.addAttribute("filter", filter);
        model.addAttribute("totals", counts);
        model.addAttribute("empty", counts.students() == 0 && !students.any());
        model.addAttribute("paging", paging);
        model.addAttribute("common", choosing.fields(filter, counts, COMMON));
        model.addAttribute("further", choosing.fields(filter, counts, FURTHER));
        model.addAttribute("left", counts.of(By.STUDENTS, By.LEFT));
        model.addAttribute("elsewhere", filter.with(By.STUDENTS, By.LEFT).address(1));
        model.addAttribute("mine", counts.mine() > 0 && filter.by(By.WHOSE).isEmpty());
        model.addAttribute("everybody", filter.with(By.WHOSE, By.EVERYBODY).address(1));
        model.addAttribute("views", views.of(person));
        model.addAttribute("term", term.term().words());
        model.addAttribute("students", listed(asked, term, paging, sight, rules.catalogue()));
        return "caseload";
    }

    /** Finds students of the whole school, whether anything is open for them, on roll or not. */
    @PostMapping("/caseload/find")
    ModelAndView find(@RequestParam(defaultValue = "") String fragment, HttpSession session) {
        boolean found = Search.remember(session, fragment);
        return SeeOther.at("/caseload" + (found ? "?view=all&whose=everybody&students=everybody&found=yes" : ""));
    }

    private List<Listed> listed(
            Caseload.Asked asked, SchoolTerm term, Paging paging, Sight sight, Catalogue catalogue) {
        List<Caseload.Row> rows = paging.total() == 0 ? List.of() : caseload.page(asked, paging);
        Map<UUID, List<Recommendation>> suggested = asked.filter().all() || rows.isEmpty()
                ? Map.of()
                : recommendations.ofStudents(
                        asked.person().schoolId(),
                        rows.stream().map(Caseload.Row::id).toList(),
                        List.of(State.SUGGESTED));
        Map<UUID, Place> standing =
                suggested.isEmpty() ? Map.of() : places.of(asked.person().schoolId(), term);
        return rows.stream()
                .map(row -> listed(
                        row, suggested.getOrDefault(row.id(), List.of()), standing, sight, catalogue, asked.today()))
                .toList();
    }

    private static Listed listed(
            Caseload.Row row,
            List<Recommendation> suggested,
            Map<UUID, Place> places,
            Sight sight,
            Catalogue catalogue,
            LocalDate today) {
        List<Judgement.RaisedFlag> flags =
                row.flags().stream().filter(sight::sees).toList();
        List<Recommendation> seen = suggested.stream()
                .filter(recommendation -> sight.sees(recommendation.shown()))
                .toList();
        return new Listed(
                row,
                flags,
                row.flags().size() - flags.size(),
                Suggestion.of(seen, places, sight, catalogue, today),
                suggested.size() - seen.size());
    }

    private static int number(String page) {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }
}
