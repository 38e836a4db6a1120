package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Api;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import tools.jackson.databind.JsonNode;

/** An interview that was accepted as help is delivered by holding it; nobody records it twice. */
@SignpostTest
class FulfillingTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String FOLLOW_UP = "PGI-02";
    private static final String WITH_TUTOR = "PGI-03";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Recording recording;

    private TestSchools.TestSchool school;
    private Api mis;
    private UUID student;
    private StaffMember adviser;

    @BeforeEach
    void twoInterviewsAccepted() {
        school = schools.school();
        mis = new Api(port, school.token());
        adviser = staff(Role.ADVISER);
        student = students.enrol(
                school.id(), "A1", Map.of("nc_year", "11", "enrol_status", "C", "barriers", "contact_time"));
        accept(FOLLOW_UP);
        accept(WITH_TUTOR);
    }

    @Test
    void holdingTheInterviewDeliversTheOneAccepted() {
        assertThat(saved(InterviewKind.GUIDANCE, "First words").delivered()).contains("Follow-up guidance interview");

        assertThat(of(FOLLOW_UP).get("state").asString()).isEqualTo("delivered");
        assertThat(deliveries(FOLLOW_UP))
                .singleElement()
                .satisfies(one -> assertThat(one.get("recordedBy").asString()).isEqualTo(adviser.displayName()));
        assertThat(of(WITH_TUTOR).get("state").asString()).isEqualTo("accepted");
    }

    @Test
    void savingItAgainDeliversNothingMoreEvenOnceItWasTakenBack() {
        saved(InterviewKind.GUIDANCE, "First words");
        assertThat(saved(InterviewKind.GUIDANCE, "Other words").delivered()).isEmpty();
        JsonNode kept = deliveries(FOLLOW_UP).get(0);
        assertThat(deliveries(FOLLOW_UP)).hasSize(1);

        assertThat(mis.post(
                                path(FOLLOW_UP, "deliveries/" + kept.get("id").asString() + "/undo"),
                                "{\"recordedBy\":\"One\"}")
                        .status())
                .isEqualTo(200);
        assertThat(saved(InterviewKind.GUIDANCE, "Last words").delivered()).isEmpty();
        assertThat(of(FOLLOW_UP).get("state").asString()).isEqualTo("accepted");
        assertThat(deliveries(FOLLOW_UP)).isEmpty();
    }

    @Test
    void anInterviewOfAnotherKindDeliversNothing() {
        assertThat(saved(InterviewKind.LEAVER, "Rang the mobile").delivered()).isEmpty();

        assertThat(of(FOLLOW_UP).get("state").asString()).isEqualTo("accepted");
        assertThat(of(WITH_TUTOR).get("state").asString()).isEqualTo("accepted");
    }

    @Test
    void aTutorDeliversTheirConversationAndIsToldAsFarAsTheyMaySee() {
        adviser = staff(Role.TUTOR);
        assertThat(saved(InterviewKind.TUTOR, "Talked").delivered()).contains("Tutor careers conversation");
        assertThat(of(WITH_TUTOR).get("state").asString()).isEqualTo("delivered");

        student = students.enrol(
                school.id(),
                "A1b",
                Map.of("nc_year", "11", "enrol_status", "C", "barriers", "other", "plan_state", "applied"));
        accept("A1b", WITH_TUTOR);
        assertThat(saved(InterviewKind.TUTOR, "Talked").delivered())
                .as("asked for by a barrier, which tutors do not see")
                .isEmpty();
        assertThat(of("A1b", WITH_TUTOR).get("state").asString()).isEqualTo("delivered");
    }

    @Test
    void anInterviewFromBeforeItWasSuggestedIsNotTheOne() {
        var form = open(InterviewKind.GUIDANCE).with("notes", "Last week");
        LocalDate before = TODAY.minusDays(7);
        var then = form.with("on-day", before.getDayOfMonth() + "")
                .with("on-month", before.getMonthValue() + "")
                .with("on-year", before.getYear() + "");

        assertThat(saved(InterviewKind.GUIDANCE, then).delivered()).isEmpty();
        assertThat(of(FOLLOW_UP).get("state").asString()).isEqualTo("accepted");
    }

    private void accept(String intervention) {
        accept("A1", intervention);
    }

    private void accept(String studentId, String intervention) {
        String id = of(studentId, intervention).get("id").asString();
        String path = "/api/v1/recommendations/" + id + "/feedback";
        assertThat(mis.post(path, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}")
                        .status())
                .isEqualTo(201);
    }

    private Recording.Outcome.Saved saved(InterviewKind kind, String notes) {
        return saved(kind, open(kind).with("notes", notes));
    }

    private Recording.Outcome.Saved saved(InterviewKind kind, InterviewForm form) {
        return (Recording.Outcome.Saved) schools.scope()
                .within(school.id(), () -> recording.save(new Recording.About(adviser, student, kind), form));
    }

    private InterviewForm open(InterviewKind kind) {
        return schools.scope()
                .within(school.id(), () -> recording.open(new Recording.About(adviser, student, kind), TODAY))
                .form();
    }

    private List<JsonNode> deliveries(String intervention) {
        return mis.get(path(intervention, "deliveries")).json().valueStream().toList();
    }

    private String path(String intervention, String what) {
        return "/api/v1/recommendations/" + of(intervention).get("id").asString() + "/" + what;
    }

    private JsonNode of(String intervention) {
        return of("A1", intervention);
    }

    private JsonNode of(String studentId, String intervention) {
        return mis.get("/api/v1/students/" + studentId + "/recommendations")
                .json()
                .get("recommendations")
                .valueStream()
                .filter(made -> made.get("intervention").asString().equals(intervention))
                .findFirst()
                .orElseThrow();
    }

    private StaffMember staff(Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }
}
