package signpost.api.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.What;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;
import signpost.engine.vocabulary.Dates;

/** One session and its register, kept in one page and one save. */
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

    private final KnownSessions known;
    private final Rosters rosters;
    private final SessionWork work;
    private final SessionWords words;
    private final Clock clock;

    RegisterPages(KnownSessions known, Rosters rosters, SessionWork work, SessionWords words, Clock clock) {
        this.known = known;
        this.rosters = rosters;
        this.work = work;
        this.words = words;
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
        known.of(person, id);
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
        GroupSession session = known.of(person, id);
        Roster roster = rosters.of(person.schoolId(), id);
        ModelAndView page = new ModelAndView("session");
        page.addObject("said", words.said(session));
        page.addObject(
                "lines",
                roster.rows().stream().map(row -> line(row, sent, handedBack)).toList());
        page.addObject("free", session.places() - roster.rows().size());
        page.addObject("meetings", words.meetings(session));
        page.addObject("open", !session.on().isAfter(LocalDate.now(clock)));
        page.addObject("over", session.over(LocalDate.now(clock)));
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
                row.elsewhere()
                        .map(since -> row.mark().what() == What.ATTENDED ? present(row.mark(), since) : said(since))
                        .orElse(""),
                told);
    }

    private static String present(Delivery here, Delivery since) {
        return "Present, recorded by " + here.recordedBy() + ". Since then: "
                + since.what().words().toLowerCase(Locale.UK) + " " + Dates.words(since.on()) + ".";
    }

    private static String said(Delivery delivery) {
        return delivery.what().words() + " " + Dates.words(delivery.on()) + ", recorded by " + delivery.recordedBy()
                + " and not here.";
    }
}
