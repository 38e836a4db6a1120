package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Api;
import signpost.api.terms.Terms;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import tools.jackson.databind.JsonNode;

/** What came of a rule, from what people decided and did. */
@SignpostTest
class RuleWorthTest {

    private static final String RULE = "Maths below grade 4";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Counted counted;

    @Autowired
    Comments comments;

    @Autowired
    LookingAt looking;

    @Autowired
    TestCohort cohort;

    @Autowired
    LinesOfTerm lines;

    @Autowired
    Terms terms;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private Api mis;

    @BeforeEach
    void twelveStudentsWithWeakMaths() {
        school = schools.school();
        mis = new Api(port, school.token());
        IntStream.rangeClosed(1, 12).forEach(at -> students.enrol(school.id(), "A" + at, WEAK_MATHS));
    }

    @Test
    void everySuggestionCountsForItsRuleByWhatCameOfIt() {
        String first = accept("A1");
        accept("A2");
        override("A3", "NOT-NOW", "");
        override("A4", "NO-CAPACITY", "");
        deliver(first);

        RuleCounts rule = ofRule();

        assertThat(rule.fired()).isEqualTo(12);
        assertThat(rule.suggested()).isEqualTo(12);
        assertThat(rule.accepted()).isEqualTo(2);
        assertThat(rule.overridden()).isEqualTo(Map.of("NOT-NOW", 1, "NO-CAPACITY", 1));
        assertThat(rule.open()).isEqualTo(8);
        assertThat(rule.delivered()).isEqualTo(1);
        assertThat(rule.effects()).isEqualTo(Map.of("HELPED", 1));
        assertThat(line(Role.HEAD_OF_DESTINATIONS))
                .isEqualTo(
                        "Fired for 12 students this term; 2 accepted, 2 overridden (1 right idea but the wrong moment, 1 no"
                                + " place or time this term), 1 delivered.");
    }

    @Test
    void aTermThatIsOverKeepsItsFigures() {
        accept("A1");
        students.endTermYesterday(school.id());

        assertThat(in(() -> counted.ofRule(school.id(), RULE)))
                .anySatisfy(term -> assertThat(term.accepted()).isEqualTo(1));
        assertThat(in(() -> counted.ofTerm(school.id(), now())))
                .allSatisfy(rule -> assertThat(rule.accepted()).isZero());
    }

    @Test
    void whoeverSeesNoStudentsSeesNoSmallCounts() {
        accept("A1");
        override("A2", "NOT-NOW", "");

        assertThat(line(Role.SENIOR_LEADER)).isEqualTo("Fired for 12 students this term.");
        assertThat(line(Role.TUTOR)).isEqualTo("Fired for 12 students this term.");
    }

    @Test
    void aRuleWhoseStudentsDoAsWellAsAllLeaversIsOneToLookAt() {
        IntStream.rangeClosed(1, 4).forEach(at -> students.enrol(school.id(), "B" + at, Map.of()));
        became(12, "sustained", "not sustained");
        assertThat(wellPlaced(Role.HEAD_OF_DESTINATIONS))
                .contains(new ToLookAt.Line(RULE, "Sustained: 12 of 12 it fired for; 12 of 16 of all."));
        assertThat(wellPlaced(Role.SENIOR_LEADER))
                .contains(new ToLookAt.Line(RULE, "Numbers are shown to those who may look students up."));
        became(11, "not sustained", "sustained");
        assertThat(wellPlaced(Role.HEAD_OF_DESTINATIONS))
                .extracting(ToLookAt.Line::rule)
                .doesNotContain(RULE);
    }

    /** What became of the first so many students the rule fired for, and of everybody else. */
    private void became(int first, String ofThem, String ofTheOthers) {
        cohort.take(
                school.id(),
                IntStream.rangeClosed(0, 16)
                        .mapToObj(at -> at == 0
                                ? "student_id,outcome"
                                : (at <= 12 ? "A" + at : "B" + (at - 12)) + "," + (at <= first ? ofThem : ofTheOthers))
                        .toArray(String[]::new));
    }

    private List<ToLookAt.Line> wellPlaced(Role role) {
        return in(() -> looking.rules(person(school, role))).stream()
                .filter(reason -> reason.id().equals("well-placed"))
                .flatMap(reason -> reason.rules().stream())
                .toList();
    }

    @Test
    void whatAdvisersWroteIsReadWithoutTheStudentsName() {
        override("A1", "OTHER", "Robin and the Marsh family know; robins do not.");

        assertThat(in(() -> comments.of(school.id(), RULE)))
                .extracting(Comments.Comment::words)
                .containsExactly("[the student] and the [the student] family know; robins do not.");
    }

    @Test
    void anotherSchoolsFiguresAreNotCounted() {
        accept("A1");
        UUID foreign = schools.school().id();

        assertThat(schools.scope().within(foreign, () -> counted.ofSchool(school.id())))
                .isEmpty();
        assertThat(schools.scope().within(foreign, () -> comments.of(school.id(), RULE)))
                .isEmpty();
    }

    @Test
    void theBooksFiguresTakeTheSameStatementsHoweverManyStudentsThereAre() {
        var few = schools.school();
        students.enrol(few.id(), "A1", WEAK_MATHS);

        assertThat(statements(school)).isEqualTo(statements(few)).isBetween(1, 5);
    }

    private int statements(TestSchools.TestSchool of) {
        StaffMember person = person(of, Role.HEAD_OF_DESTINATIONS);
        schools.scope().within(of.id(), () -> lines.lines(person));
        return CountedStatements.during(() -> schools.scope().within(of.id(), () -> lines.lines(person)));
    }

    private String line(Role role) {
        StaffMember person = person(school, role);
        return in(() -> lines.lines(person)).getOrDefault(RULE, "");
    }

    private RuleCounts ofRule() {
        return in(() -> counted.ofTerm(school.id(), now())).stream()
                .filter(one -> one.rule().equals(RULE))
                .findFirst()
                .orElseThrow();
    }

    private UUID now() {
        return in(() -> terms.on(school.id(), LocalDate.now(clock)).id());
    }

    private String accept(String student) {
        String id = maths(student);
        feedback(id, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        return id;
    }

    private void override(String student, String reason, String comment) {
        feedback(
                maths(student),
                "{\"outcome\":\"overridden\",\"overrideReason\":{\"code\":\"" + reason + "\",\"comment\":\"" + comment
                        + "\"},\"decidedBy\":\"One\"}");
    }

    private void feedback(String id, String json) {
        assertThat(mis.post("/api/v1/recommendations/" + id + "/feedback", json).status())
                .isLessThan(300);
    }

    private void deliver(String id) {
        assertThat(mis.post(
                                "/api/v1/recommendations/" + id + "/deliveries",
                                "{\"what\":\"delivered\",\"on\":\"" + LocalDate.now(clock)
                                        + "\",\"recordedBy\":\"One\",\"outcome\":\"helped\"}")
                        .status())
                .isLessThan(300);
    }

    private String maths(String student) {
        for (JsonNode made : mis.get("/api/v1/students/" + student + "/recommendations")
                .json()
                .get("recommendations")) {
            if (made.get("intervention").asString().equals("MAT-01")) {
                return made.get("id").asString();
            }
        }
        throw new AssertionError(List.of(student));
    }

    private static StaffMember person(TestSchools.TestSchool school, Role role) {
        var added = school.person(role);
        return new StaffMember(
                added.accountId(), added.staffId(), added.displayName(), school.id(), school.name(), Set.of(role));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
