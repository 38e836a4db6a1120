package signpost.api.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.vocabulary.Dates;

/** The steps a person takes with a term: reviewed, closed and opened, the last two looked at first. */
@Controller
@RequestMapping("/terms/{id}")
@PreAuthorize("hasAuthority('RUN_TERM')")
class TermStepPages {

    private final Terms terms;
    private final TermWork work;
    private final RunningTerms running;
    private final Clock clock;

    TermStepPages(Terms terms, TermWork work, RunningTerms running, Clock clock) {
        this.terms = terms;
        this.work = work;
        this.running = running;
        this.clock = clock;
    }

    @PostMapping("/review")
    ModelAndView review(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        SchoolTerm term = find(person.schoolId(), id);
        RunningTerms.Answer answer = running.review(person.schoolId(), id, person.staffId());
        return answer instanceof RunningTerms.Answer.Done
                ? done(
                        id,
                        "The " + term.term().words() + " is marked as reviewed. It stays open until it is closed.",
                        next)
                : tooLate(id, next);
    }

    @GetMapping("/close")
    @Transactional
    ModelAndView previewClosing(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        SchoolTerm term = find(person.schoolId(), id);
        return closing(person.schoolId(), term, work.open(person.schoolId()), List.of());
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        UUID school = person.schoolId();
        SchoolTerm term = find(school, id);
        RunningTerms.Answer answer = running.close(school, id, seen, person.staffId());
        if (answer instanceof RunningTerms.Answer.Done done) {
            String said = "The " + term.term().words() + " is closed. "
                    + counted(done.was().undecided(), "undecided suggestion") + " expired; "
                    + counted(done.was().accepted(), "accepted one") + " still to do carried over.";
            return done(id, said, next);
        }
        if (answer instanceof RunningTerms.Answer.Changed changed) {
            ModelAndView page = closing(school, term, changed.now(), List.of("Somebody decided, or something arose."));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return tooLate(id, next);
    }

    @GetMapping("/open")
    @Transactional
    ModelAndView previewOpening(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        SchoolTerm term = find(person.schoolId(), id);
        ModelAndView page = TermView.of("term-open", term);
        page.addObject("openable", running.openable(person.schoolId(), term));
        page.addObject("carried", work.carriedOver(person.schoolId(), term));
        page.addObject(
                "former",
                terms.before(person.schoolId(), term)
                        .map(before -> before.term().words())
                        .orElse(""));
        page.addObject("yesterday", Dates.words(LocalDate.now(clock).minusDays(1)));
        return page;
    }

    @PostMapping("/open")
    ModelAndView open(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        SchoolTerm term = find(person.schoolId(), id);
        RunningTerms.Answer answer = running.open(person.schoolId(), id, person.staffId());
        return answer instanceof RunningTerms.Answer.Done
                ? done(id, "The " + term.term().words() + " is open. Every student is being evaluated for it.", next)
                : tooLate(id, next);
    }

    private ModelAndView closing(UUID school, SchoolTerm term, OpenWork open, List<String> changes) {
        LocalDate today = LocalDate.now(clock);
        SchoolTerm following = terms.on(school, term.term().ends().plusDays(1));
        ModelAndView page = TermView.of("term-close", term);
        page.addObject("open", open);
        page.addObject("changes", changes);
        page.addObject("early", !term.term().ends().isBefore(today));
        page.addObject("following", following.term().words());
        page.addObject("followingStarts", Dates.words(following.term().starts()));
        page.addObject(
                "nextMayOpenEarly",
                following.term().academicYear() == term.term().academicYear());
        return page;
    }

    private static ModelAndView done(UUID id, String said, RedirectAttributes next) {
        next.addFlashAttribute("done", said);
        return back(id);
    }

    private static ModelAndView tooLate(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(
                "changes",
                List.of("Somebody else, or the calendar, took a step with this term. What is below is how it is now."));
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return SeeOther.at("/terms/" + id);
    }

    private static String counted(int number, String what) {
        return (number == 0 ? "No" : "" + number) + " " + what + (number == 1 ? "" : "s");
    }

    private SchoolTerm find(UUID school, UUID id) {
        return terms.find(school, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
