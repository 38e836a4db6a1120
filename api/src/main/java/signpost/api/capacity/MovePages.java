package signpost.api.capacity;

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
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.pages.SentId;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;

/** Where an adviser moves somebody up or back in the line, with the reason. */
@Controller
@RequestMapping("/capacity/moves/{id}")
@PreAuthorize("hasAuthority('DECIDE')")
class MovePages {

    private final Moving moving;
    private final MovesInLine moves;
    private final Foreseen foreseen;
    private final Recommendations recommendations;
    private final Students students;
    private final BookInForce book;

    MovePages(
            Moving moving,
            MovesInLine moves,
            Foreseen foreseen,
            Recommendations recommendations,
            Students students,
            BookInForce book) {
        this.moving = moving;
        this.moves = moves;
        this.foreseen = foreseen;
        this.recommendations = recommendations;
        this.students = students;
        this.book = book;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return page(found(id, person), person, new Moving.Asked("", "", Optional.empty()), Mistakes.NONE);
    }

    /** @param sent where to, why, and the last move that the person saw */
    @PostMapping
    @Transactional
    ModelAndView move(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Recommendation now = found(id, person);
        Moving.Asked asked = new Moving.Asked(
                sent.getOrDefault("direction", ""),
                FreeText.clean(sent.getOrDefault("reason", "")),
                SentId.of(sent.getOrDefault("seen", "")));
        Map<Direction, String> meant = foreseen.of(person.schoolId(), id);
        Moving.Answer answer = moving.move(id, asked, person);
        if (answer instanceof Moving.Answer.Moved moved) {
            next.addFlashAttribute(
                    "done",
                    (name(now) + " is " + moved.direction().done() + ". " + meant.getOrDefault(moved.direction(), ""))
                            .strip());
            return SeeOther.at("/capacity/lines/" + now.intervention());
        }
        Mistakes mistakes = answer instanceof Moving.Answer.Refused refused ? refused.mistakes() : Mistakes.NONE;
        ModelAndView page = page(now, person, asked, mistakes);
        if (answer instanceof Moving.Answer.Stale stale) {
            page.addObject(
                    "changes",
                    List.of(stale.since().by() + " " + stale.since().direction().done() + " this student: “"
                            + stale.since().reason() + "”"));
        }
        page.setStatus(mistakes.none() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Recommendation now, StaffMember person, Moving.Asked asked, Mistakes mistakes) {
        List<MovesInLine.Moved> made = moves.of(person.schoolId(), List.of(now.id()));
        ModelAndView page = new ModelAndView("capacity-move");
        page.addObject("id", now.id());
        page.addObject("student", now.student());
        page.addObject("name", name(now));
        page.addObject("code", now.intervention());
        page.addObject("intervention", title(now.intervention()));
        page.addObject("open", now.state() == State.SUGGESTED);
        page.addObject("asked", asked);
        page.addObject(
                "seen",
                made.stream().findFirst().map(one -> one.id().toString()).orElse(""));
        page.addObject("made", made);
        page.addObject("directions", Direction.values());
        page.addObject(
                "foreseen", now.state() == State.SUGGESTED ? foreseen.of(person.schoolId(), now.id()) : Map.of());
        page.addObject("mistakes", mistakes);
        page.addObject("changes", List.of());
        return page;
    }

    private Recommendation found(UUID id, StaffMember person) {
        return recommendations
                .find(person.schoolId(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String name(Recommendation now) {
        return students.byId(now.student()).map(Student::name).orElseThrow();
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
