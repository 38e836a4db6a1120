package signpost.api.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import signpost.api.assignments.AssignmentChanges.Kind;
import signpost.api.assignments.Colleagues.People;
import signpost.api.schools.StaffMember;

/** Where tutors are given their groups. */
@Controller
@RequestMapping(TutorGroupsPage.ADDRESS)
@PreAuthorize("hasAuthority('ASSIGN')")
class TutorGroupsPage {

    static final String ADDRESS = "/assignments/tutor-groups";

    /** A group with its tutors, as chosen. */
    record Listed(String name, int students, String first, String second) {}

    private final TutorGroups tutorGroups;
    private final AssignmentOverview overview;
    private final AssignmentChanges changes;
    private final ChangingTutors changing;
    private final Colleagues colleagues;

    TutorGroupsPage(
            TutorGroups tutorGroups,
            AssignmentOverview overview,
            AssignmentChanges changes,
            ChangingTutors changing,
            Colleagues colleagues) {
        this.tutorGroups = tutorGroups;
        this.overview = overview;
        this.changes = changes;
        this.changing = changing;
        this.colleagues = colleagues;
    }

    @GetMapping
    @Transactional
    ModelAndView ask(@AuthenticationPrincipal StaffMember person) {
        return page(person.schoolId(), tutorGroups.all(person.schoolId()), List.of());
    }

    /** Changes the groups whose tutors are others than before; all of it, or none when somebody else was first. */
    @PostMapping
    @Transactional
    ModelAndView change(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        UUID school = person.schoolId();
        ChangingTutors.Answer answer = changing.change(school, sent, person.staffId());
        if (answer instanceof ChangingTutors.Answer.Stale stale) {
            List<String> others = differences(stale.now(), stale.wanted(), colleagues.of(school));
            ModelAndView again = page(school, stale.wanted(), others);
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
        int groups = answer instanceof ChangingTutors.Answer.Done done ? done.groups() : 0;
        next.addFlashAttribute("done", groups == 1 ? "One group was changed." : groups + " groups were changed.");
        return AssignmentPreviews.to(ADDRESS);
    }

    private static List<String> differences(
            Map<String, List<UUID>> now, Map<String, List<UUID>> wanted, People people) {
        List<String> lines = new ArrayList<>();
        wanted.forEach((group, tutors) -> {
            List<UUID> standing = now.getOrDefault(group, List.of());
            if (!standing.equals(tutors)) {
                lines.add("Group " + group + " has now: " + names(standing, people));
            }
        });
        return lines.isEmpty() ? List.of("What somebody else changed is what you chose.") : lines;
    }

    private static String names(List<UUID> tutors, People people) {
        return tutors.isEmpty()
                ? "nobody"
                : String.join(
                        ", ",
                        tutors.stream()
                                .map(id -> people.name(java.util.Optional.of(id)))
                                .toList());
    }

    private ModelAndView page(UUID school, Map<String, List<UUID>> chosen, List<String> changed) {
        ModelAndView page = new ModelAndView("assignment-tutor-groups");
        page.addObject(
                "groups",
                overview.groups(school).stream()
                        .map(group -> {
                            List<UUID> tutors = chosen.getOrDefault(group.name(), List.of());
                            return new Listed(group.name(), group.students(), at(tutors, 0), at(tutors, 1));
                        })
                        .toList());
        People people = colleagues.of(school);
        page.addObject(
                "tutors",
                people.all().stream()
                        .filter(one -> people.isTutor(one.id())
                                || chosen.values().stream().anyMatch(tutors -> tutors.contains(one.id())))
                        .toList());
        page.addObject("seen", changes.last(school, Kind.TUTOR_GROUPS));
        page.addObject("changes", changed);
        return page;
    }

    private static String at(List<UUID> tutors, int place) {
        return tutors.size() > place ? tutors.get(place).toString() : "";
    }
}
