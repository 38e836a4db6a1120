package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions as the MIS sends them back over HTTP. */
@SignpostTest
class FeedbackTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private String token;
    private String maths;

    @BeforeEach
    void aStudentWithWeakMaths() {
        school = schools.school();
        token = school.token();
        students.enrol(school.id(), "A1", WEAK_MATHS);
        maths = recommendation("MAT-01").get("id").asString();
    }

    @Test
    void anAcceptedRecommendationStaysAccepted() {
        Answered answered = send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"Adviser on duty\",\"version\":1}");

        assertThat(answered.status()).isEqualTo(201);
        assertThat(recommendation("MAT-01").get("state").asString()).isEqualTo("accepted");
        assertThat(recommendation("MAT-01").get("version").asInt()).isEqualTo(2);
    }

    @Test
    void anOverrideNeedsAReasonFromTheCatalogue() {
        Answered none = send(maths, "{\"outcome\":\"overridden\",\"decidedBy\":\"Adviser on duty\"}");
        Answered unknown = send(
                maths,
                "{\"outcome\":\"overridden\",\"decidedBy\":\"Adviser on duty\",\"overrideReason\":{\"code\":\"BORED\"}}");

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().get("errors").toString())
                .contains("overrideReason.code")
                .contains("ALREADY");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(recommendation("MAT-01").get("state").asString()).isEqualTo("suggested");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Answered answered =
                send(maths, "{\"outcome\":\"shrugged\",\"intervention\":\"PGI-01\",\"deferredUntil\":\"2026-01-01\"}");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.body().get("errors")).hasSize(4);
    }

    @Test
    void whatNoTableTakesIsRefusedInWords() {
        Answered control = send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\\u0000\"}");
        Answered ancient = send(
                maths,
                "{\"outcome\":\"accepted\",\"decidedBy\":\"One\",\"outcomeTimestamp\":\"1200-01-01T00:00:00Z\"}");

        assertThat(control.status()).isEqualTo(422);
        assertThat(ancient.status()).isEqualTo(422);
    }

    @Test
    void somethingElseCanBeDoneInstead() {
        Answered answered = send(
                maths,
                "{\"outcome\":\"overridden\",\"decidedBy\":\"Adviser on duty\",\"overrideReason\":{\"code\":\""
                        + firstReason() + "\",\"comment\":\"One to one suits better\"},\"intervention\":\"MAT-02\"}");

        assertThat(answered.status()).isEqualTo(201);
        assertThat(recommendation("MAT-01").get("state").asString()).isEqualTo("overridden");
        assertThat(recommendation("MAT-02").get("state").asString()).isEqualTo("accepted");
        assertThat(recommendation("MAT-02").get("origin").asString()).isEqualTo("adviser");
    }

    @Test
    void severalAreKeptAndTheLastReceivedStands() {
        send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        send(
                maths,
                "{\"outcome\":\"overridden\",\"decidedBy\":\"Two\",\"overrideReason\":{\"code\":\"" + firstReason()
                        + "\"}}");

        JsonNode kept = get("/api/v1/recommendations/" + maths + "/feedback").body();
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).get("decidedBy").asString()).isEqualTo("Two");
        assertThat(recommendation("MAT-01").get("state").asString()).isEqualTo("overridden");
    }

    @Test
    void aStaleVersionIsToldWhatChangedAndDoesNotCount() {
        send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\",\"version\":1}");
        Answered stale = send(
                maths,
                "{\"outcome\":\"overridden\",\"decidedBy\":\"Two\",\"version\":1,\"overrideReason\":{\"code\":\""
                        + firstReason() + "\"}}");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().get("type").asString()).isEqualTo("/problems/stale-version");
        assertThat(stale.body().get("version").asInt()).isEqualTo(2);
        assertThat(stale.body().get("changes").get(0).asString()).startsWith("One accepted it on ");
        assertThat(get("/api/v1/recommendations/" + maths + "/feedback").body()).hasSize(1);
    }

    @Test
    void ofTwoAtTheSameMomentOneIsToldOfTheOther() {
        var first = CompletableFuture.supplyAsync(
                () -> send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\",\"version\":1}"));
        var second = CompletableFuture.supplyAsync(
                () -> send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"Two\",\"version\":1}"));

        assertThat(java.util.List.of(first.join().status(), second.join().status()))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aForeignRecommendationDoesNotExist() {
        token = schools.school().token();

        Answered foreign = send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        Answered invented = send(UUID.randomUUID().toString(), "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body().get("detail")).isEqualTo(invented.body().get("detail"));
        assertThat(get("/api/v1/recommendations/" + maths + "/feedback").status())
                .isEqualTo(404);
    }

    @Test
    void aWithdrawnOneIsClosed() {
        UUID student = students.enrol(school.id(), "A2", WEAK_MATHS);
        String id = recommendationOf("A2", "MAT-01").get("id").asString();
        students.tell(school.id(), student, Map.of("maths_current", "5", "maths_predicted", "6"));

        Answered answered = send(id, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");

        assertThat(answered.status()).isEqualTo(409);
        assertThat(answered.body().get("detail").asString()).contains("no longer holds");
    }

    @Test
    void decisionsCanOnlyBeAdded() {
        send(maths, "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> students.in(
                        school.id(),
                        () -> sql.sql("update decisions set outcome = 'DEFERRED'")
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> students.in(
                        school.id(), () -> sql.sql("delete from decisions").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aProfileIsJudgedWithoutBeingStored() {
        Answered answered = post(
                "/api/v1/evaluate",
                "{\"studentId\":\"x\",\"on\":\"2026-11-16\",\"facts\":{\"nc_year\":10,\"attendance_pct\":84.2,\"in_care\":true}}");

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body().get("flags").toString()).contains("Persistent absence");
        assertThat(answered.body().get("recommendations").toString())
                .contains("ATT-01")
                .contains("84.2%");
        assertThat(answered.body().get("cannotTell").toString()).contains("missing");
        assertThat(get("/api/v1/students/x/recommendations").status()).isEqualTo(404);
    }

    @Test
    void aProfileThatCannotBeReadIsToldEverythingThatIsWrong() {
        Answered answered =
                post("/api/v1/evaluate", "{\"facts\":{\"nc_yaer\":10,\"attendance_pct\":184,\"sen_provision\":\"Q\"}}");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.body().get("errors")).hasSize(3);
        assertThat(answered.body().get("errors").toString()).contains("did you mean nc_year?");
    }

    private String firstReason() {
        return get("/api/v1/override-reasons").body().get(0).get("code").asString();
    }

    private JsonNode recommendation(String code) {
        return recommendationOf("A1", code);
    }

    private JsonNode recommendationOf(String student, String code) {
        for (JsonNode made :
                get("/api/v1/students/" + student + "/recommendations").body().get("recommendations")) {
            if (made.get("intervention").asString().equals(code)) {
                return made;
            }
        }
        throw new AssertionError("no recommendation " + code);
    }

    record Answered(int status, JsonNode body) {}

    private Answered send(String id, String body) {
        return post("/api/v1/recommendations/" + id + "/feedback", body);
    }

    private Answered post(String path, String body) {
        return exchange(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Answered get(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)));
    }

    private Answered exchange(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
            return new Answered(answer.statusCode(), json.readTree(answer.body()));
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
