package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import signpost.api.recommendations.Happened;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.recommendations.Stood;
import signpost.api.schools.Ids;
import signpost.api.schools.Role;
import signpost.api.students.Api;
import signpost.api.students.Students;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import tools.jackson.databind.JsonNode;

/** A decision taken back on its day leaves all as it was. */
@SignpostTest
class UndoTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Undoing undoing;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Moves moves;

    @Autowired
    Decisions decisions;

    @Autowired
    DecisionRows rows;

    @Autowired
    Instead instead;

    @Autowired
    Happened happened;

    @Autowired
    Students enrolled;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private Api mis;
    private UUID student;
    private Decider adviser;

    @BeforeEach
    void aStudentWithWeakMaths() {
        school = schools.school();
        mis = new Api(port, school.token());
        student = students.enrol(school.id(), "A1", WEAK_MATHS);
        adviser = Decider.staff(school.person(Role.ADVISER).staffId(), "Sam A");
    }

    @Test
    void anAcceptanceUndoneIsASuggestionAgain() {
        UUID decision = decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");

        Api.Answer undone = mis.post(feedback("MAT-01") + "/" + decision + "/undo", "{\"decidedBy\":\"Two\"}");

        assertThat(undone.status()).isEqualTo(200);
        assertThat(state("MAT-01")).isEqualTo(State.SUGGESTED);
        assertThat(mis.get(feedback("MAT-01")).json()).isEmpty();
        assertThat(decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\",\"version\":3}"))
                .isNotEqualTo(decision);
    }

    @Test
    void whoeverUndoesItIsNamed() {
        UUID decision = decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");

        assertThat(mis.post(feedback("MAT-01") + "/" + decision + "/undo", "{}").status())
                .isEqualTo(422);
        assertThat(state("MAT-01")).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theDecisionBeforeStandsAgain() {
        decide("MAT-01", overridden("NOT-SUITABLE", ""));
        UUID changed = decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"Two\"}");

        assertThat(undo("MAT-01", changed)).isInstanceOf(Answer.Undone.class);
        assertThat(state("MAT-01")).isEqualTo(State.OVERRIDDEN);
        assertThat(found("MAT-01").silenced()).isTrue();
        assertThat(mis.get(feedback("MAT-01")).json().findValuesAsString("decidedBy"))
                .containsExactly("One");
    }

    @Test
    void whatWasChosenInsteadIsTakenBackWithIt() {
        UUID decision = decide("MAT-01", overridden("BETTER-OPTION", "MAT-02"));
        assertThat(state("MAT-02")).isEqualTo(State.ACCEPTED);

        assertThat(undo("MAT-01", decision))
                .isInstanceOfSatisfying(
                        Answer.Undone.class,
                        undone -> assertThat(undone.insteadTakenBack()).isTrue());
        assertThat(state("MAT-01")).isEqualTo(State.SUGGESTED);
        assertThat(state("MAT-02")).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatWasSuggestedAnywayIsSuggestedAgain() {
        students.tell(school.id(), student, Map.of("english_current", "3", "english_predicted", "3"));
        assertThat(state("ENG-01")).isEqualTo(State.SUGGESTED);
        UUID decision = decide("MAT-01", overridden("BETTER-OPTION", "ENG-01"));
        assertThat(state("ENG-01")).isEqualTo(State.ACCEPTED);

        undo("MAT-01", decision);

        assertThat(state("ENG-01")).isEqualTo(State.SUGGESTED);
    }

    @Test
    void whatWasDeliveredSinceStays() {
        UUID decision = decide("MAT-01", overridden("BETTER-OPTION", "MAT-02"));
        deliver("MAT-02");

        assertThat(undo("MAT-01", decision))
                .isInstanceOfSatisfying(
                        Answer.Undone.class,
                        undone -> assertThat(undone.insteadStays()).isTrue());
        assertThat(state("MAT-02")).isEqualTo(State.DELIVERED);
        UUID accepted = decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        deliver("MAT-01");
        assertThat(undo("MAT-01", accepted))
                .isInstanceOfSatisfying(
                        Answer.Closed.class,
                        closed -> assertThat(closed.because()).startsWith("It was delivered on"));
        assertThat(state("MAT-01")).isEqualTo(State.DELIVERED);
    }

    @Test
    void aStaleUndoIsToldWhatChanged() {
        UUID decision = decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        decide("MAT-01", overridden("NOT-NOW", ""));

        Api.Answer stale = mis.post(feedback("MAT-01") + "/" + decision + "/undo", "{\"decidedBy\":\"Two\"}");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("changes").get(0).asString()).startsWith("One overridden it on ");
        assertThat(state("MAT-01")).isEqualTo(State.OVERRIDDEN);
    }

    @Test
    void yesterdaysDecisionStands() {
        UUID decision = decide("MAT-01", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        var tomorrow = new Undoing(
                recommendations,
                moves,
                decisions,
                rows,
                instead,
                happened,
                enrolled,
                events,
                ids,
                Clock.offset(clock, Duration.ofDays(1)));

        students.in(
                school.id(),
                () -> assertThat(tomorrow.undo(school.id(), found("MAT-01").id(), Optional.of(decision), adviser))
                        .isInstanceOf(Answer.Closed.class));
        assertThat(state("MAT-01")).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theDayIsLondons() {
        var stood = new Stood(State.SUGGESTED, Optional.empty(), false, Optional.empty(), Optional.empty());
        var late = new Decision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                2,
                Outcome.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "One",
                "",
                Instant.EPOCH,
                Instant.parse("2026-06-30T23:30:00Z"),
                false,
                Optional.of(stood));

        assertThat(late.undoableOn(LocalDate.of(2026, 7, 1), ZoneId.of("Europe/London")))
                .isTrue();
        assertThat(late.undoableOn(LocalDate.of(2026, 6, 30), ZoneId.of("Europe/London")))
                .isFalse();
    }

    private static String overridden(String reason, String instead) {
        return "{\"outcome\":\"overridden\",\"decidedBy\":\"One\",\"overrideReason\":{\"code\":\"" + reason + "\"}"
                + (instead.isEmpty() ? "" : ",\"intervention\":\"" + instead + "\"") + "}";
    }

    private UUID decide(String intervention, String body) {
        JsonNode made = mis.post(feedback(intervention), body).json();
        return UUID.fromString(made.get("id").asString());
    }

    private void deliver(String intervention) {
        assertThat(mis.post(
                                "/api/v1/recommendations/" + found(intervention).id() + "/deliveries",
                                "{\"what\":\"delivered\",\"on\":\"" + LocalDate.now(clock)
                                        + "\",\"recordedBy\":\"One\"}")
                        .status())
                .isEqualTo(201);
    }

    private Answer undo(String intervention, UUID decision) {
        return in(() -> undoing.undo(school.id(), found(intervention).id(), Optional.of(decision), adviser));
    }

    private String feedback(String intervention) {
        return "/api/v1/recommendations/" + found(intervention).id() + "/feedback";
    }

    private State state(String intervention) {
        return found(intervention).state();
    }

    private Recommendation found(String intervention) {
        return in(() -> recommendations.ofStudents(school.id(), List.of(student)).get(student).stream()
                .filter(made -> made.intervention().equals(intervention))
                .findFirst()
                .orElseThrow());
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
