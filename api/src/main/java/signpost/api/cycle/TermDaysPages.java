package signpost.api.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.profile.TermCalendar;
import signpost.engine.vocabulary.Dates;

/** Where somebody says on which days a year's terms begin and end. */
@Controller
@RequestMapping("/terms/years/{year:\\d{4}}")
@PreAuthorize("hasAuthority('RUN_TERM')")
class TermDaysPages {

    private final Terms terms;
    private final KeepingDays days;
    private final Clock clock;

    TermDaysPages(Terms terms, KeepingDays days, Clock clock) {
        this.terms = terms;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(@PathVariable int year, @AuthenticationPrincipal StaffMember person) {
        List<SchoolTerm> kept = year(person.schoolId(), year);
        return page(year, kept, TermDays.kept(kept, today()), Mistakes.NONE, List.of());
    }

    @PostMapping
    @Transactional
    ModelAndView change(
            @PathVariable int year,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        year(person.schoolId(), year);
        KeepingDays.Answer answer = days.keep(person.schoolId(), year, sent, person.staffId());
        if (answer instanceof KeepingDays.Answer.Stale stale) {
            ModelAndView page = page(year, stale.kept(), stale.typed(), Mistakes.NONE, changes(stale.kept()));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        if (answer instanceof KeepingDays.Answer.Refused refused) {
            ModelAndView page = page(year, refused.kept(), refused.typed(), refused.mistakes(), List.of());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        next.addFlashAttribute("done", "The terms of " + TermDays.name(year) + " have these days.");
        return SeeOther.at("/terms");
    }

    private static List<String> changes(List<SchoolTerm> kept) {
        return kept.stream()
                .map(term -> "The " + term.term().words() + " is now from "
                        + Dates.words(term.term().starts()) + " to "
                        + Dates.words(term.term().ends()) + ".")
                .toList();
    }

    private ModelAndView page(int year, List<SchoolTerm> kept, TermDays days, Mistakes mistakes, List<String> changes) {
        ModelAndView page = new ModelAndView("term-days");
        page.addObject("year", year);
        page.addObject("name", TermDays.name(year));
        page.addObject("starts", Dates.words(kept.get(0).term().starts()));
        page.addObject("ends", Dates.words(kept.get(kept.size() - 1).term().ends()));
        page.addObject("passes", days.passes());
        page.addObject("editable", TermDays.editable(kept, today()));
        page.addObject("mistakes", mistakes);
        page.addObject("changes", changes);
        page.addObject("seen", TermDays.seen(kept));
        return page;
    }

    /** This year and the next can be set; a former one is only to be seen in the list. */
    private List<SchoolTerm> year(UUID school, int year) {
        int now = TermCalendar.academicYear(today());
        if (year < now || year > now + 1) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return terms.year(school, year);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
