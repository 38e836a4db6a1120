package signpost.api.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.Value;

/** What is kept of earlier terms for the rules that ask about them. */
@SignpostTest
class EarlierTermsTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    EarlierTerms earlier;

    @Autowired
    signpost.api.rulebooks.BookInForce book;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Moves moves;

    @Autowired
    EvaluationWorker worker;

    @Autowired
    Evaluations evaluations;

    @Autowired
    JdbcClient sql;

    @Test
    void flagsOffersAndFactsOfLastTermAreKnownInThis() {
        UUID school = schools.school().id();
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        assertThat(history(school, student).flaggedLastTerm()).isEmpty();

        students.endTermYesterday(school);
        students.in(school, () -> {
            sql.sql("update observations set recorded_at = recorded_at - interval '1 day'")
                    .update();
            evaluations.request(school, List.of(student), java.time.Instant.now());
        });
        assertThat(history(school, student).flaggedLastTerm().orElseThrow()).contains("Maths below grade 4");

        students.tell(school, student, Map.of("maths_current", "5", "maths_predicted", "6"));
        History history = history(school, student);
        assertThat(history.flaggedLastTerm().orElseThrow()).contains("Maths below grade 4");
        assertThat(history.lastTerm("maths_current"))
                .isInstanceOfSatisfying(
                        Fact.Known.class, known -> assertThat(known.value()).isEqualTo(new Value.Code("3")));
        assertThat(history.help().get(History.Step.OFFERED))
                .extracting(History.Help::intervention)
                .contains("MAT-01");
        assertThat(history.help().get(History.Step.OVERRIDDEN_FOR_GOOD)).isEmpty();
        assertThat(history.help().get(History.Step.DELIVERED)).isEmpty();
        assertThat(history.help().get(History.Step.NOT_ATTENDED)).isEmpty();
    }

    @Test
    void aLastingOverrideIsRemembered() {
        UUID school = schools.school().id();
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        students.in(school, () -> {
            UUID id = recommendations.ofStudents(school, List.of(student)).get(student).stream()
                    .filter(one -> one.intervention().equals("MAT-01"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            moves.decided(school, id, State.OVERRIDDEN, Optional.empty(), true, java.time.Instant.now());
        });
        assertThat(history(school, student).help().get(History.Step.OVERRIDDEN_FOR_GOOD))
                .extracting(History.Help::intervention)
                .containsExactly("MAT-01");
    }

    @Test
    void whatBecameOfHelpIsRememberedUnlessItWasTakenBack() {
        TestSchools.TestSchool school = schools.school();
        UUID student = students.enrol(school.id(), "A1", WEAK_MATHS);
        UUID staff = school.person(Role.ADVISER).staffId();
        students.in(school.id(), () -> {
            happened(staff, "DID_NOT_ATTEND", YESTERDAY);
            happened(staff, "DELIVERED", TODAY);
            happened(staff, "PLANNED", TODAY);
        });
        Map<History.Step, List<History.Help>> help =
                history(school.id(), student).help();
        assertThat(help.get(History.Step.NOT_ATTENDED)).containsExactly(new History.Help("MAT-01", YESTERDAY));
        assertThat(help.get(History.Step.DELIVERED)).containsExactly(new History.Help("MAT-01", TODAY));

        students.in(school.id(), () -> sql.sql("""
                                insert into deliveries (school_id, id, recommendation, what, on_day, corrects, staff, recorded_at)
                                select school_id, gen_random_uuid(), recommendation, 'UNDONE', on_day, id, staff, now()
                                from deliveries where what = 'DELIVERED'
                                """).update());
        assertThat(history(school.id(), student).help().get(History.Step.DELIVERED))
                .isEmpty();
    }

    private void happened(UUID staff, String what, LocalDate on) {
        sql.sql("""
                        insert into deliveries (school_id, id, recommendation, what, on_day, staff, recorded_at)
                        select school_id, gen_random_uuid(), id, :what, :on, :staff, now()
                        from recommendations where intervention = 'MAT-01'
                        """).param("what", what).param("on", on).param("staff", staff).update();
    }

    private History history(UUID school, UUID student) {
        return schools.scope()
                .within(
                        school,
                        () -> earlier.of(
                                        school,
                                        List.of(student),
                                        YESTERDAY,
                                        book.recommender().book().vocabulary())
                                .get(student));
    }
}
