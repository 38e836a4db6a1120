package signpost.api.sessions;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;

/** Who is put on a session's list, of those for whom what it is for was accepted. */
@Controller
@RequestMapping("/sessions/{id}/students")
@PreAuthorize("hasAuthority('DECIDE')")
class ListPages {

    private final KnownSessions known;
    private final GroupSessions sessions;
    private final Rosters rosters;
    private final SessionWork work;
    private final SessionWords words;
    private final Clock clock;

    ListPages(
            KnownSessions known,
            GroupSessions sessions,
            Rosters rosters,
            SessionWork work,
            SessionWords words,
            Clock clock) {
        this.known = known;
        this.sessions = sessions;
        this.rosters = rosters;
        this.work = work;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ModelAndView choose(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return students(person, id, Map.of(), Map.of(), "");
    }

    @PostMapping
    @Transactional
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        known.of(person, id);
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
        GroupSession session = known.of(person, id);
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
        page.addObject("over", session.over(LocalDate.now(clock)));
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
}
