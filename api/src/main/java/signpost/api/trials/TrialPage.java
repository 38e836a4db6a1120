package signpost.api.trials;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.drafts.Desk;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;
import signpost.engine.vocabulary.Dates;

/** What every page about a trial has. */
@Component
class TrialPage {

    private final Clock clock;

    TrialPage(Clock clock) {
        this.clock = clock;
    }

    /** A page about a draft. */
    ModelAndView about(String template, StaffMember person, Desk.Opened opened) {
        ModelAndView page = new ModelAndView(template);
        page.addObject("draft", opened.draft());
        page.addObject("owner", opened.owner());
        page.addObject("school", person.schoolName());
        page.addObject("opens", opens(person));
        return page;
    }

    /** In place of a page whose draft cannot judge anybody. */
    ModelAndView broken(StaffMember person, Desk.Opened opened) {
        return about("trial-broken", person, opened);
    }

    /**
     * How far a large cohort has come. The page asks for the rest by itself and keeps the keyboard where it is, which one
     * that loads anew would not; without scripts it has a link.
     */
    ModelAndView progress(
            StaffMember person, Desk.Opened opened, Trial trial, String what, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ModelAndView page = about("trial-progress", person, opened);
        page.addObject("judged", String.format(java.util.Locale.UK, "%,d", trial.judged()));
        page.addObject("students", String.format(java.util.Locale.UK, "%,d", trial.students()));
        page.addObject("part", trial.judged() * 100L / Math.max(1, trial.students()));
        page.addObject("what", what);
        return page;
    }

    /** Whether somebody may open the students behind a number: what a book says of them may tell any fact. */
    boolean opens(StaffMember person) {
        return person.may(Permission.SEE_STUDENTS) && person.may(Permission.SEE_SPECIAL_CATEGORY);
    }

    String moment(Trial trial) {
        return Dates.moment(trial.begun().atZone(clock.getZone()));
    }
}
