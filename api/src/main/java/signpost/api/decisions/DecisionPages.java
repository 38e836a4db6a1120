package signpost.api.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.capacity.Places;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Happened;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Showings;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Where a person accepts, overrides or defers: the reasons first, then the form. */
@Controller
@RequestMapping("/recommendations/{id}/decision")
@PreAuthorize("hasAuthority('DECIDE')")
class DecisionPages {

    private final Deciding deciding;
    private final Decisions decisions;
    private final Happened happened;
    private final Recommendations recommendations;
    private final Showings showings;
    private final Students students;
    private final Terms terms;
    private final Places places;
    private final BookInForce book;
    private final Clock clock;

    DecisionPages(
            Deciding deciding,
            Decisions decisions,
            Happened happened,
            Recommendations recommendations,
            Showings showings,
            Students students,
            Terms terms,
            Places places,
            BookInForce book,
            Clock clock) {
        this.deciding = deciding;
        this.decisions = decisions;
        this.happened = happened;
        this.recommendations = recommendations;
        this.showings = showings;
        this.students = students;
        this.terms = terms;
        this.places = places;
        this.book = book;
        this.clock = clock;
    }

    /** Without an outcome the page offers all three. */
    @GetMapping
    @Transactional
    ModelAndView ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal StaffMember person) {
        Recommendation now = find(person.schoolId(), id);
        String known = Outcome.of(outcome).map(Outcome::code).orElse("");
        ModelAndView page = page(now, DecisionForm.empty(known, now.version()), Mistakes.NONE, person);
        return now.state().closed() ? closed(page, Said.closed(now)) : page;
    }

    @PostMapping
    @Transactional
    ModelAndView take(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        DecisionForm form = DecisionForm.of(sent);
        Decider decider = Decider.staff(person.staffId(), person.displayName());
        Answer answer = deciding.decide(person.schoolId(), id, form.feedback(decider));
        if (answer instanceof Answer.Recorded recorded) {
            return done(person.schoolId(), find(person.schoolId(), id), recorded.decision(), next);
        }
        Recommendation now = find(person.schoolId(), id);
        if (answer instanceof Answer.Refused refused) {
            ModelAndView page =
                    page(now, form, MistakeWords.of(refused.wrong(), form, lastDay(person.schoolId())), person);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (answer instanceof Answer.Stale stale) {
            ModelAndView page = page(stale.now(), form.about(stale.now().version()), Mistakes.NONE, person);
            page.addObject("changes", stale.changes());
            page.setStatus(HttpStatus.CONFLICT);
            return stale.now().state().closed() ? closed(page, String.join(" ", stale.changes())) : page;
        }
        String because = answer instanceof Answer.Closed closed ? closed.because() : "";
        return closed(page(now, form, Mistakes.NONE, person), because);
    }

    private ModelAndView done(UUID school, Recommendation now, Decision decision, RedirectAttributes next) {
        String title = title(now.intervention());
        next.addFlashAttribute(
                "done",
                switch (decision.outcome()) {
                    case ACCEPTED -> "Accepted: " + title + "." + beyond(school, now);
                    case OVERRIDDEN ->
                        "Overridden: " + title + "."
                                + again(decision)
                                + decision.interventionInstead()
                                        .map(code -> " Instead: " + title(code) + ".")
                                        .orElse("");
                    case DEFERRED ->
                        "Deferred: " + title + "."
                                + decision.deferredUntil()
                                        .map(day -> " It comes back on " + Dates.words(day) + ".")
                                        .orElse("");
                });
        next.addFlashAttribute("undo", UndoOffer.of(decision));
        return SeeOther.at("/students/" + now.student());
    }

    /** That more is accepted now than there is: a person may, and is told so. */
    private String beyond(UUID school, Recommendation now) {
        return places.beyond(
                school, terms.working(school, LocalDate.now(clock)), now.intervention(), Set.of(now.student()));
    }

    /** What a lasting reason means, said at once so that it can be undone. */
    private String again(Decision decision) {
        return decision.overrideReason()
                .flatMap(book.recommender().book().catalogue()::reason)
                .filter(OverrideReason::lasting)
                .map(reason -> reason.thisYear() ? " Not suggested again this year." : " Not suggested again.")
                .orElse("");
    }

    private ModelAndView page(Recommendation now, DecisionForm form, Mistakes mistakes, StaffMember person) {
        RuleBook rules = book.recommender().book();
        Catalogue catalogue = rules.catalogue();
        Student student = students.byId(now.student()).orElseThrow();
        Sight sight = Sight.of(person, rules);
        if (now.state().undecided()) {
            showings.shown(person, List.of(now));
        }
        ModelAndView page = new ModelAndView("decision");
        page.addObject("recommendation", now);
        page.addObject("student", student);
        page.addObject("suggestion", title(now.intervention()));
        page.addObject(
                "description",
                catalogue
                        .intervention(now.intervention())
                        .map(Intervention::description)
                        .orElse(""));
        page.addObject("due", Dates.words(now.due()));
        page.addObject("reasons", sight.of(now.shown().reasons()));
        page.addObject("checkFirst", sight.of(now.shown().checkFirst()));
        page.addObject("unsure", sight.of(now.shown().unsure()));
        page.addObject("already", already(person.schoolId(), now));
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        page.addObject("overrideReasons", catalogue.reasons());
        page.addObject(
                "others",
                catalogue.offeredOn(LocalDate.now(clock)).stream()
                        .filter(other -> !other.code().equals(now.intervention()))
                        .toList());
        page.addObject("lastDay", Dates.words(lastDay(person.schoolId())));
        page.addObject("changes", List.of());
        page.addObject("closed", "");
        return page;
    }

    /** Who decided what before, and what was recorded since; nothing while nobody has decided. */
    private String already(UUID school, Recommendation now) {
        if (now.state() == State.SUGGESTED) {
            return "";
        }
        return decisions
                .standing(school, now.id())
                .map(one -> "It is " + one.outcome().code() + " already, by " + one.decidedBy() + " on "
                        + Dates.moment(one.decidedAt().atZone(clock.getZone())) + "."
                        + happened.last(school, now.id())
                                .map(what -> " Recorded since: " + what + ".")
                                .orElse(""))
                .orElse("");
    }

    private static ModelAndView closed(ModelAndView page, String because) {
        page.addObject("closed", because);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private Recommendation find(UUID school, UUID id) {
        Optional<Recommendation> found = recommendations.find(school, id);
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate lastDay(UUID school) {
        return terms.working(school, LocalDate.now(clock)).term().ends();
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
