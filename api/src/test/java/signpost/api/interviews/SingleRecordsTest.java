package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.students.Api;
import signpost.api.students.Profiles;
import signpost.api.students.Students;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;

@SignpostTest
class SingleRecordsTest {

    private static final String STUDENT = """
            {"upn": "J931400015001", "surname": "Carter", "forename": "Freya", "dateOfBirth": "2011-06-22",
             "facts": {"nc_year": 11, "sen_provision": "K", "eal": false}, "asOf": "2026-11-10"}""";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Students students;

    @Autowired
    Profiles profiles;

    TestSchools.TestSchool school;
    Api mis;

    @BeforeEach
    void anMis() {
        school = schools.school();
        mis = new Api(port, school.token());
    }

    @Test
    void aStudentIsCreatedOnceAndThenBroughtUpToDate() {
        assertThat(mis.put("/api/v1/students/S1", STUDENT).status()).isEqualTo(201);
        Api.Answer again = mis.put("/api/v1/students/S1", STUDENT);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("changed").asBoolean()).isFalse();

        Api.Answer changed = mis.put("/api/v1/students/S1", "{\"facts\": {\"sen_provision\": \"E\"}}");
        assertThat(changed.json().path("changed").asBoolean()).isTrue();
        assertThat(value("S1", "sen_provision")).isEqualTo("E");
        assertThat(value("S1", "nc_year")).isEqualTo("11");

        mis.put("/api/v1/students/S1", "{\"facts\": {\"sen_provision\": \"N\"}, \"asOf\": \"2026-11-01\"}");
        assertThat(value("S1", "sen_provision")).isEqualTo("E");
    }

    @Test
    void everythingWrongWithAStudentComesBackAtOnce() {
        Api.Answer answer = mis.put("/api/v1/students/S1", """
                {"upn": "Q207000016049", "uln": "9.27E+09", "forename": "Freya", "shoeSize": 5, "dateOfBirth": "2011-02-31",
                 "facts": {"nc_year": 27, "sen_provison": "K"}, "asOf": "2999-01-01"}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields())
                .containsExactlyInAnyOrder(
                        "shoeSize",
                        "asOf",
                        "upn",
                        "uln",
                        "dateOfBirth",
                        "facts.nc_year",
                        "facts.sen_provison",
                        "surname");
        assertThat(answer.body()).doesNotContain("Q207000016049", "Freya");
        assertThat(student("S1")).isEmpty();
    }

    @Test
    void numbersOfTwoStudentsAreNotMixed() {
        mis.put("/api/v1/students/S1", STUDENT);
        mis.put("/api/v1/students/S2", "{\"surname\": \"Potts\", \"forename\": \"Mia\"}");
        Api.Answer answer = mis.put("/api/v1/students/S2", "{\"upn\": \"J931400015001\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("studentId");
    }

    @Test
    void theSameUpnAtAnotherSchoolIsAnotherStudent() {
        mis.put("/api/v1/students/S1", STUDENT);
        Api other = new Api(port, schools.school().token());
        assertThat(other.put("/api/v1/students/S1", STUDENT).status()).isEqualTo(201);
        assertThat(other.put("/api/v1/students/S1", "{\"facts\": {\"nc_year\": 12}}")
                        .status())
                .isEqualTo(200);
        assertThat(value("S1", "nc_year")).isEqualTo("11");
    }

    @Test
    void anInterviewTellsTheProfileAndTheSameAgainChangesNothing() {
        mis.put("/api/v1/students/S1", STUDENT);
        String interview = interview("none", ", \"knows_fe\": 2, \"barriers\": [\"finance\", \"caring\"]");
        assertThat(mis.post("/api/v1/interviews", interview).status()).isEqualTo(201);
        Api.Answer again = mis.post("/api/v1/interviews", interview);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("changed").asBoolean()).isFalse();
        assertThat(value("S1", "barriers")).isEqualTo("caring;finance");
        assertThat(fact("S1", "plan_state").source().name()).isEqualTo("INTERVIEW");
    }

    @Test
    void aCorrectedInterviewTakesBackWhatItNoLongerSays() {
        mis.put("/api/v1/students/S1", STUDENT);
        mis.post("/api/v1/interviews", interview("none", ", \"knows_fe\": 1").replace("2026-11-09", "2026-10-01"));
        mis.post("/api/v1/interviews", interview("applied", ", \"knows_fe\": 4, \"knows_he\": 2"));
        Api.Answer corrected = mis.post("/api/v1/interviews", interview("ideas", ""));
        assertThat(corrected.json().path("changed").asBoolean()).isTrue();
        assertThat(value("S1", "plan_state")).isEqualTo("ideas");
        assertThat(value("S1", "knows_fe"))
                .as("what the earlier interview said counts again")
                .isEqualTo("1");
        assertThat(profile("S1").facts()).doesNotContainKey("knows_he");
    }

    @Test
    void everythingWrongWithAnInterviewComesBackAtOnce() {
        Api.Answer answer = mis.post(
                "/api/v1/interviews",
                "{\"studentId\": \"nobody\", \"date\": \"2999-01-01\", \"kind\": \"chat\", \"mood\": 1,"
                        + " \"answers\": {\"knows_fe\": 5}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactlyInAnyOrder("studentId", "date", "kind", "mood", "answers.knows_fe");
    }

    private static String interview(String plan, String more) {
        return "{\"studentId\": \"S1\", \"date\": \"2026-11-09\", \"kind\": \"guidance\", \"interviewer\": \"Adviser\","
                + " \"notes\": \"Two\\nlines\", \"answers\": {\"plan_state\": \"" + plan + "\"" + more + "}}";
    }

    private String value(String studentId, String attribute) {
        return fact(studentId, attribute).value().canonical();
    }

    private Fact.Known fact(String studentId, String attribute) {
        return profile(studentId).facts().get(attribute);
    }

    private Profile profile(String studentId) {
        var id = student(studentId).orElseThrow();
        return schools.scope()
                .within(
                        school.id(),
                        () -> profiles.of(List.of(id)).values().iterator().next());
    }

    private java.util.Optional<java.util.UUID> student(String studentId) {
        return schools.scope()
                .within(school.id(), () -> students.byStudentId(studentId).map(student -> student.id()));
    }
}
