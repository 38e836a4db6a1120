package signpost.api.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.students.imports.ImportResult;
import signpost.api.students.imports.Imports;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

@SignpostTest
class DestinationsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    Imports imports;

    @Autowired
    LeaversCounted counted;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transactions;

    TestSchools.TestSchool school;

    @BeforeEach
    void leavers() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,enrol_status,leaving_date",
                "A1,Marsh,Robin,P,2025-08-31",
                "A2,Marsh,Kit,P,2025-08-31",
                "A3,Marsh,Lee,P,",
                "A4,Marsh,Sam,C,");
    }

    @Test
    void everyRowIsTakenOrHandedBackWithItsReason() {
        ImportResult result =
                send(APRIL, "A1,Sustained apprenticeship", "A2,NOT_SUSTAINED", "A3,", "A4,vanished", "A9,sustained");
        assertThat(result.report().kind()).isEqualTo("destinations");
        assertThat(result.report().accepted()).isEqualTo(3);
        assertThat(result.report().newRecords()).isEqualTo(2);
        assertThat(result.report().unchangedRecords()).isEqualTo(1);
        assertThat(result.refused())
                .extracting(row -> row.row() + " " + row.problems().get(0).message())
                .containsExactly(
                        "4 is no outcome: write sustained, not sustained, never placed or not known",
                        "5 is about a student whom Signpost does not know: import students first");
        assertThat(lines())
                .containsExactly(
                        new LeaversCounted.Line("Left in 2024/25", 2, 1, 1, 0, 0, 0),
                        new LeaversCounted.Line("Left on a day not known", 1, 0, 0, 0, 0, 1));
    }

    @Test
    void theSameAgainChangesNothing() {
        send(APRIL, "A1,sustained", "A2,never placed");
        ImportResult again = send(APRIL, "A1,sustained", "A2,never placed");
        assertThat(again.report().unchangedRecords()).isEqualTo(2);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aLaterDayCorrectsAndAnEarlierOneDoesNot() {
        send(APRIL, "A1,sustained");
        assertThat(send(APRIL.plusDays(1), "A1,not sustained").report().changedRecords())
                .isEqualTo(1);
        ImportResult older = send(APRIL.minusDays(1), "A1,never placed");
        assertThat(older.report().unchangedRecords()).isEqualTo(1);
        assertThat(older.report().warnings())
                .containsExactly("1 row is older than what is on record of the student, which stands.");
        assertThat(lines().get(0).notSustained()).isEqualTo(1);
        assertThat(rows()).as("what was told before is history").isEqualTo(2);
    }

    @Test
    void whatIsKnownNeverGivesWayToNotKnown() {
        send(APRIL, "A1,sustained");
        send(APRIL.plusDays(1), "A1,not known");
        assertThat(lines().get(0).sustained()).isEqualTo(1);
        send(APRIL, "A2,activity not captured");
        assertThat(lines().get(0).notKnown()).isEqualTo(1);
        send(APRIL, "A2,sustained");
        assertThat(lines().get(0).sustained()).isEqualTo(2);
    }

    @Test
    void twoRowsAboutOneStudentAreBothHandedBack() {
        assertThat(send(APRIL, "A1,sustained", "A1,not sustained").refused()).hasSize(2);
        assertThat(rows()).isZero();
    }

    @Test
    void anotherSchoolSeesNothingOfIt() {
        send(APRIL, "A1,sustained");
        assertThat(rows(schools.school().id())).isZero();
    }

    private ImportResult send(LocalDate asOf, String... rows) {
        byte[] csv = ("student_id,outcome\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
        return schools.scope().within(school.id(), () -> imports.importNow(csv, asOf, false));
    }

    private List<LeaversCounted.Line> lines() {
        return schools.scope().within(school.id(), counted::lines);
    }

    private int rows() {
        return rows(school.id());
    }

    /** All that somebody at a school may see. */
    private int rows(UUID school) {
        Integer rows = schools.scope()
                .within(
                        school,
                        () -> transactions.execute(status -> sql.sql("select count(*) from destinations")
                                .query(Integer.class)
                                .single()));
        return Objects.requireNonNull(rows);
    }
}
