package signpost.api.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.evaluation.Explanation;

/** The life of a recommendation: raised, kept, withdrawn, expired. */
@SignpostTest
class EvaluationTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Moves moves;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OneSchool one;

    @Autowired
    JdbcClient sql;

    private UUID school;

    @BeforeEach
    void aSchool() {
        school = schools.school().id();
    }

    @Test
    void aFactIsFollowedByItsConsequenceAtOnce() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);

        Recommendation raised = only(student, "MAT-01");
        assertThat(raised.state()).isEqualTo(State.SUGGESTED);
        assertThat(raised.version()).isEqualTo(1);
        assertThat(raised.shown().because()).containsIgnoringCase("maths");
        assertThat(raised.bookDigest()).hasSize(64);
    }

    @Test
    void evaluatingAgainWritesNothing() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        String before = everything();

        students.in(school, () -> evaluations.request(school, List.of(student), java.time.Instant.now()));
        one.works(school);

        assertThat(everything()).isEqualTo(before);
        assertThat(waiting()).isZero();
    }

    @Test
    void anUndecidedOneIsWithdrawnWhenItsRuleCertainlyNoLongerHolds() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.tell(school, student, Map.of("maths_current", "5", "maths_predicted", "6"));

        Recommendation withdrawn = only(student, "MAT-01");
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(withdrawn.withdrawnBecause().orElse("")).contains("no longer holds");
    }

    @Test
    void aBlankCellDoesNotTakeHelpFromAChild() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.in(school, () -> {
            sql.sql(
                            "update observations set superseded_at = now() where school_id = :school and attribute like 'maths%'")
                    .param("school", school)
                    .update();
            evaluations.request(school, List.of(student), java.time.Instant.now());
        });
        one.works(school);

        Recommendation kept = only(student, "MAT-01");
        assertThat(kept.state()).isEqualTo(State.SUGGESTED);
        assertThat(kept.evidenceUnknown()).isTrue();
        assertThat(kept.shown().unsure()).isNotEmpty();
        assertThat(kept.shown().unsure().get(0).missing()).isNotEmpty();
    }

    @Test
    void aRuleThatCannotTellAnyMoreStaysBehindAnotherThatHolds() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.tell(school, student, Map.of("english_current", "3", "english_predicted", "3"));
        assertThat(only(student, "MAT-01").shown().reasons()).hasSize(2);
        students.in(school, () -> {
            sql.sql(
                            "update observations set superseded_at = now() where school_id = :school and attribute like 'english%'")
                    .param("school", school)
                    .update();
            evaluations.request(school, List.of(student), java.time.Instant.now());
        });
        one.works(school);

        Recommendation kept = only(student, "MAT-01");
        assertThat(kept.evidenceUnknown()).isFalse();
        assertThat(kept.shown().reasons()).hasSize(1);
        assertThat(kept.shown().unsure())
                .extracting(Explanation::rule)
                .containsExactly("English and maths both below grade 4");
    }

    @Test
    void whatWasAcceptedIsNotSuggestedAgainAndOutlivesItsReason() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        decide(student, State.ACCEPTED, false);
        students.tell(school, student, Map.of("maths_current", "5", "maths_predicted", "6"));
        students.tell(school, student, Map.of("maths_current", "3", "maths_predicted", "3"));

        assertThat(all(student, "MAT-01")).extracting(Recommendation::state).containsExactly(State.ACCEPTED);
    }

    @Test
    void whatWasOverriddenDoesNotComeBackInTheSameTerm() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        decide(student, State.OVERRIDDEN, false);
        students.tell(school, student, Map.of("maths_predicted", "2"));

        assertThat(all(student, "MAT-01")).extracting(Recommendation::state).containsExactly(State.OVERRIDDEN);
    }

    @Test
    void whatWasOverriddenComesBackWhenTheNeedGrowsAndSaysSo() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        decide(student, State.OVERRIDDEN, false);
        students.tell(school, student, Map.of("english_current", "3", "english_predicted", "3"));

        List<Recommendation> both = all(student, "MAT-01");
        assertThat(both).extracting(Recommendation::state).containsExactly(State.SUGGESTED, State.OVERRIDDEN);
        assertThat(both.get(0).former()).contains(both.get(1).id());
        assertThat(both.get(0).shown().note()).contains("Overridden earlier this term");
    }

    @Test
    void whatWasCarriedOverAndOverriddenThisTermStaysOverridden() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        decide(student, State.ACCEPTED, false);
        students.endTermYesterday(school);
        decide(student, State.OVERRIDDEN, false);
        students.tell(school, student, Map.of("maths_predicted", "2"));

        assertThat(all(student, "MAT-01")).extracting(Recommendation::state).containsExactly(State.OVERRIDDEN);
    }

    @Test
    void aLastingReasonSilencesForGood() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        decide(student, State.OVERRIDDEN, true);
        students.tell(school, student, Map.of("english_current", "3", "english_predicted", "3"));
        students.endTermYesterday(school);
        one.turns(school);
        one.works(school);

        assertThat(all(student, "MAT-01")).extracting(Recommendation::state).containsExactly(State.OVERRIDDEN);
    }

    @Test
    void whatWasDeliveredIsNotSuggestedAgainThisTermHoweverGraveTheNeed() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        deliver(student);
        students.tell(school, student, Map.of("english_current", "3", "english_predicted", "3"));
        String before = everything();
        students.in(school, () -> evaluations.request(school, List.of(student), java.time.Instant.now()));
        one.works(school);

        assertThat(all(student, "MAT-01")).extracting(Recommendation::state).containsExactly(State.DELIVERED);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatWasDeliveredLastTermMayBeSuggestedAgainInThis() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        deliver(student);
        students.endTermYesterday(school);
        students.in(
                school,
                () -> sql.sql(
                                "update recommendations set delivered_on = delivered_on - 1 where delivered_on is not null")
                        .update());
        one.turns(school);
        one.works(school);

        List<Recommendation> both = all(student, "MAT-01");
        assertThat(both).extracting(Recommendation::state).containsExactly(State.SUGGESTED, State.DELIVERED);
        assertThat(both.get(0).former()).contains(both.get(1).id());
    }

    @Test
    void undecidedOnesExpireWithTheirTermAndMayAriseAnew() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.endTermYesterday(school);
        one.turns(school);
        students.tell(school, student, Map.of("maths_predicted", "2"));

        List<Recommendation> both = all(student, "MAT-01");
        assertThat(both).extracting(Recommendation::state).containsExactly(State.SUGGESTED, State.EXPIRED);
        assertThat(both.get(0).former()).contains(both.get(1).id());
    }

    @Test
    void aDeferredOneComesBackOnItsDay() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.in(
                school,
                () -> moves.decided(
                        school,
                        only(student, "MAT-01").id(),
                        State.DEFERRED,
                        Optional.of(LocalDate.now().minusDays(1)),
                        false,
                        java.time.Instant.now()));
        one.turns(school);

        assertThat(only(student, "MAT-01").state()).isEqualTo(State.SUGGESTED);
    }

    @Test
    void atMostOneIsOpenPerStudentAndIntervention() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.tell(school, student, Map.of("maths_predicted", "2"));
        students.tell(school, student, Map.of("maths_predicted", "1"));

        assertThat(all(student, "MAT-01").stream().filter(found -> found.state().open()))
                .hasSize(1);
    }

    @Test
    void factsAndTheirEvaluationNeverWaitInACircle() {
        var enrolled = new java.util.ArrayList<UUID>();
        for (int number = 0; number < 40; number++) {
            enrolled.add(students.enrol(school, "C" + number, WEAK_MATHS));
        }
        var writing = java.util.concurrent.CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 15; round++) {
                students.tellAll(school, enrolled, Map.of("maths_current", round % 2 == 0 ? "5" : "3"));
            }
        });
        while (!writing.isDone()) {
            one.works(school);
            one.turns(school);
        }
        writing.join();
        one.works(school);

        assertThat(waiting()).isZero();
    }

    @Test
    void aRequestMadeMeanwhileIsNotTakenForDone() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.in(school, () -> evaluations.request(school, List.of(student), java.time.Instant.now()));
        students.in(school, () -> {
            var taken = evaluations.take(school, List.of(student));
            evaluations.request(
                    school, List.of(student), java.time.Instant.now().plusSeconds(1));
            evaluations.done(school, taken);
        });

        assertThat(waiting()).isEqualTo(1);
    }

    private void decide(UUID student, State state, boolean lasting) {
        UUID id = only(student, "MAT-01").id();
        students.in(school, () -> moves.decided(school, id, state, Optional.empty(), lasting, java.time.Instant.now()));
    }

    private void deliver(UUID student) {
        decide(student, State.ACCEPTED, false);
        UUID id = only(student, "MAT-01").id();
        students.in(
                school, () -> moves.delivered(school, java.util.Map.of(id, LocalDate.now()), java.time.Instant.now()));
    }

    private Recommendation only(UUID student, String code) {
        List<Recommendation> found = all(student, code);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Recommendation> all(UUID student, String code) {
        return schools.scope()
                .within(
                        school,
                        () ->
                                recommendations
                                        .ofStudents(school, List.of(student))
                                        .getOrDefault(student, List.of())
                                        .stream()
                                        .filter(found -> found.intervention().equals(code))
                                        .toList());
    }

    private int waiting() {
        var count = new int[1];
        students.in(
                school,
                () -> count[0] = sql.sql("select count(*) from to_evaluate where school_id = :school")
                        .param("school", school)
                        .query(Integer.class)
                        .single());
        return count[0];
    }

    /** Every row evaluation may write, with the transaction that wrote it. */
    private String everything() {
        var rows = new StringBuilder();
        students.in(school, () -> {
            for (String table : List.of("recommendations", "recommendation_explanations", "judgements")) {
                sql.sql("select xmin::text || t::text from " + table + " t where school_id = :school order by 1")
                        .param("school", school)
                        .query(String.class)
                        .list()
                        .forEach(row -> rows.append(row).append('\n'));
            }
        });
        return rows.toString();
    }
}
