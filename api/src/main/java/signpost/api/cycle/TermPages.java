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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
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
        ModelAndView page = TermView.of("term", term);
        page.addObject("open", work.open(school));
        page.addObject("carried", work.carriedOver(school, term));
        page.addObject("openable", running.openable(school, term));
        runs.add(page, school, id);
        page.addObject("steps", steps.of(school, id).stream().map(this::taken).toList());
        return page;
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

    private SchoolTerm find(UUID school, UUID id) {
        return terms.find(school, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
