package signpost.api.caseload;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
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

    /** A suggestion in one line. */
    record Suggestion(UUID id, String title, DueDay due, String because, boolean evidenceUnknown) {}

    private final Caseload caseload;
    private final Recommendations recommendations;
    private final BookInForce book;
    private final Terms terms;
    private final Clock clock;

    CaseloadPage(Caseload caseload, Recommendations recommendations, BookInForce book, Terms terms, Clock clock) {
        this.caseload = caseload;
        this.recommendations = recommendations;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    /** One transaction for the whole page, so that its numbers agree. */
    @GetMapping("/caseload")
    @Transactional
    String show(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(defaultValue = "1") String page,
            @AuthenticationPrincipal StaffMember person,
            HttpSession session,
            Model model) {
        UUID school = person.schoolId();
        LocalDate today = LocalDate.now(clock);
        RuleBook rules = book.recommender().book();
        Sight sight = Sight.of(person, rules);
        Filter filter = Filter.of(view, year, group, flag).seeing(sight::seesEveryReasonOf);
        Caseload.Totals totals = caseload.totals(school, filter);
        Paging paging = Paging.of(number(page), filter.all() ? BY_NAME : BY_NEED, totals.students());
        List<Caseload.Row> rows = totals.students() == 0 ? List.of() : caseload.page(school, filter, paging);
        Map<UUID, List<Recommendation>> suggested = filter.all() || rows.isEmpty()
                ? Map.of()
                : recommendations.ofStudents(
                        school, rows.stream().map(Caseload.Row::id).toList(), List.of(State.SUGGESTED));
        BackToList.remember(session, filter.address(paging.page()));
        Caseload.Choices choices = caseload.choices(school, filter.all());
        model.addAttribute("filter", filter);
        model.addAttribute("totals", totals);
        model.addAttribute("paging", paging);
        model.addAttribute("years", choices.years());
        model.addAttribute("groups", choices.groups());
        model.addAttribute(
                "flags",
                choices.flags().stream()
                        .filter(choice -> sight.seesEveryReasonOf(choice.value()))
                        .toList());
        model.addAttribute("term", terms.working(school, today).term().words());
        model.addAttribute(
                "students",
                rows.stream()
                        .map(row -> listed(
                                row, suggested.getOrDefault(row.id(), List.of()), sight, rules.catalogue(), today))
                        .toList());
        return "caseload";
    }

    private static Listed listed(
            Caseload.Row row, List<Recommendation> suggested, Sight sight, Catalogue catalogue, LocalDate today) {
        List<Judgement.RaisedFlag> flags =
                row.flags().stream().filter(sight::sees).toList();
        List<Suggestion> seen = suggested.stream()
                .filter(recommendation -> sight.sees(recommendation.shown()))
                .map(recommendation -> new Suggestion(
                        recommendation.id(),
                        RecommendationWords.title(catalogue, recommendation),
                        DueDay.of(recommendation.due(), today),
                        sight.because(recommendation.shown()),
                        recommendation.evidenceUnknown()))
                .toList();
        return new Listed(row, flags, row.flags().size() - flags.size(), seen, suggested.size() - seen.size());
    }

    private static int number(String page) {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }
}
