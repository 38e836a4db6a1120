package signpost.api.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.evaluation.Judgement;
import signpost.engine.rulebook.Severity;

/** Flags by professional judgement count like those of the rules. */
@SignpostTest
class FlaggingTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Flagging flagging;

    @Autowired
    PersonFlags flags;

    @Autowired
    BookInForce book;

    @Autowired
    JdbcClient sql;

    @Autowired
    Flyway flyway;

    private TestSchools.TestSchool school;
    private UUID student;
    private StaffMember adviser;

    @BeforeEach
    void aStudentOfTheSchool() {
        school = schools.school();
        student = students.enrol(school.id(), "A1", WEAK_MATHS);
        adviser = person(Role.ADVISER);
    }

    @Test
    void itStandsBesideThoseOfTheRulesAndCountsInTheOrderOfNeed() {
        int byRules = (int) standing().get("flags");
        assertThat(standing().get("by_person")).isEqualTo(false);

        PersonFlag raised = raise("Unsettled since the move", Severity.HIGH);

        assertThat(standing())
                .containsEntry("severity", Severity.HIGH.weight())
                .containsEntry("flags", byRules + 1)
                .containsEntry("by_person", true);
        assertThat(raised.raisedBy()).isEqualTo(adviser.displayName());
        assertThat(standing()).containsEntry("last", "Unsettled since the move");
    }

    @Test
    void oneThatTheRulesRaiseTooIsListedOnceAsTheGraverOfTheTwo() {
        String name = (String) standing().get("last");
        int byRules = (int) standing().get("flags");

        raise(name, Severity.HIGH);

        assertThat(standing()).containsEntry("flags", byRules).containsEntry("severity", Severity.HIGH.weight());
    }

    @Test
    void theSameOneTwiceIsRefusedAndSaysWhoRaisedIt() {
        raise("Unsettled", Severity.LOW);

        assertThat(in(() -> flagging.raise(student, wanted("unsettled", Severity.HIGH, Optional.empty()))))
                .isEqualTo(new Flagging.Answer.Closed(
                        "Sam A has raised this flag already, as low. Clear that one first to raise it differently."));
    }

    @Test
    void aPersonClearsItWithAReasonAndTheSecondIsToldWho() {
        UUID flag = raise("Unsettled", Severity.HIGH).id();

        in(() -> flagging.clear(student, flag, "Settled in by now", adviser));

        assertThat(standing()).containsEntry("by_person", false);
        assertThat(of()).isEmpty();
        assertThat(in(() -> flagging.clear(student, flag, "Again", adviser)))
                .isEqualTo(new Flagging.Answer.Closed("Sam A has cleared this flag already."));
    }

    @Test
    void afterItsTermItNoLongerCountsAndIsAskedAbout() {
        UUID flag = raise("Unsettled", Severity.HIGH).id();
        students.endTermYesterday(school.id());

        assertThat(standing()).containsEntry("by_person", false);
        assertThat(of())
                .singleElement()
                .satisfies(ended ->
                        assertThat(ended.standsOn(java.time.LocalDate.now())).isFalse());

        in(() -> flagging.raise(student, wanted("Unsettled", Severity.LOW, Optional.of(flag))));
        assertThat(standing()).containsEntry("by_person", true);
        assertThat(of()).hasSize(1);
    }

    @Test
    void itCountsWithoutItsWordsWhenTheyAreErased() throws SQLException {
        UUID flag = raise("Unsettled", Severity.HIGH).id();
        erase(flag);

        assertThat(standing())
                .containsEntry("by_person", true)
                .containsEntry("severity", Severity.HIGH.weight())
                .containsEntry("last", "erased");
        assertThat(of()).singleElement().extracting(PersonFlag::name).isEqualTo("erased");
    }

    @Test
    void anotherSchoolsStudentCannotBeFlagged() {
        TestSchools.TestSchool other = schools.school();
        UUID foreign = students.enrol(other.id(), "B1", WEAK_MATHS);

        assertThat(in(() -> flagging.raise(foreign, wanted("Unsettled", Severity.LOW, Optional.empty()))))
                .isInstanceOf(Flagging.Answer.NotFound.class);
    }

    @Test
    void aTutorSeesNoWordsOfAPersonsOwn() {
        Sight tutor = Sight.of(person(Role.TUTOR), book.recommender().book());

        assertThat(tutor.sees(new Judgement.RaisedFlag("Expecting a child", Severity.HIGH, List.of())))
                .isFalse();
        assertThat(tutor.sees(new Judgement.RaisedFlag("Persistent absence", Severity.HIGH, List.of())))
                .isTrue();
        assertThat(tutor.seesEveryReasonOf("Expecting a child")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update person_flags set severity = 1",
                "delete from person_flags",
                "update person_flag_texts set name = ''",
                "delete from person_flag_texts",
                "update person_flag_endings set cleared_at = now()",
                "delete from person_flag_endings",
                "update person_flag_ending_texts set reason = ''",
                "delete from person_flag_ending_texts"
            })
    void whatWasRaisedAndClearedCanOnlyBeAdded(String change) {
        assertThatThrownBy(() -> students.in(school.id(), () -> sql.sql(change).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** As somebody with the database's own key does: the program may not. */
    private void erase(UUID flag) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('signpost.schools', '" + school.id() + "', false)");
            assertThat(statement.executeUpdate("delete from person_flag_texts where flag = '" + flag + "'"))
                    .isOne();
        }
    }

    private PersonFlag raise(String name, Severity severity) {
        var answer = in(() -> flagging.raise(student, wanted(name, severity, Optional.empty())));
        return ((Flagging.Answer.Done) answer).flag();
    }

    private Flagging.Wanted wanted(String name, Severity severity, Optional<UUID> former) {
        return new Flagging.Wanted(name, severity, "Quiet since September", former, adviser);
    }

    private List<PersonFlag> of() {
        return in(() -> flags.of(school.id(), student));
    }

    private Map<String, Object> standing() {
        return in(() -> {
            var found = new java.util.HashMap<String, Object>();
            students.in(
                    school.id(),
                    () -> found.putAll(sql.sql("select severity, by_person, jsonb_array_length(flags) as flags,"
                                    + " flags -> -1 ->> 'flag' as last from standing_flags where student = :student")
                            .param("student", student)
                            .query()
                            .singleRow()));
            return found;
        });
    }

    private StaffMember person(Role role) {
        var added = school.person(role);
        return new StaffMember(
                added.accountId(), added.staffId(), added.displayName(), school.id(), school.name(), Set.of(role));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
