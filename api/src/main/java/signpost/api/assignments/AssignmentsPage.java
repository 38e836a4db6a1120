package signpost.api.assignments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import signpost.api.assignments.Colleagues.People;
import signpost.api.schools.Schools;
import signpost.api.schools.StaffMember;

/** Who has how many, who is nobody's, who stands in for whom, and what was changed. Names no student. */
@Controller
@PreAuthorize("hasAuthority('ASSIGN')")
class AssignmentsPage {

    /**
     * A line of the list.
     *
     * @param adviser false for somebody who has students and is no adviser any more
     */
    record Listed(UUID id, String name, boolean adviser, int students, int byHand, String cover) {}

    /** A rule in words. */
    record RuleLine(String who, String adviser) {}

    private final AssignmentOverview overview;
    private final AssignmentRules rules;
    private final Covers covers;
    private final AssignmentHistory history;
    private final TakingBack takingBack;
    private final Colleagues colleagues;
    private final Clock clock;

    AssignmentsPage(
            AssignmentOverview overview,
            AssignmentRules rules,
            Covers covers,
            AssignmentHistory history,
            TakingBack takingBack,
            Colleagues colleagues,
            Clock clock) {
        this.overview = overview;
        this.rules = rules;
        this.covers = covers;
        this.history = history;
        this.takingBack = takingBack;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    @GetMapping("/assignments")
    @Transactional
    String show(@AuthenticationPrincipal StaffMember person, Model model) {
        UUID school = person.schoolId();
        People people = colleagues.of(school);
        List<AssignmentOverview.Nobodys> nobodys = overview.nobodys(school);
        model.addAttribute("advisers", listed(school, people));
        model.addAttribute(
                "rules",
                rules.of(school).stream()
                        .map(rule -> new RuleLine(rule.who(), people.name(Optional.of(rule.staff()))))
                        .toList());
        takingBack.offered(school, LocalDate.now(clock)).ifPresent(moved -> model.addAttribute("moved", moved));
        model.addAttribute("nobodys", nobodys);
        model.addAttribute(
                "unassigned",
                nobodys.stream().mapToInt(AssignmentOverview.Nobodys::students).sum());
        return "assignments";
    }

    @GetMapping("/assignments/history")
    @Transactional
    String history(@AuthenticationPrincipal StaffMember person, Model model) {
        model.addAttribute("changes", history.of(person.schoolId()));
        return "assignment-history";
    }

    private List<Listed> listed(UUID school, People people) {
        LocalDate today = LocalDate.now(clock);
        List<Cover> now = covers.from(school, today).stream()
                .filter(cover -> !cover.from().isAfter(today))
                .toList();
        Map<UUID, AssignmentOverview.Had> had = overview.had(school).stream()
                .collect(Collectors.toMap(AssignmentOverview.Had::staff, Function.identity()));
        List<Listed> lines = new ArrayList<>();
        for (Schools.Member one : people.all()) {
            boolean adviser = people.isAdviser(Optional.of(one.id()));
            AssignmentOverview.Had theirs = had.getOrDefault(one.id(), new AssignmentOverview.Had(one.id(), 0, 0));
            if (adviser || theirs.students() > 0) {
                String cover = words(one.id(), now);
                lines.add(new Listed(one.id(), one.displayName(), adviser, theirs.students(), theirs.byHand(), cover));
            }
        }
        return lines;
    }

    private static String words(UUID id, List<Cover> now) {
        String away = now.stream()
                .filter(cover -> cover.absent().equals(id))
                .map(Cover::standInName)
                .distinct()
                .collect(Collectors.joining(", "));
        String standsIn = now.stream()
                .filter(cover -> cover.standIn().equals(id))
                .map(Cover::absentName)
                .distinct()
                .collect(Collectors.joining(", "));
        return (away.isEmpty() ? "" : "Away, covered by " + away)
                + (away.isEmpty() || standsIn.isEmpty() ? "" : "; ")
                + (standsIn.isEmpty() ? "" : "Stands in for " + standsIn);
    }
}
