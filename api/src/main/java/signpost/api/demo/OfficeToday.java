package signpost.api.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.api.schools.Schools;

/** What the head of destinations has arranged: whose caseload students are, who has which group, and what there is of help. */
final class OfficeToday {

    private static final Pattern PLACES = Pattern.compile(" name=\"places-([^\"]+)\"");
    private static final Pattern GROUP = Pattern.compile(" name=\"group-(\\d+)\" value=\"([^\"]+)\"");

    private final Person head;
    private final Weeks weeks;
    private final Map<String, UUID> staff;

    /** @param school who works there */
    OfficeToday(Person head, Weeks weeks, List<Schools.Member> school) {
        this.head = head;
        this.weeks = weeks;
        this.staff = school.stream().collect(Collectors.toMap(OfficeToday::role, Schools.Member::id));
    }

    /**
     * Arranges what nobody has arranged.
     *
     * @param scarce what is given in groups, that most wait for first, by code
     * @param tutored the groups of the tutor
     */
    void arrange(List<String> scarce, Set<String> tutored) {
        if (!head.page("/assignments/history").contains("The rules were changed")) {
            assign();
            tutors(tutored);
            cover();
        }
        if (head.page("/capacity/limits").contains("name=\"seen\" value=\"\"")) {
            limit(scarce);
        }
    }

    /** Years 10 and 11 are one adviser's, the sixth form and those who left the other's; shown first, then made. */
    private void assign() {
        Typed rules = new Typed();
        rule(rules, 1, "10", "adviser");
        rule(rules, 2, "11", "adviser");
        rule(rules, 3, "", "adviser2");
        String shown =
                head.send("/assignments/rules", rules.and("preview", "yes").fields());
        head.send("/assignments/rules", shown, Map.of());
    }

    private void rule(Typed rules, int place, String year, String adviser) {
        rules.and("order-" + place, "" + place)
                .and("year-" + place, year)
                .and("group-" + place, "")
                .and("staff-" + place, id(adviser));
    }

    private void tutors(Set<String> tutored) {
        String page = head.page("/assignments/tutor-groups");
        Typed typed = new Typed();
        Person.found(GROUP, page).stream()
                .filter(group -> tutored.contains(group.group(2)))
                .forEach(group -> typed.and("tutor-" + group.group(1) + "-1", id("tutor")));
        head.send("/assignments/tutor-groups", page, typed.fields());
    }

    private void cover() {
        head.send(
                "/assignments/cover",
                Typed.of("absent", id("adviser2"))
                        .and("stand-in", id("adviser"))
                        .and("from", weeks.soon())
                        .and("to", weeks.soon().plusDays(2))
                        .fields());
    }

    /** @param scarce interventions that more wait for than there are places, by code */
    private void limit(List<String> scarce) {
        String page = head.page("/capacity/limits");
        Typed typed = Typed.of("adviser-" + id("adviser"), "60").and("adviser-" + id("adviser2"), "40");
        List<String> offered = Person.found(PLACES, page).stream()
                .map(one -> one.group(1))
                .filter(scarce::contains)
                .toList();
        scarce.stream()
                .filter(offered::contains)
                .limit(3)
                .forEach(code -> typed.and("places-" + code, Integer.toString(18 + 6 * scarce.indexOf(code))));
        head.send("/capacity/limits", page, typed.fields());
    }

    private String id(String role) {
        return String.valueOf(staff.get(role));
    }

    /** {@code adviser2} of {@code adviser2.thornbeck}. */
    private static String role(Schools.Member member) {
        return member.username().replaceFirst("\\..*", "");
    }
}
