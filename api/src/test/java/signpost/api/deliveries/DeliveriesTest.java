package signpost.api.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.recommendations.HelpGiven;
import signpost.api.schools.Role;
import signpost.api.schools.Scope;
import signpost.api.students.Api;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.History;
import tools.jackson.databind.JsonNode;

/** What became of an accepted recommendation, as the MIS sends it and as the rules know it. */
@SignpostTest
class DeliveriesTest {

    private static final LocalDate TODAY = LocalDate.now();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Delivering delivering;

    @Autowired
    Together together;

    @Autowired
    HelpGiven help;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private Api mis;
    private UUID student;
    private String maths;

    @BeforeEach
    void anAcceptedRecommendation() {
        school = schools.school();
        mis = new Api(port, school.token());
        student = students.enrol(school.id(), "A1", WEAK_MATHS);
        maths = newest().get("id").asString();
        mis.post(path(maths, "feedback"), "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
    }

    @Test
    void whatWasDeliveredIsOverAndKnownToTheRules() {
        Api.Answer sent = send(maths, "delivered", TODAY, ",\"outcome\":\"helped\",\"note\":\"Six sessions\"");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(newest().get("state").asString()).isEqualTo("delivered");
        assertThat(newest().get("deliveredOn").asString()).isEqualTo(TODAY.toString());
        JsonNode kept = mis.get(path(maths, "deliveries")).json();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("outcome").asString()).isEqualTo("helped");
        assertThat(kept.get(0).get("note").asString()).isEqualTo("Six sessions");
        assertThat(help()).containsExactly(Map.entry(History.Step.DELIVERED, done(TODAY)));
    }

    @Test
    void aDeliveredOneCanNeitherBeDecidedNorDeliveredAgain() {
        send(maths, "delivered", TODAY, "");

        Api.Answer decided = mis.post(path(maths, "feedback"), "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.json().get("detail").asString()).startsWith("It was delivered on ");
        assertThat(send(maths, "cancelled", TODAY, "").status()).isEqualTo(409);
        assertThat(mis.get(path(maths, "deliveries")).json()).hasSize(1);
    }

    @Test
    void notAttendingLeavesItAcceptedAndIsKnownToTheRules() {
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(send(maths, "planned", tomorrow, "").status()).isEqualTo(201);
        assertThat(send(maths, "did_not_attend", TODAY, "").status()).isEqualTo(201);
        assertThat(send(maths, "cancelled", tomorrow, "").status()).isEqualTo(201);

        assertThat(newest().get("state").asString()).isEqualTo("accepted");
        assertThat(mis.get(path(maths, "deliveries")).json().findValuesAsString("what"))
                .containsExactly("cancelled", "did_not_attend", "planned");
        assertThat(help()).containsExactly(Map.entry(History.Step.NOT_ATTENDED, done(TODAY)));
    }

    @Test
    void theSameThingSentTwiceCountsOnce() {
        var first = CompletableFuture.supplyAsync(() -> send(maths, "did_not_attend", TODAY, ""));
        var second = CompletableFuture.supplyAsync(() -> send(maths, "did_not_attend", TODAY, ""));

        assertThat(List.of(first.join().status(), second.join().status())).containsExactlyInAnyOrder(201, 422);
        assertThat(mis.get(path(maths, "deliveries")).json()).hasSize(1);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Api.Answer vague = mis.post(path(maths, "deliveries"), "{\"what\":\"shrugged\",\"outcome\":\"splendid\"}");
        Api.Answer early = send(maths, "delivered", TODAY.plusDays(1), ",\"note\":\"One\\u0000\"");
        Api.Answer before = send(maths, "did_not_attend", TODAY.minusDays(1), ",\"outcome\":\"helped\"");
        Api.Answer late = send(maths, "planned", TODAY.plusYears(2), "");

        assertThat(vague.fields()).containsExactlyInAnyOrder("what", "on", "outcome", "recordedBy");
        assertThat(early.fields()).containsExactly("on", "note");
        assertThat(before.fields()).containsExactly("on", "outcome");
        assertThat(late.fields()).containsExactly("on");
        assertThat(List.of(vague, early, before, late)).allMatch(answer -> answer.status() == 422);
        assertThat(mis.post(path(maths, "deliveries"), "{\"wat\":\"delivered\"}")
                        .fields())
                .containsExactly("wat");
    }

    @Test
    void onlyWhatWasAcceptedCanBeDelivered() {
        students.enrol(school.id(), "A2", WEAK_MATHS);
        String suggested = newest("A2").get("id").asString();

        Api.Answer sent = send(suggested, "delivered", TODAY, "");

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.json().get("detail").asString()).contains("accept it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"of another school", "invented", "without the scope"})
    void nobodyElseCanRecordIt(String who) {
        mis = switch (who) {
            case "of another school" -> new Api(port, schools.school().token());
            case "invented" -> mis;
            default -> new Api(port, school.token(Scope.RECOMMENDATIONS_READ));
        };
        String id = who.equals("invented") ? UUID.randomUUID().toString() : maths;
        int expected = who.equals("without the scope") ? 403 : 404;

        assertThat(send(id, "delivered", TODAY, "").status()).isEqualTo(expected);
        assertThat(mis.get(path(id, "deliveries")).status()).isEqualTo(expected);
    }

    @Test
    void aDeliveryOfLastTermLetsItBeSuggestedAgainAtOnceAndUndoingItThenWithdrawsIt() {
        students.endTermYesterday(school.id());
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set raised_at = raised_at - interval '9 days'")
                        .update());
        send(maths, "delivered", TODAY.minusDays(1), "");
        assertThat(states()).containsExactly("suggested", "delivered");

        assertThat(undo()).isInstanceOf(Answer.Recorded.class);
        assertThat(states()).containsExactly("suggested", "withdrawn");
        assertThat(help()).isEmpty();
    }

    @Test
    void onARegisterItIsUndoneInTheSameWay() {
        students.endTermYesterday(school.id());
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set raised_at = raised_at - interval '9 days'")
                        .update());
        send(maths, "delivered", TODAY.minusDays(1), "");
        UUID id = UUID.fromString(maths);

        var missed = in(() -> together.record(
                school.id(), List.of(Entry.instead(id, last(), What.DID_NOT_ATTEND, TODAY.minusDays(1))), adviser()));
        assertThat(missed.handedBack().get(id)).startsWith("It was suggested again since");
        var undone = in(() -> together.record(school.id(), List.of(Entry.undo(id, last())), adviser()));

        assertThat(undone.handedBack()).isEmpty();
        assertThat(states()).containsExactly("suggested", "withdrawn");
        assertThat(help()).isEmpty();
    }

    @Test
    void theMisTakesBackWhatWasRecordedLastAndOnlyThat() {
        String first = send(maths, "did_not_attend", TODAY, "").json().get("id").asString();
        String last = send(maths, "delivered", TODAY, "").json().get("id").asString();

        assertThat(undone(first, "{\"recordedBy\":\"One\"}").status()).isEqualTo(409);
        assertThat(undone(last, "{}").fields()).containsExactly("recordedBy");
        assertThat(undone(last, "{\"recordedBy\":\"One\"}").status()).isEqualTo(200);
        assertThat(newest().get("state").asString()).isEqualTo("accepted");
        assertThat(undone(last, "{\"recordedBy\":\"One\"}").status()).isEqualTo(409);
        mis = new Api(port, schools.school().token());
        assertThat(undone(first, "{\"recordedBy\":\"One\"}").status()).isEqualTo(404);
    }

    private Api.Answer undone(String delivery, String body) {
        return mis.post(path(maths, "deliveries/" + delivery + "/undo"), body);
    }

    @Test
    void undoingADeliveryBringsTheAcceptanceBack() {
        send(maths, "delivered", TODAY, ",\"outcome\":\"helped\"");

        assertThat(undo()).isInstanceOf(Answer.Recorded.class);
        assertThat(newest().get("state").asString()).isEqualTo("accepted");
        assertThat(help()).isEmpty();
        assertThat(mis.get(path(maths, "deliveries")).json()).isEmpty();
        assertThat(send(maths, "delivered", TODAY, "").status()).isEqualTo(201);
    }

    @Test
    void theOutcomeCanFollowLaterAndTheLastOneStands() {
        send(maths, "delivered", TODAY, ",\"outcome\":\"too_early\"");

        var later = in(() -> delivering.effect(school.id(), UUID.fromString(maths), "some_change", adviser()));

        assertThat(later).isInstanceOf(Answer.Recorded.class);
        assertThat(mis.get(path(maths, "deliveries")).json().findValuesAsString("outcome"))
                .containsExactly("some_change");
        var authors = new java.util.ArrayList<String>();
        students.in(
                school.id(),
                () -> authors.addAll(sql.sql("select recorded_by from delivery_outcomes o"
                                + " join delivery_outcome_texts t on t.outcome = o.id order by recorded_at")
                        .query(String.class)
                        .list()));
        assertThat(authors).hasSize(2).last().isEqualTo("Sam A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update deliveries set what = 'PLANNED'",
                "delete from deliveries",
                "update delivery_texts set note = ''",
                "delete from delivery_texts",
                "update delivery_outcomes set outcome = 'HELPED'",
                "delete from delivery_outcomes"
            })
    void whatHappenedCanOnlyBeAdded(String change) {
        assertThatThrownBy(() -> students.in(school.id(), () -> sql.sql(change).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private Answer undo() {
        return in(() -> delivering.undo(school.id(), UUID.fromString(maths), java.util.Optional.of(last()), adviser()));
    }

    private UUID last() {
        return UUID.fromString(
                mis.get(path(maths, "deliveries")).json().get(0).get("id").asString());
    }

    private Recorder adviser() {
        return Recorder.staff(school.person(Role.ADVISER).staffId(), "Sam A");
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return schools.scope().within(school.id(), work::get);
    }

    private Map<History.Step, List<History.Help>> help() {
        return in(() -> help.of(school.id(), List.of(student))).getOrDefault(student, Map.of());
    }

    private static List<History.Help> done(LocalDate on) {
        return List.of(new History.Help("MAT-01", on));
    }

    private Api.Answer send(String id, String what, LocalDate on, String more) {
        return mis.post(
                path(id, "deliveries"),
                "{\"what\":\"" + what + "\",\"on\":\"" + on + "\",\"recordedBy\":\"One\"" + more + "}");
    }

    private static String path(String id, String what) {
        return "/api/v1/recommendations/" + id + "/" + what;
    }

    private List<String> states() {
        return made("A1").stream().map(made -> made.get("state").asString()).toList();
    }

    private JsonNode newest() {
        return newest("A1");
    }

    private JsonNode newest(String studentId) {
        return made(studentId).get(0);
    }

    /** What was made of MAT-01, newest first. */
    private List<JsonNode> made(String studentId) {
        return mis.get("/api/v1/students/" + studentId + "/recommendations")
                .json()
                .get("recommendations")
                .valueStream()
                .filter(made -> made.get("intervention").asString().equals("MAT-01"))
                .toList();
    }
}
