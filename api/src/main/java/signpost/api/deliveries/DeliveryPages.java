package signpost.api.deliveries;

import java.time.Clock;
import java.time.LocalDate;
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
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.engine.catalogue.Intervention;
import signpost.engine.vocabulary.Dates;

/** Where a person records what became of something accepted, how it went, and takes back what was a mistake. */
@Controller
@RequestMapping("/recommendations/{id}/delivery")
@PreAuthorize("hasAuthority('DECIDE')")
class DeliveryPages {

    private final Delivering delivering;
    private final Recommendations recommendations;
    private final Students students;
    private final BookInForce book;
    private final Clock clock;

    DeliveryPages(
            Delivering delivering, Recommendations recommendations, Students students, BookInForce book, Clock clock) {
        this.delivering = delivering;
        this.recommendations = recommendations;
        this.students = students;
        this.book = book;
        this.clock = clock;
    }

    /** What happened, of what is accepted; how it went, of what was delivered. */
    @GetMapping
    @Transactional
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        Recommendation now = find(person.schoolId(), id);
        DeliveryForm form = DeliveryForm.empty(LocalDate.now(clock));
        boolean open = now.state() == State.ACCEPTED || now.state() == State.DELIVERED;
        return open ? page(now, form, Mistakes.NONE) : closed(now, Delivering.notAccepted(now));
    }

    @PostMapping
    @Transactional
    ModelAndView record(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        DeliveryForm form = DeliveryForm.of(sent);
        return answer(person, id, form, delivering.record(person.schoolId(), id, form.told(by(person))), "", next);
    }

    @PostMapping("/outcome")
    @Transactional
    ModelAndView effect(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        DeliveryForm form = DeliveryForm.of(sent);
        Answer answer = delivering.effect(person.schoolId(), id, form.outcome(), by(person));
        return answer(person, id, form, answer, "", next);
    }

    /** @param delivery what the person saw as recorded last */
    @PostMapping("/undo")
    @Transactional
    ModelAndView undo(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> delivery,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Answer answer = delivering.undo(person.schoolId(), id, delivery, by(person));
        return answer(person, id, DeliveryForm.empty(LocalDate.now(clock)), answer, "Undone: ", next);
    }

    private ModelAndView answer(
            StaffMember person, UUID id, DeliveryForm form, Answer answer, String prefix, RedirectAttributes next) {
        Recommendation now = find(person.schoolId(), id);
        if (answer instanceof Answer.Recorded recorded) {
            Delivery delivery = recorded.delivery();
            String said = delivery.what().words() + " " + Dates.words(delivery.on());
            next.addFlashAttribute("done", prefix + title(now) + ". " + said + ".");
            return SeeOther.at("/students/" + now.student());
        }
        if (answer instanceof Answer.Refused refused) {
            ModelAndView page = page(
                    now,
                    form,
                    new Mistakes(refused.wrong().stream().map(form::mistake).toList()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return closed(now, answer instanceof Answer.Closed closed ? closed.because() : "");
    }

    private ModelAndView closed(Recommendation now, String because) {
        ModelAndView page = page(now, DeliveryForm.empty(LocalDate.now(clock)), Mistakes.NONE);
        page.addObject("closed", because);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(Recommendation now, DeliveryForm form, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("delivery");
        page.addObject("id", now.id());
        page.addObject("student", students.byId(now.student()).orElseThrow());
        page.addObject("intervention", title(now));
        page.addObject("deliveredOn", now.deliveredOn().map(Dates::words).orElse(""));
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        page.addObject("meetings", meetings(now));
        page.addObject("effects", Effect.values());
        page.addObject("closed", "");
        return page;
    }

    private Recommendation find(UUID school, UUID id) {
        return recommendations.find(school, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Recorder by(StaffMember person) {
        return Recorder.staff(person.staffId(), person.displayName());
    }

    private String title(Recommendation now) {
        return book.recommender().book().catalogue().title(now.intervention());
    }

    private int meetings(Recommendation now) {
        return book.recommender()
                .book()
                .catalogue()
                .intervention(now.intervention())
                .map(Intervention::meetings)
                .orElse(1);
    }
}
