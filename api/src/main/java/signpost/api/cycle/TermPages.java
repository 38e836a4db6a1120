package signpost.api.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermState;
import signpost.api.terms.TermStep;
import signpost.api.terms.TermSteps;
import signpost.api.terms.Terms;
import signpost.engine.profile.TermCalendar;
import signpost.engine.vocabulary.Dates;

/** Academic years and terms, and a term's own page: where it stands, what it carries, and the steps to take. */
@Controller
@RequestMapping("/terms")
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class TermPages {

    /** A term as a list shows it. */
    record Listed(UUID id, String name, String starts, String ends, TermState state, boolean now) {}

    /** An academic year, {@code 2026/27}. */
    record Year(int began, String name, List<Listed> terms, boolean editable, boolean movable) {}

    /** A step as the page shows it. */
    record Taken(String what, String when, String by, String days) {}

    private final Terms terms;
    private final TermSteps steps;
    private final TermWork work;
    private final RunningTerms running;
    private final RunWords runs;
    private final Clock clock;

    TermPages(Terms terms, TermSteps steps, TermWork work, RunningTerms running, RunWords runs, Clock clock) {
        this.terms = terms;
        this.steps = steps;
        this.work = work;
        this.running = running;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        LocalDate today = LocalDate.now(clock);
        int year = TermCalendar.academicYear(today);
        terms.year(person.schoolId(), year);
        terms.year(person.schoolId(), year + 1);
        ModelAndView page = new ModelAndView("terms");
        page.addObject("years", years(terms.all(person.schoolId()), today));
        return page;
    }

    @GetMapping("/{id}")
    @Transactional
    ModelAndView term(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        UUID school = person.schoolId();
        SchoolTerm term = find(school, id);
        ModelAndView page = page("term", term);
        page.addObject("open", work.open(school));
        page.addObject("carried", work.carriedOver(school, term));
        page.addObject("openable", running.openable(school, term));
        runs.add(page, school, id);
        page.addObject("steps", steps.of(school, id).stream().map(this::taken).toList());
        return page;
    }

    @PostMapping("/{id}/review")
    @PreAuthorize("hasAuthority('RUN_TERM')")
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

    @GetMapping("/{id}/close")
    @PreAuthorize("hasAuthority('RUN_TERM')")
    @Transactional
    ModelAndView previewClosing(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        SchoolTerm term = find(person.schoolId(), id);
        return closing(person.schoolId(), term, work.open(person.schoolId()), List.of());
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasAuthority('RUN_TERM')")
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

    @GetMapping("/{id}/open")
    @PreAuthorize("hasAuthority('RUN_TERM')")
    @Transactional
    ModelAndView previewOpening(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        SchoolTerm term = find(person.schoolId(), id);
        ModelAndView page = page("term-open", term);
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

    @PostMapping("/{id}/open")
    @PreAuthorize("hasAuthority('RUN_TERM')")
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
        ModelAndView page = page("term-close", term);
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

    private ModelAndView page(String view, SchoolTerm term) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("id", term.id());
        page.addObject("name", term.term().words());
        page.addObject("starts", Dates.words(term.term().starts()));
        page.addObject("ends", Dates.words(term.term().ends()));
        page.addObject("state", term.state());
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
        ModelAndView back = new ModelAndView("redirect:/terms/" + id);
        back.setStatus(HttpStatus.SEE_OTHER);
        return back;
    }

    private static List<Year> years(List<SchoolTerm> all, LocalDate today) {
        Map<Integer, List<SchoolTerm>> byYear = all.stream()
                .collect(Collectors.groupingBy(
                        term -> term.term().academicYear(),
                        () -> new TreeMap<Integer, List<SchoolTerm>>(nearest(TermCalendar.academicYear(today))),
                        Collectors.toList()));
        return byYear.entrySet().stream()
                .map(year -> new Year(
                        year.getKey(),
                        TermDays.name(year.getKey()),
                        year.getValue().stream()
                                .map(term -> listed(term, today))
                                .toList(),
                        TermDays.editable(year.getValue(), today),
                        year.getKey() >= TermCalendar.academicYear(today)))
                .toList();
    }

    /** This year, then those to come, then those that were, the last first. */
    private static Comparator<Integer> nearest(int now) {
        return Comparator.<Integer>comparingInt(year -> year < now ? 1 : 0)
                .thenComparing(Comparator.comparingInt(year -> Math.abs(year - now)));
    }

    private static Listed listed(SchoolTerm term, LocalDate today) {
        String words = term.term().words();
        return new Listed(
                term.id(),
                words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1),
                Dates.words(term.term().starts()),
                Dates.words(term.term().ends()),
                term.state(),
                term.term().includes(today));
    }

    private Taken taken(TermStep step) {
        return new Taken(
                step.kind().words(),
                runs.moment(step.at()),
                step.by(),
                Dates.words(step.starts()) + " to " + Dates.words(step.ends()));
    }

    private static String counted(int number, String what) {
        return (number == 0 ? "No" : "" + number) + " " + what + (number == 1 ? "" : "s");
    }

    private SchoolTerm find(UUID school, UUID id) {
        return terms.find(school, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
