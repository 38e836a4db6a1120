package signpost.api.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import signpost.api.students.RollOver;
import signpost.api.students.RollOverPlan;
import signpost.engine.profile.TermCalendar;
import signpost.engine.vocabulary.Dates;

/** Where a school moves into a new academic year: looked at first, then run, and taken back while nothing else was told. */
@Controller
@RequestMapping("/terms/years/{year:\\d{4}}/roll-over")
@PreAuthorize("hasAuthority('RUN_TERM')")
class RollOverPages {

    /** A step as the page shows it. */
    record Taken(String what, String when, String by) {}

    private final RollOver rollOver;
    private final RunWords words;
    private final Clock clock;

    RollOverPages(RollOver rollOver, RunWords words, Clock clock) {
        this.rollOver = rollOver;
        this.words = words;
        this.clock = clock;
    }

    /** @param last the year group after which students leave; the highest on roll unless somebody says otherwise */
    @GetMapping
    @Transactional(readOnly = true)
    ModelAndView preview(@PathVariable int year, @RequestParam Optional<Integer> last) {
        return page(known(year), last, List.of());
    }

    /** What the person saw is sent along; without it nothing is known to have been seen. */
    @PostMapping
    @Transactional
    ModelAndView run(
            @PathVariable int year,
            @RequestParam(defaultValue = "0") int last,
            @RequestParam(defaultValue = "-1") int moving,
            @RequestParam(defaultValue = "-1") int leaving,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        if (rollOver.run(known(year), last, moving, leaving, person.staffId()) instanceof RollOver.Answer.Done done) {
            return done(
                    year,
                    students(done.moved()) + " moved up, " + students(done.leavers()) + " became leavers. "
                            + "Everyone is being evaluated.",
                    next);
        }
        return changed(year, Optional.of(last));
    }

    @PostMapping("/undo")
    @Transactional
    ModelAndView undo(@PathVariable int year, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        if (rollOver.undo(known(year), person.staffId()) instanceof RollOver.Answer.Done done) {
            return done(year, "Taken back: " + students(done.moved()) + " as before the roll-over.", next);
        }
        return changed(year, Optional.empty());
    }

    private ModelAndView changed(int year, Optional<Integer> last) {
        ModelAndView page =
                page(year, last, List.of("Somebody ran it or took it back, or the MIS told other year groups."));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView done(int year, String said, RedirectAttributes next) {
        next.addFlashAttribute("done", said);
        return SeeOther.at("/terms/years/" + year + "/roll-over");
    }

    private ModelAndView page(int year, Optional<Integer> last, List<String> changes) {
        RollOverPlan plan = rollOver.preview(
                year,
                last.filter(given -> given >= RollOver.YOUNGEST && given <= RollOver.OLDEST),
                RollOver.OLDEST - 1);
        List<RollOver.Step> steps = rollOver.steps(year);
        boolean done = !steps.isEmpty() && !steps.get(0).undone();
        ModelAndView page = new ModelAndView("roll-over");
        page.addObject("year", year);
        page.addObject("name", TermDays.name(year));
        page.addObject("day", Dates.words(RollOver.day(year)));
        page.addObject("early", RollOver.day(year).isAfter(LocalDate.now(clock)));
        page.addObject("plan", plan);
        page.addObject("ran", done);
        page.addObject("moved", done ? steps.get(0).moved() : 0);
        page.addObject("leavers", done ? steps.get(0).leavers() : 0);
        page.addObject("undoable", done ? rollOver.undoable(year) : 0);
        page.addObject("changes", changes);
        page.addObject("steps", steps.stream().map(this::taken).toList());
        return page;
    }

    private Taken taken(RollOver.Step step) {
        String what = step.undone()
                ? "Taken back: " + students(step.moved()) + " as before"
                : "Run: " + students(step.moved()) + " moved up, " + students(step.leavers()) + " left after year "
                        + step.lastYear();
        return new Taken(what, words.moment(step.at()), step.by());
    }

    private static String students(int number) {
        return number == 1 ? "1 student" : number + " students";
    }

    /** This academic year can be moved into, and the next looked at. */
    private int known(int year) {
        int now = TermCalendar.academicYear(LocalDate.now(clock));
        if (year < now || year > now + 1) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return year;
    }
}
