package signpost.api.trials;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.drafts.Desk;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermState;
import signpost.api.terms.Terms;
import signpost.engine.vocabulary.Dates;

/** What a draft would have done, by what became of students; and on which groups its change falls. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/backtest")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class BacktestPages {

    private static final int LARGEST = 1_000_000;
    private static final int LISTED = 20;

    private final Desk desk;
    private final BooksTried books;
    private final Trials trials;
    private final LookedBack back;
    private final Terms terms;
    private final TrialPage pages;

    BacktestPages(Desk desk, BooksTried books, Trials trials, LookedBack back, Terms terms, TrialPage pages) {
        this.desk = desk;
        this.books = books;
        this.trials = trials;
        this.back = back;
        this.terms = terms;
        this.pages = pages;
    }

    /** A closed term to choose. */
    record Choice(UUID id, String words) {}

    /** The groups, and the form to look back with. */
    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember person,
            HttpSession session,
            HttpServletResponse answer) {
        Desk.Opened opened = desk.open(person, id);
        Optional<Books> tried = books.of(person.schoolId(), opened);
        if (tried.isEmpty()) {
            return pages.broken(person, opened);
        }
        Trial trial = trials.of(person.schoolId(), tried.get(), session.getId());
        if (!trial.done()) {
            return pages.progress(person, opened, trial, "backtest", answer);
        }
        ModelAndView page = page(person, opened, "", Mistakes.NONE);
        page.addObject("groups", GroupRates.of(trial.groups()));
        page.addObject("flags", String.join(", ", trial.groups().changing()));
        page.addObject("everybody", GroupRates.everybody(trial.groups()));
        return page;
    }

    /** Shown at once and kept nowhere, so there is no page to lead on to. */
    @PostMapping
    ModelAndView lookBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal StaffMember person)
            throws IOException {
        Desk.Opened opened = desk.open(person, id);
        Optional<Books> tried = books.of(person.schoolId(), opened);
        if (tried.isEmpty()) {
            return pages.broken(person, opened);
        }
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            String wrong = file == null || file.isEmpty()
                    ? "Choose a file of outcomes"
                    : "Choose a file of 1 MB or less: one row a student";
            ModelAndView page = page(person, opened, term, new Mistakes(List.of(new Mistake("file", wrong))));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Optional<SchoolTerm> chosen = closed(person.schoolId()).stream()
                .filter(one -> one.id().toString().equals(term))
                .findFirst()
                .or(() -> closed(person.schoolId()).stream().findFirst());
        LookedBack.Result result = back.of(person.schoolId(), tried.get(), chosen, file.getBytes());
        ModelAndView page = page(person, opened, term, Mistakes.NONE);
        page.addObject("result", result);
        page.addObject("problems", result.problems().stream().limit(LISTED).toList());
        page.addObject("moreProblems", Math.max(0, result.problems().size() - LISTED));
        page.addObject("asOf", chosen.map(one -> Dates.words(one.term().ends())).orElse(""));
        return page;
    }

    private ModelAndView page(StaffMember person, Desk.Opened opened, String term, Mistakes mistakes) {
        ModelAndView page = pages.about("backtest", person, opened);
        page.addObject(
                "terms",
                closed(person.schoolId()).stream()
                        .map(one -> new Choice(
                                one.id(),
                                one.term().words() + ", to "
                                        + Dates.words(one.term().ends())))
                        .toList());
        page.addObject("term", term);
        page.addObject("mistakes", mistakes);
        page.addObject("rule", FallsOn.RULE);
        return page;
    }

    /** The latest first. */
    private List<SchoolTerm> closed(UUID school) {
        return terms.all(school).stream()
                .filter(one -> one.state() == TermState.CLOSED)
                .sorted(Comparator.comparing((SchoolTerm one) -> one.term().ends())
                        .reversed())
                .toList();
    }
}
