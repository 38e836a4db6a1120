package signpost.api.sessions;

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
import signpost.api.deliveries.Effect;
import signpost.api.deliveries.OutcomeSheet;
import signpost.api.deliveries.OutcomeWords;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;

/** What a session changed for whoever came: a line a student, saved together. */
@Controller
@RequestMapping("/sessions/{id}/outcomes")
@PreAuthorize("hasAuthority('DECIDE')")
class MarkSheetPages {

    private final KnownSessions known;
    private final Rosters rosters;
    private final SessionWords words;
    private final OutcomeSheet sheet;

    MarkSheetPages(KnownSessions known, Rosters rosters, SessionWords words, OutcomeSheet sheet) {
        this.known = known;
        this.rosters = rosters;
        this.words = words;
        this.sheet = sheet;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ModelAndView outcomes(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        List<UUID> delivered = rosters.of(person.schoolId(), id).delivered();
        return outcomes(person, id, sheet.lines(sheet.read(person.schoolId(), delivered)), "");
    }

    @PostMapping
    @Transactional
    ModelAndView mark(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        known.of(person, id);
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
        page.addObject("said", words.said(known.of(person, id)));
        page.addObject("lines", lines);
        page.addObject("effects", Effect.values());
        page.addObject("partly", partly);
        return page;
    }
}
