package signpost.engine.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.engine.ABook;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Vocabulary;

/** Students as schools export them, whole and damaged. */
class StudentFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final Vocabulary vocabulary =
            ABook.when("attendance is known").read().vocabulary();
    private final List<Problem> problems = new ArrayList<>();
    private List<String> unused = List.of();

    @TempDir
    private Path folder;

    @Test
    void aBlankIsNotKnownAndACellIsFromTheDayJudged() {
        var students = students("UPN,Adno,NC year,attendance_pct,Shoe size\nN840499816001,A1,10,,4\n,A2,11,84.2%,\n");

        assertThat(students).extracting(one -> one.profile().studentId()).containsExactly("A1", "A2");
        assertThat(students.get(0).fact("attendance_pct")).isEqualTo(Fact.UNKNOWN);
        assertThat(students.get(1).fact("attendance_pct")).isEqualTo(known("84.2", Source.MIS, TODAY));
        assertThat(unused).containsExactly("Shoe size");
        assertThat(problems).isEmpty();
    }

    @Test
    void aCellThatCannotBeUsedIsAProblemAndNotKnownWhileTheRowStays() {
        var students = students("student_id,nc_year,attendance_pct\nA1,27,90\n\"A,2\",11,lots\n");

        assertThat(students).hasSize(2);
        assertThat(students.get(0).fact("nc_year")).isEqualTo(Fact.UNKNOWN);
        assertThat(students.get(0).fact("attendance_pct")).isEqualTo(known("90", Source.MIS, TODAY));
        assertThat(told())
                .containsExactly(
                        "2:4: The cell under \"nc_year\" is not a whole number from 7 to 14. It counts as not known.",
                        "3:10: The cell under \"attendance_pct\" is not a number. It counts as not known.");
    }

    @Test
    void rowsThatAreNobodysOrSomebodysTwiceAreLeftOut() {
        var students = students("""
                student_id,upn,nc_year
                A1,,10
                ,,11
                A1,,12

                A2,10
                Total,2,
                ,N840499816001,11
                """);

        assertThat(students).extracting(one -> one.profile().studentId()).containsExactly("A1", "N840499816001");
        assertThat(told())
                .containsExactly(
                        "3:1: This row has neither a UPN nor a student_id, so it is left out.",
                        "4:1: This row is about the same student as line 2, so it is left out."
                                + " Keep the one that is right.",
                        "6:1: This row has 2 cells where the header has 3, so it is left out.",
                        "7:1: This row is a totals row, not a student. Leave it out.");
    }

    @Test
    void filesAreReadAsSpreadsheetsSaveThem() {
        var marked = students(
                ("\uFEFFstudent_id;nc_year;intended_provider\r\n'-7;10;École\r\n").getBytes(StandardCharsets.UTF_8));
        var older = students("student_id\tintended_provider\nA1\tÉcole\n".getBytes(Charset.forName("windows-1252")));

        assertThat(marked.get(0).profile().studentId()).isEqualTo("-7");
        assertThat(List.of(marked.get(0), older.get(0)))
                .extracting(one -> one.fact("intended_provider"))
                .containsOnly(new Fact.Known(new Value.Text("École"), Source.MIS, TODAY));
    }

    @Test
    void whatCanBeWorkedOutIs() {
        var sessions = new ABookWithSessions().vocabulary();
        var students = students("student_id,sessions_possible,sessions_attended\nA1,96,93\n", sessions);

        assertThat(students.get(0).fact("sessions_missed"))
                .isInstanceOfSatisfying(
                        Fact.Known.class,
                        fact -> assertThat(fact.value().canonical()).isEqualTo("3"));
    }

    @Test
    void nobodyAttendsMoreSessionsThanThereWere() {
        var sessions = new ABookWithSessions().vocabulary();
        var students = students("student_id,sessions_possible,sessions_attended,nc_year\nA1,93,96,11\n", sessions);

        assertThat(students.get(0).profile().facts()).containsOnlyKeys("nc_year");
        assertThat(told())
                .containsExactly("2:1: This row has more sessions attended than possible. Both count as not known.");
    }

    @Test
    void theLatestInterviewUpToTheDayCounts() throws IOException {
        Path interviews = write("interviews.csv", """
                student_id,date,kind,plan_state,in_care,notes
                A1,2026-09-07,tutor,none,Y,
                A1,2026-10-21,guidance,ideas,,
                A1,2026-11-17,guidance,applied,,
                A2,2026-02-30,guidance,none,,
                A2,2026-10-01,chat,none,,
                A2,2026-10-01,guidance,perhaps,,
                Z9,2026-10-01,guidance,none,,
                """.getBytes(StandardCharsets.UTF_8));
        var said = Interviews.read(interviews, vocabulary, TODAY, problems::add);
        var students = students("student_id,in_care\nA1,N\nA2,\n".getBytes(StandardCharsets.UTF_8), vocabulary, said);

        assertThat(students.get(0).fact("plan_state"))
                .isEqualTo(new Fact.Known(new Value.Code("ideas"), Source.INTERVIEW, LocalDate.of(2026, 10, 21)));
        assertThat(students.get(0).fact("in_care"))
                .as("the export is newer than the interview")
                .isEqualTo(new Fact.Known(new Value.YesNo(false), Source.MIS, TODAY));
        assertThat(students.get(1).profile().facts()).isEmpty();
        assertThat(said.strangers()).isEqualTo(1);
        assertThat(told())
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("5:4", "6:15", "7:24");
    }

    @Test
    void aFileThatSaysNobodysOrTheSameTwiceIsNotUsed() {
        assertThat(students("nc_year\n10\n")).isEmpty();
        assertThat(students("student_id,Adno,nc_year\nA1,A1,10\n")).isEmpty();
        assertThat(students("")).isEmpty();
        assertThat(told())
                .containsExactly(
                        "1:1: No column says whose the rows are."
                                + " Add a column \"student_id\" or \"upn\" with its header in the first row.",
                        "1:12: The columns \"student_id\" and \"Adno\" mean the same. Keep one of them.",
                        "1:1: This file is empty.");
    }

    @Test
    void aUpnThatTwoStudentsHaveIsToldOfBothAndMatchesNeither() throws IOException {
        var said = Interviews.read(
                write(
                        "interviews.csv",
                        ("student_id,upn,date,plan_state\n,N840499816001,2026-10-01,none\n" + "S2,,2026-10-01,ideas\n")
                                .getBytes(StandardCharsets.UTF_8)),
                vocabulary,
                TODAY,
                problems::add);
        var students = students(
                "student_id,upn\nS1,N840499816001\nS2,N840499816001\nS3,P840499816002\n"
                        .getBytes(StandardCharsets.UTF_8),
                vocabulary,
                said);

        assertThat(students).hasSize(3);
        assertThat(students.get(0).fact("plan_state")).isEqualTo(Fact.UNKNOWN);
        assertThat(students.get(1).fact("plan_state"))
                .isEqualTo(new Fact.Known(new Value.Code("ideas"), Source.INTERVIEW, LocalDate.of(2026, 10, 1)));
        assertThat(said.strangers()).isEqualTo(1);
        assertThat(told())
                .containsExactly(
                        "2:4: Another row has the same UPN, so what other files say under it counts for neither."
                                + " Find out whose it is.",
                        "3:4: Another row has the same UPN, so what other files say under it counts for neither."
                                + " Find out whose it is.");
    }

    @Test
    void anIdThatReadsLikeAnothersUpnIsNotThatUpn() throws IOException {
        var said = Interviews.read(
                write(
                        "interviews.csv",
                        "student_id,date,plan_state\n77,2026-10-01,none\n".getBytes(StandardCharsets.UTF_8)),
                vocabulary,
                TODAY,
                problems::add);
        var students = students("student_id,upn\nS1,77\n77,\n".getBytes(StandardCharsets.UTF_8), vocabulary, said);

        assertThat(students.get(0).fact("plan_state")).isEqualTo(Fact.UNKNOWN);
        assertThat(students.get(1).fact("plan_state")).isNotEqualTo(Fact.UNKNOWN);
    }

    @Test
    void anIdThatDrivesATerminalOrForgesALineIsRefused() {
        assertThat(students(
                        "student_id,nc_year\n\"A1\nA2: loses\",10\nA\u001b[2J,10\nA\u202e1,10\nA\u200b1,10\nA 4,10\n"))
                .extracting(one -> one.profile().studentId())
                .containsExactly("A 4");
        assertThat(told())
                .hasSize(4)
                .allMatch(line ->
                        line.endsWith("The student_id of this row holds a character that cannot be seen, so it is"
                                + " left out. Type the id again."))
                .noneMatch(line -> line.matches("(?s).*[\\p{Cntrl}\\p{Cf}].*"));
    }

    @Test
    void whatWasKeptFromRunningInASpreadsheetReadsAsItWas() {
        for (String id : List.of("=1", "-7", "\uFF1D1", "A;=1", "A'B", "A;B")) {
            assertThat(students("student_id,nc_year\n\"" + Disarmed.cell(id) + "\",10\n"))
                    .extracting(one -> one.profile().studentId())
                    .containsExactly(id);
        }
    }

    @Test
    void damageEndsTheReadingWhereItStandsAndHugeRowsAreRefused() {
        assertThat(students("student_id,nc_year\nA1,10\nA2,\"11\nA3,12\n")).hasSize(1);
        assertThat(students("student_id,nc_year\nA1," + "9".repeat(10_001) + "\nA2,10\n"))
                .hasSize(1);
        assertThat(students("student_id,nc_year\nA1," + "9".repeat(5_000_000))).isEmpty();
        assertThat(told()).hasSize(3).anyMatch(line -> line.startsWith("3:1: From here on this file cannot be read."));
    }

    @Test
    void whatIsNoTextIsRefusedInTheReadersWords() {
        assertThatThrownBy(() -> students(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Excel workbook");
        assertThatThrownBy(() -> students(new byte[] {'a', ',', 0, (byte) 0x81}))
                .hasMessageContaining("students.csv\" is no CSV: it is not even text");
    }

    private List<StudentOnDate> students(String text) {
        return students(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<StudentOnDate> students(String text, Vocabulary words) {
        return students(text.getBytes(StandardCharsets.UTF_8), words, Interviews.none());
    }

    private List<StudentOnDate> students(byte[] text) {
        return students(text, vocabulary, Interviews.none());
    }

    private List<StudentOnDate> students(byte[] text, Vocabulary words, Interviews said) {
        try (var file = new StudentFile(write("students.csv", text), words, TODAY, said, problems::add)) {
            List<StudentOnDate> students = file.next();
            assertThat(file.next()).isEmpty();
            unused = file.unusedColumns();
            return students;
        }
    }

    private Path write(String name, byte[] text) {
        try {
            return Files.write(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The problems without their file. */
    private List<String> told() {
        return problems.stream()
                .map(problem ->
                        problem.toString().substring(problem.place().file().length() + 1))
                .toList();
    }

    private static Fact known(String amount, Source source, LocalDate on) {
        return new Fact.Known(new Value.Amount(new java.math.BigDecimal(amount)), source, on);
    }

    private static final class ABookWithSessions {
        Vocabulary vocabulary() {
            return ABook.when("attendance is known").withAttribute("""
                            Attribute: sessions_possible
                              Called: sessions possible
                              Kind: whole number from 0 to 1000
                            Attribute: sessions_attended
                              Called: sessions attended
                              Kind: whole number from 0 to 1000
                            Attribute: sessions_missed
                              Called: sessions missed
                              Kind: whole number from 0 to 1000
                              Worked out: sessions_possible - sessions_attended
                            """).read().vocabulary();
        }
    }
}
