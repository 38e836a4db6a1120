package signpost.api.trials;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.drafts.Desk;
import signpost.api.schools.Permission;
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

    /**
     * What became of whom both books flag, and whom the draft flags by group.
     *
     * @param term the closed term to look back to; the latest unless it is one of them
     */
    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String term,
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
        List<SchoolTerm> closed = closed(person.schoolId());
        Optional<SchoolTerm> chosen = closed.stream()
                .filter(one -> one.id().toString().equals(term))
                .findFirst()
                .or(() -> closed.stream().findFirst());
        ModelAndView page = pages.about("backtest", person, opened);
        page.addObject("back", back.of(person.schoolId(), tried.get(), chosen));
        page.addObject("terms", closed.stream().map(BacktestPages::choice).toList());
        page.addObject("term", chosen.map(one -> one.id().toString()).orElse(""));
        page.addObject("asOf", chosen.map(one -> Dates.words(one.term().ends())).orElse(""));
        page.addObject("maySend", person.may(Permission.RECORD_DESTINATIONS));
        page.addObject("groups", GroupRates.of(trial.groups()));
        page.addObject("flags", String.join(", ", trial.groups().changing()));
        page.addObject("everybody", GroupRates.everybody(trial.groups()));
        page.addObject("rule", FallsOn.RULE);
        return page;
    }

    private static Choice choice(SchoolTerm one) {
        return new Choice(
                one.id(), one.term().words() + ", to " + Dates.words(one.term().ends()));
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
