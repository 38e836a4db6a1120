package signpost.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.recommendations.OneSchool;
import signpost.api.schools.SchoolScope;
import signpost.api.students.Students;
import signpost.api.students.imports.ImportResult;
import signpost.api.students.imports.Imports;
import signpost.fixtures.cohort.Export;
import signpost.fixtures.cohort.Region;

/** Puts invented students into a test's school and judges them, as of today. */
@TestComponent
public class TestCohort {

    @Autowired
    Imports imports;

    @Autowired
    OneSchool one;

    @Autowired
    Students students;

    @Autowired
    SchoolScope scope;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transactions;

    /** A CSV with whatever columns a test needs, its header first. */
    public void take(UUID school, String... lines) {
        assertThat(take(school, String.join("\n", lines), LocalDate.now(clock)).refused())
                .isEmpty();
        settle(school);
    }

    /** The smaller school of the pilot region, with its interviews: 360 students. */
    public void takePilotSchool(UUID school) {
        takePilotSchool(school, 1);
    }

    /** The same with only each so-manieth of its students: as varied, and sooner there. */
    public void takePilotSchool(UUID school, int each) {
        Region.pilot(2026, LocalDate.now(clock))
                .schools()
                .get(1)
                .exports()
                .forEach(export -> takeExport(school, export, each));
        settle(school);
    }

    /** Returns when nobody of a school waits to be evaluated: a job of the program may be at work on some of them. */
    public void settle(UUID school) {
        Instant until = Instant.now().plusSeconds(60);
        while (waiting(school) > 0) {
            assertThat(Instant.now()).isBefore(until);
            one.works(school);
        }
    }

    private int waiting(UUID school) {
        return scope.within(
                school,
                () -> transactions.execute(status -> sql.sql("select count(*) from to_evaluate")
                        .query(Integer.class)
                        .single()));
    }

    /** Signpost's id of the student the MIS knows as {@code studentId}. */
    public UUID idOf(UUID school, String studentId) {
        return scope.within(
                school, () -> students.byStudentId(studentId).orElseThrow().id());
    }

    /** Of a student who was not taken no other row is. */
    private void takeExport(UUID school, Export export, int each) {
        if (!export.fileName().startsWith("census")) {
            take(
                    school,
                    export.fileName().startsWith("students") ? few(export.csv(), each) : export.csv(),
                    export.asOf());
        }
    }

    private static String few(String csv, int each) {
        var rows = csv.lines().toList();
        return IntStream.range(0, rows.size())
                .filter(row -> row == 0 || row % each == 0)
                .mapToObj(rows::get)
                .collect(Collectors.joining("\n"));
    }

    private ImportResult take(UUID school, String csv, LocalDate asOf) {
        return scope.within(school, () -> imports.importNow(csv.getBytes(StandardCharsets.UTF_8), asOf, false));
    }
}
