package signpost.api.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.Effect;
import signpost.api.deliveries.OutcomeSheet;
import signpost.api.deliveries.OutcomeWords;
import signpost.api.deliveries.What;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;
import signpost.engine.vocabulary.Dates;

/** One session: its register, kept in one page and one save, and its mark sheet. */
@Controller
@RequestMapping("/sessions/{id}")
@PreAuthorize("hasAuthority('DECIDE')")
class RegisterPages {

    /** What the register calls taking the last mark back, or off the list. */
    private static final String OFF = "off";

    /**
     * A line of the register.
     *
     * @param was the code the person sees, or empty while planned
     * @param chosen the code chosen
     * @param elsewhere what was recorded of it somewhere else since, or empty
     * @param told why what was chosen was not saved, or empty
     */
    record Line(Roster.Row row, String was, String chosen, String elsewhere, String told) {}

    private final GroupSessions sessions;
    private final Rosters rosters;
    private final SessionWork work;
    private final SessionWords words;
    private final OutcomeSheet sheet;
    private final Clock clock;

    RegisterPages(
            GroupSessions sessions,
            Rosters rosters,
            SessionWork work,
            SessionWords words,
            OutcomeSheet sheet,
            Clock clock) {
        this.sessions = sessions;
        this.rosters = rosters;
        this.work = work;
        this.words = words;
        this.sheet = sheet;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return register(person, id, Map.of(), Map.of());
    }

    @PostMapping("/register")
    @Transactional
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        find(person, id);
        SessionWork.Result result = work.mark(person, id, marks(sent));
        String done = result.counted() == 0
                ? "Nothing new was recorded."
                : result.counted() == 1 ? "One student recorded." : result.counted() + " students recorded.";
        if (result.handedBack().isEmpty()) {
            next.addFlashAttribute("done", done);
            return SessionPages.to("/sessions/" + id);
        }
        ModelAndView page = register(person, id, sent, result.handedBack());
        page.addObject("partly", done + notSaved(page, result));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static String notSaved(ModelAndView page, SessionWork.Result result) {
        long below = ((List<?>) page.getModel().getOrDefault("lines", List.of()))
                .stream()
                        .filter(line -> line instanceof Line one && !one.told().isEmpty())
                        .count();
        long gone = result.handedBack().size() - below;
        return (below == 0
                        ? ""
                        : " " + below + (below == 1 ? " was" : " were")
                                + " not saved, because somebody recorded something else meanwhile. What you chose is"
                                + " still there: save again if you mean it.")
                + (gone == 0 ? "" : " " + gone + (gone == 1 ? " is" : " are") + " not on the list any more.");
    }

    /** What was changed on the page; what the person left as they saw it says nothing. */
    private static List<SessionWork.Mark> marks(Map<String, String> sent) {
        List<SessionWork.Mark> marks = new ArrayList<>();
        sent.forEach((name, code) -> {
            Optional<UUID> about =
                    name.startsWith("what-") ? SentId.of(name.substring("what-".length())) : Optional.empty();
            Optional<UUID> seen = about.flatMap(one -> SentId.of(sent.getOrDefault("seen-" + one, "")));
            Optional<What> what = What.of(code).filter(one -> one != What.PLANNED);
            if (seen.isPresent()
                    && (what.isPresent() || code.equals(OFF))
                    && !code.equals(sent.getOrDefault("was-" + about.orElseThrow(), ""))) {
                marks.add(new SessionWork.Mark(about.orElseThrow(), seen.get(), what));
            }
        });
        return marks;
    }

    private ModelAndView register(StaffMember person, UUID id, Map<String, String> sent, Map<UUID, String> handedBack) {
        GroupSession session = find(person, id);
        Roster roster = rosters.of(person.schoolId(), id);
        ModelAndView page = new ModelAndView("session");
        page.addObject("said", words.said(session));
        page.addObject(
                "lines",
                roster.rows().stream().map(row -> line(row, sent, handedBack)).toList());
        page.addObject("free", session.places() - roster.rows().size());
        page.addObject("open", !session.on().isAfter(LocalDate.now(clock)));
        page.addObject("over", session.on().isBefore(LocalDate.now(clock)));
        page.addObject("delivered", roster.delivered().size());
        page.addObject("partly", "");
        return page;
    }

    private static Line line(Roster.Row row, Map<String, String> sent, Map<UUID, String> handedBack) {
        String was = row.mark().what() == What.PLANNED ? "" : row.mark().what().code();
        String told = handedBack.getOrDefault(row.id(), "");
        return new Line(
                row,
                was,
                told.isEmpty() ? was : sent.getOrDefault("what-" + row.id(), was),
                row.elsewhere().map(RegisterPages::said).orElse(""),
                told);
    }

    private static String said(Delivery delivery) {
        return delivery.what().words() + " " + Dates.words(delivery.on()) + ", recorded by " + delivery.recordedBy()
                + " and not here.";
    }

    @GetMapping("/students")
    @Transactional(readOnly = true)
    ModelAndView choose(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return students(person, id, Map.of(), Map.of(), "");
    }

    @PostMapping("/students")
    @Transactional
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        find(person, id);
        Map<UUID, Optional<UUID>> chosen = new LinkedHashMap<>();
        sent.keySet().stream()
                .filter(name -> name.startsWith("choose-"))
                .flatMap(name -> SentId.of(name.substring("choose-".length())).stream())
                .forEach(one -> chosen.put(one, SentId.of(sent.getOrDefault("seen-" + one, ""))));
        if (chosen.isEmpty()) {
            return students(person, id, sent, Map.of(), "Choose at least one student, or go back to the register.");
        }
        SessionWork.Result result = work.add(person, id, chosen);
        if (!result.refused().isEmpty()) {
            return students(person, id, sent, Map.of(), result.refused());
        }
        String done = result.counted() == 1 ? "One student added." : result.counted() + " students added.";
        if (result.handedBack().isEmpty()) {
            next.addFlashAttribute("done", done);
            return SessionPages.to("/sessions/" + id);
        }
        return students(
                person,
                id,
                sent,
                result.handedBack(),
                done + " " + result.handedBack().size()
                        + (result.handedBack().size() == 1
                                ? " was not, because it changed meanwhile."
                                : " were not, because they changed meanwhile."));
    }

    private ModelAndView students(
            StaffMember person, UUID id, Map<String, String> sent, Map<UUID, String> handedBack, String refused) {
        GroupSession session = find(person, id);
        Rosters.Candidates candidates = rosters.candidates(person.schoolId(), session, LocalDate.now(clock));
        ModelAndView page = new ModelAndView("session-students");
        page.addObject("said", words.said(session));
        page.addObject("candidates", candidates);
        page.addObject(
                "free",
                session.places() - sessions.recorded(person.schoolId(), id).size());
        page.addObject("ticked", refused.isEmpty() || !handedBack.isEmpty() ? List.of() : ticked(sent));
        page.addObject("told", handedBack);
        page.addObject("refused", refused);
        page.addObject("over", session.on().isBefore(LocalDate.now(clock)));
        if (!refused.isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    private static List<String> ticked(Map<String, String> sent) {
        return sent.keySet().stream()
                .filter(name -> name.startsWith("choose-"))
                .map(name -> name.substring("choose-".length()))
                .toList();
    }

    @GetMapping("/outcomes")
    @Transactional(readOnly = true)
    ModelAndView outcomes(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        List<UUID> delivered = rosters.of(person.schoolId(), id).delivered();
        return outcomes(person, id, sheet.lines(sheet.read(person.schoolId(), delivered)), "");
    }

    @PostMapping("/outcomes")
    @Transactional
    ModelAndView mark(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        find(person, id);
        List<UUID> sentLines = sent.keySet().stream()
                .filter(name -> name.startsWith("seen-"))
                .flatMap(name -> SentId.of(name.substring("seen-".length())).stream())
                .toList();
        List<UUID> delivered = rosters.of(person.schoolId(), id).delivered();
        OutcomeSheet.Saved saved = sheet.save(person, sentLines, delivered::contains, sent);
        if (saved.told().isEmpty()) {
            next.addFlashAttribute("done", OutcomeWords.saved(saved, List.of()));
            return SessionPages.to("/sessions/" + id);
        }
        List<OutcomeSheet.Line> again = sheet.again(sheet.read(person.schoolId(), delivered), sent, saved);
        ModelAndView page = outcomes(person, id, again, OutcomeWords.saved(saved, again));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView outcomes(StaffMember person, UUID id, List<OutcomeSheet.Line> lines, String partly) {
        ModelAndView page = new ModelAndView("session-outcomes");
        page.addObject("said", words.said(find(person, id)));
        page.addObject("lines", lines);
        page.addObject("effects", Effect.values());
        page.addObject("partly", partly);
        return page;
    }

    private GroupSession find(StaffMember person, UUID id) {
        return sessions.find(person.schoolId(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
