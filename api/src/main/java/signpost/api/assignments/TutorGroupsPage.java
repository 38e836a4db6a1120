package signpost.api.assignments;

import signpost.api.pages.SentId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import signpost.api.schools.SchoolLock;
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
    private final SchoolLock lock;
    private final Colleagues colleagues;

    TutorGroupsPage(
            TutorGroups tutorGroups,
            AssignmentOverview overview,
            AssignmentChanges changes,
            SchoolLock lock,
            Colleagues colleagues) {
        this.tutorGroups = tutorGroups;
        this.overview = overview;
        this.changes = changes;
        this.lock = lock;
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
        lock.hold(school);
        Map<String, List<UUID>> before = tutorGroups.all(school);
        Map<String, List<UUID>> wanted = wanted(sent, colleagues.of(school), before);
        if (!sent.getOrDefault("seen", "").equals("" + changes.last(school, Kind.TUTOR_GROUPS))) {
            ModelAndView again = page(school, wanted, differences(before, wanted, colleagues.of(school)));
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
        wanted.entrySet().removeIf(group -> group.getValue().equals(before.getOrDefault(group.getKey(), List.of())));
        if (!wanted.isEmpty()) {
            int change = changes.add(school, Kind.TUTOR_GROUPS, false, 0, person.staffId());
            wanted.forEach((group, tutors) -> tutorGroups.set(school, change, group, tutors));
        }
        next.addFlashAttribute(
                "done", wanted.size() == 1 ? "One group was changed." : wanted.size() + " groups were changed.");
        return AssignmentPreviews.to(ADDRESS);
    }

    /** What was chosen; whoever is no tutor is left out, unless the group is theirs already. */
    private static Map<String, List<UUID>> wanted(
            Map<String, String> sent, People people, Map<String, List<UUID>> before) {
        Map<String, List<UUID>> wanted = new TreeMap<>();
        for (int at = 1; sent.containsKey("group-" + at); at++) {
            String group = sent.getOrDefault("group-" + at, "");
            Set<UUID> chosen = new LinkedHashSet<>();
            for (int place = 1; place <= TutorGroups.TUTORS; place++) {
                SentId.of(sent.get("tutor-" + at + "-" + place))
                        .filter(id -> people.isTutor(id)
                                || before.getOrDefault(group, List.of()).contains(id))
                        .ifPresent(chosen::add);
            }
            wanted.put(group, List.copyOf(chosen));
        }
        return wanted;
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
