package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.assignments.Colleagues.People;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;

/** Shows what a change would do, with all that was typed, and makes it once that was seen. */
@Component
class AssignmentPreviews {

    /** What the form was sent with besides what was typed. */
    private static final List<String> OURS = List.of("seen", "_csrf", "preview", "back", "more");

    private final Assigning assigning;
    private final Colleagues colleagues;

    AssignmentPreviews(Assigning assigning, Colleagues colleagues) {
        this.assigning = assigning;
        this.colleagues = colleagues;
    }

    /** A line of what would change. */
    record Line(String from, String to, int students) {}

    /** @param address where the form was sent, and is sent again to make the change */
    ModelAndView answer(
            StaffMember person,
            Proposal proposal,
            String address,
            MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Optional<Integer> seen = seen(sent);
        if (seen.isEmpty()) {
            return page(person, assigning.preview(person.schoolId(), proposal), address, sent, false);
        }
        Assigning.Answer answer = assigning.make(person.schoolId(), person.staffId(), proposal, seen.get());
        if (answer instanceof Assigning.Answer.Stale stale) {
            ModelAndView again = page(person, stale.now(), address, sent, true);
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
        int students = ((Assigning.Answer.Made) answer).students();
        next.addFlashAttribute("done", "Changed. " + words(students));
        return to("/assignments");
    }

    static ModelAndView to(String address) {
        return SeeOther.at(address);
    }

    private ModelAndView page(
            StaffMember person,
            Assigning.Preview preview,
            String address,
            MultiValueMap<String, String> sent,
            boolean stale) {
        People people = colleagues.of(person.schoolId());
        MultiValueMap<String, String> typed = new org.springframework.util.LinkedMultiValueMap<>(sent);
        OURS.forEach(typed::remove);
        ModelAndView page = new ModelAndView("assignment-preview");
        page.addObject(
                "moves",
                preview.moves().stream()
                        .map(move -> new Line(people.name(move.from()), people.name(move.to()), move.students()))
                        .toList());
        page.addObject("words", words(preview.students()));
        page.addObject("students", preview.students());
        page.addObject("seen", preview.seen());
        page.addObject("address", address);
        page.addObject("typed", typed);
        page.addObject("stale", stale);
        return page;
    }

    static String words(int students) {
        return switch (students) {
            case 0 -> "No student has another adviser by this.";
            case 1 -> "One student has another adviser.";
            default -> students + " students have another adviser.";
        };
    }

    private static Optional<Integer> seen(MultiValueMap<String, String> sent) {
        return Optional.ofNullable(sent.getFirst("seen"))
                .filter(text -> text.matches("\\d{1,9}") && !sent.containsKey("preview"))
                .map(Integer::valueOf);
    }
}
