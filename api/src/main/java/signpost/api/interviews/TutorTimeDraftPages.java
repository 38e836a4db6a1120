package signpost.api.interviews;

import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;

/** Keeps what a tutor has typed of a group and not saved yet, and throws it away when they say so. */
@Controller
@RequestMapping("/tutor-time")
@PreAuthorize("hasAuthority('RECORD_TUTOR_TIME')")
class TutorTimeDraftPages {

    private static final String GROUP = "/{group}";
    private static final String LEAVERS = "/leavers/{summer:\\d{1,4}}";
    private static final int LONGEST = 200_000;

    private final SittingDrafts drafts;
    private final Sittings sittings;
    private final Clock clock;

    TutorTimeDraftPages(SittingDrafts drafts, Sittings sittings, Clock clock) {
        this.drafts = drafts;
        this.sittings = sittings;
        this.clock = clock;
    }

    /** What the page's script sends while somebody types. */
    @PostMapping(
            path = {GROUP + "/draft", LEAVERS + "/draft"},
            headers = "Signpost-Autosave")
    ResponseEntity<String> autosave(
            @PathVariable Optional<String> group,
            @PathVariable Optional<Integer> summer,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        SittingForm form = SittingForm.of(sent);
        boolean tooLong = form.length() > LONGEST;
        var answer = ResponseEntity.status(tooLong ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.OK)
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"));
        return tooLong
                ? answer.body("This is more than a draft can hold. Shorten what you wrote.")
                : answer.body("Draft saved at "
                        + Moments.words(drafts.keep(person.staffId(), found(group, summer), form), clock.getZone())
                        + ".");
    }

    @PostMapping({GROUP + "/draft", LEAVERS + "/draft"})
    ModelAndView keep(
            @PathVariable Optional<String> group,
            @PathVariable Optional<Integer> summer,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        SittingForm form = SittingForm.of(sent);
        if (form.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        Sitting sitting = found(group, summer);
        drafts.keep(person.staffId(), sitting, form);
        return SeeOther.at(sitting.address());
    }

    @PostMapping({GROUP + "/draft/discard", LEAVERS + "/draft/discard"})
    ModelAndView discard(
            @PathVariable Optional<String> group,
            @PathVariable Optional<Integer> summer,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Sitting sitting = found(group, summer);
        drafts.discard(person.staffId(), sitting);
        next.addFlashAttribute("done", "Draft discarded.");
        return SeeOther.at(sitting.address());
    }

    private Sitting found(Optional<String> group, Optional<Integer> summer) {
        return summer.flatMap(sittings::leavers)
                .or(() -> group.flatMap(sittings::group))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
