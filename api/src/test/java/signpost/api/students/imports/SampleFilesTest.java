package signpost.api.students.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.schools.SchoolScope;
import signpost.api.students.Profiles;
import signpost.api.students.Students;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.profile.Profile;
import signpost.fixtures.Samples;

@SignpostTest
class SampleFilesTest {

    static final LocalDate EXPORTED = LocalDate.of(2026, 11, 16);

    @Autowired
    Imports imports;

    @Autowired
    SchoolScope scope;

    @Autowired
    TestSchools schools;

    @Autowired
    Students students;

    @Autowired
    Profiles profiles;

    @Autowired
    PlatformTransactionManager transactions;

    UUID school;

    @BeforeEach
    void aSchoolOfItsOwn() {
        school = schools.school().id();
    }

    @ParameterizedTest
    @CsvSource({
        Samples.THORNBECK + ", 480, 368, 445, 2220",
        Samples.LARKRIGG + ", 360, 236, 338, 1453",
    })
    void everyRowOfAGoodExportIsTakenAndTheSameFileTwiceChangesNothing(
            String folder, int roll, int attendance, int ks4, int interviews) {
        List<String> files = List.of("students.csv", "attendance.csv", "ks4.csv", "interviews.csv", "census.csv");
        List<Integer> rows = List.of(roll, attendance, ks4, interviews, roll);
        for (int i = 0; i < files.size(); i++) {
            ImportResult result = take(folder + "/" + files.get(i));
            assertThat(result.report().given()).as(files.get(i)).isEqualTo(rows.get(i));
            assertThat(result.refused()).as(files.get(i)).isEmpty();
        }
        var known = facts();
        assertThat(known).hasSize(roll);
        for (String file : files) {
            ImportReport again = take(folder + "/" + file).report();
            assertThat(again.changedSomething()).as(again.toString()).isFalse();
            assertThat(again.unchangedRecords()).as(file).isEqualTo(again.accepted());
        }
        assertThat(facts()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "students-with-bom.csv, 40, 40, ''",
        "students-semicolons.csv, 40, 40, ''",
        "students-totals-row.csv, 41, 40, 41",
        "students-duplicate-upn.csv, 41, 37, 11 12 13 41",
        "students-wrong-check-letter.csv, 20, 18, 7 14",
        "students-uln-scientific.csv, 20, 15, 3 8 9 15 18",
        "students-mixed-damage.csv, 29, 14, 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30",
        "formula-cells.csv, 20, 20, ''",
        "ks4-impossible-grade.csv, 20, 14, 2 5 8 11 14 17",
        "interviews-bad.csv, 24, 13, 2 4 6 8 10 12 14 16 18 20 22",
    })
    void everyRowOfABadExportIsTakenOrHandedBack(String file, int given, int good, String bad) {
        take(Samples.THORNBECK + "/students.csv");
        ImportResult result = take("bad/" + file);
        String refused = result.refused().stream()
                .map(row -> Integer.toString(row.row()))
                .collect(Collectors.joining(" "));

        assertThat(result.report().given()).isEqualTo(given);
        assertThat(result.report().accepted()).isEqualTo(good);
        assertThat(result.report().refused()).isEqualTo(given - good);
        assertThat(refused).isEqualTo(bad);
        assertThat(result.refused()).allMatch(row -> !row.problems().isEmpty());
    }

    @Test
    void noiseIsRefusedAsAWholeWithOneReason() {
        ImportReport report = take("bad/not-a-csv.csv").report();
        assertThat(report.wasNotUnderstood()).isTrue();
        assertThat(report.reason()).contains("no CSV");
        assertThat(report.given()).isZero();
    }

    @Test
    void rowsAboutStudentsNotKnownAreRefused() {
        ImportResult result = take(Samples.THORNBECK + "/attendance.csv");
        assertThat(result.report().accepted()).isZero();
        assertThat(result.refused().get(0).problems().get(0).message()).contains("import students first");
    }

    @Test
    void attendanceIsWorkedOutFromSessions() {
        take(Samples.THORNBECK + "/students.csv");
        take(Samples.THORNBECK + "/attendance.csv");
        Profile first = scope.within(
                school,
                () -> profiles.of(List.of(
                                students.byStudentId("A1001").orElseThrow().id()))
                        .values()
                        .iterator()
                        .next());
        assertThat(first.facts().get("attendance_pct").value().canonical()).isEqualTo("96.875");
        assertThat(first.facts().get("attendance_pct").confirmedOn()).isEqualTo(EXPORTED);
    }

    @Test
    void columnsThatNothingReadsAreNamed() {
        assertThat(take(Samples.THORNBECK + "/census.csv").report().unusedColumns())
                .containsExactly("Estab");
    }

    @Test
    void aDryRunKeepsNothing() {
        ImportReport report = scope.within(
                        school,
                        () -> imports.importNow(Samples.bytes(Samples.LARKRIGG + "/students.csv"), EXPORTED, true))
                .report();
        assertThat(report.newRecords()).isEqualTo(360);
        assertThat(facts()).isEmpty();
    }

    @Test
    void whatBreaksOffAfterTheLastRowLeavesNothing() {
        assertThatThrownBy(() -> scope.within(
                        school,
                        () -> new TransactionTemplate(transactions).execute(status -> {
                            imports.importNow(Samples.bytes(Samples.LARKRIGG + "/students.csv"), EXPORTED, false);
                            throw new IllegalStateException("the plug was pulled");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(facts()).isEmpty();
    }

    @Test
    void anOlderExportNeverOverwritesANewer() {
        take(Samples.LARKRIGG + "/students.csv");
        var known = facts();
        scope.within(
                school,
                () -> imports.importNow(
                        Samples.text(Samples.LARKRIGG + "/students.csv")
                                .replaceAll(",N,", ",Y,")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        EXPORTED.minusDays(1),
                        false));
        assertThat(facts()).isEqualTo(known);
    }

    private ImportResult take(String sample) {
        return scope.within(school, () -> imports.importNow(Samples.bytes(sample), EXPORTED, false));
    }

    private java.util.Map<UUID, Profile> facts() {
        return scope.within(school, () -> profiles.of(students.all()));
    }
}
