package signpost.api.deliveries;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;

/** The deliveries whose review date has come: what did they change? Recorded where they are listed. */
@Controller
@RequestMapping("/reviews")
@PreAuthorize("hasAuthority('DECIDE')")
class ReviewPages {

    /** On one page: so many can be talked through in one sitting. */
    private static final int PAGE = 50;

    private final Reviews reviews;
    private final OutcomeSheet sheet;
    private final Clock clock;

    ReviewPages(Reviews reviews, OutcomeSheet sheet, Clock clock) {
        this.reviews = reviews;
        this.sheet = sheet;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ModelAndView show(@AuthenticationPrincipal StaffMember person) {
        LocalDate today = LocalDate.now(clock);
        List<Review> due = reviews.due(person.schoolId(), today, PAGE);
        return page(sheet.lines(due), reviews.count(person.schoolId(), today));
    }

    @PostMapping
    @Transactional
    ModelAndView save(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        List<UUID> lines = sent.keySet().stream()
                .filter(name -> name.startsWith("seen-"))
                .map(name -> SentId.of(name.substring("seen-".length())))
                .flatMap(Optional::stream)
                .limit(PAGE)
                .toList();
        OutcomeSheet.Saved saved = sheet.save(person, lines, sent);
        if (saved.told().isEmpty()) {
            next.addFlashAttribute("done", OutcomeWords.saved(saved, List.of()));
            return SeeOther.at("/reviews");
        }
        List<Review> left = sheet.read(
                person.schoolId(),
                lines.stream().filter(saved.told()::containsKey).toList());
        List<OutcomeSheet.Line> again = sheet.again(left, sent, saved);
        ModelAndView page = page(again, reviews.count(person.schoolId(), LocalDate.now(clock)));
        page.addObject("partly", OutcomeWords.saved(saved, again));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView page(List<OutcomeSheet.Line> lines, int due) {
        ModelAndView page = new ModelAndView("reviews");
        page.addObject("lines", lines);
        page.addObject("due", due);
        page.addObject("effects", Effect.values());
        page.addObject("partly", "");
        return page;
    }
}
