package signpost.api.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.deliveries.Together;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.catalogue.Intervention;

/** The group sessions of a school: what is planned, what was, and planning another or changing one. */
@Controller
@RequestMapping("/sessions")
@PreAuthorize("hasAuthority('DECIDE')")
class SessionPages {

    /** How far back the list of past sessions reaches, in weeks. */
    private static final int WEEKS_BACK = 26;

    /** A session in a list. */
    record Listed(SessionWords.Said said, int students, int marked) {}

    /** An intervention to plan a session of, and how many wait for it. */
    record Wanted(String code, String title, int students, int places) {}

    private final GroupSessions sessions;
    private final KnownSessions known;
    private final SessionWork work;
    private final SessionWords words;
    private final Clock clock;

    SessionPages(GroupSessions sessions, KnownSessions known, SessionWork work, SessionWords words, Clock clock) {
        this.sessions = sessions;
        this.known = known;
        this.work = work;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        LocalDate today = LocalDate.now(clock);
        List<Listed> all =
                sessions.between(person.schoolId(), today.minusWeeks(WEEKS_BACK), today.plusYears(1)).stream()
                        .map(one -> new Listed(words.said(one.session()), one.students(), one.marked()))
                        .toList();
        ModelAndView page = new ModelAndView("sessions");
        page.addObject(
                "ahead",
                all.stream()
                        .filter(one -> !one.said().session().on().isBefore(today))
                        .toList());
        page.addObject(
                "past",
                all.stream()
                        .filter(one -> one.said().session().on().isBefore(today))
                        .sorted(Comparator.comparing(
                                        (Listed one) -> one.said().session().on())
                                .reversed())
                        .toList());
        page.addObject("wanted", wanted(person));
        return page;
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String intervention, @AuthenticationPrincipal StaffMember person) {
        int places = words.intervention(intervention).map(Intervention::places).orElse(1);
        return form(person, SessionForm.empty(intervention, person.displayName(), places), List.of(), "");
    }

    @PostMapping
    @Transactional
    ModelAndView plan(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        SessionForm form = SessionForm.of(sent);
        LocalDate today = LocalDate.now(clock);
        List<Mistake> mistakes =
                form.mistakes(words.intervention(form.intervention()).isPresent(), earliest(today), today);
        if (!mistakes.isEmpty()) {
            return form(person, form, mistakes, "");
        }
        UUID id = work.plan(person, form.session(UUID.randomUUID()));
        boolean was = form.on().day().orElse(today).isBefore(today);
        next.addFlashAttribute(
                "done",
                was
                        ? "The session is entered. Now choose who was to come."
                        : "The session is planned. Now choose who comes.");
        return to("/sessions/" + id + "/students");
    }

    @GetMapping("/{id}/change")
    @Transactional(readOnly = true)
    ModelAndView change(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        GroupSession session = known.of(person, id);
        return form(person, SessionForm.of(session), List.of(), "").addObject("said", words.said(session));
    }

    @PostMapping("/{id}/change")
    @Transactional
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        GroupSession now = known.of(person, id);
        SessionForm form = SessionForm.of(sent).of(now.intervention());
        SessionForm shown = SessionForm.shown(sent);
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = now.on().isBefore(earliest(today)) ? now.on() : earliest(today);
        List<Mistake> mistakes = form.mistakes(true, earliest, today);
        if (!mistakes.isEmpty()) {
            return form(person, form, mistakes, "")
                    .addObject("said", words.said(now))
                    .addObject("shown", shown);
        }
        SessionWork.Result result = work.change(person, form.session(id));
        if (!result.refused().isEmpty()) {
            return refused(person, known.of(person, id), form, shown, result.refused());
        }
        String back = result.handedBack().isEmpty()
                ? ""
                : " " + result.handedBack().size() + " could not be planned for the new day: look at the list.";
        next.addFlashAttribute("done", "The session is changed." + back);
        return to("/sessions/" + id);
    }

    /** What others said meanwhile stands wherever this person had typed nothing new. */
    private ModelAndView refused(
            StaffMember person, GroupSession now, SessionForm form, SessionForm shown, String why) {
        SessionForm newest = SessionForm.of(now);
        ModelAndView page = form(person, form.after(shown, newest), List.of(), why);
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("said", words.said(now))
                .addObject("shown", newest)
                .addObject("stale", !form.version().equals(newest.version()));
    }

    private static LocalDate earliest(LocalDate today) {
        return today.minusDays(Together.ENTERED_LATE);
    }

    private ModelAndView form(StaffMember person, SessionForm form, List<Mistake> mistakes, String refused) {
        ModelAndView page = new ModelAndView("session-form");
        page.addObject("form", form);
        page.addObject("mistakes", new Mistakes(mistakes));
        page.addObject("refused", refused);
        page.addObject("shown", form);
        page.addObject("stale", false);
        page.addObject("wanted", wanted(person));
        if (!mistakes.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private List<Wanted> wanted(StaffMember person) {
        Map<String, Integer> waiting = sessions.wanted(person.schoolId());
        return words.catalogue().interventions().stream()
                .map(one -> new Wanted(one.code(), one.title(), waiting.getOrDefault(one.code(), 0), one.places()))
                .filter(one -> one.places() > 1)
                .sorted(Comparator.comparing((Wanted one) -> -one.students()).thenComparing(Wanted::title))
                .toList();
    }

    static ModelAndView to(String address) {
        return SeeOther.at(address);
    }
}
