package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;
import static signpost.api.commandline.ABookFolder.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Students of a file judged, explained and compared, as somebody types it. */
class StudentsJudgedTest {

    private static final String PLAN = rule("No plan", "the post-16 plan is none", """
            flag "No plan" as high
                recommend PGI-01""");
    private static final String STUDENTS = """
            student_id,nc_year,attendance_pct,shoe
            =A1,11,84,
            A2,11,,
            A3,11,95,
            """;

    @TempDir
    private Path folder;

    private Path students;

    @BeforeEach
    void aBookAndStudents() throws IOException {
        ABookFolder.in(folder.resolve("book"))
                .withRules(PERSISTENT)
                .with("topics/plans.txt", PLAN)
                .with("topics/sums.txt", rule("In need", "the RONI score is 2 or above", "flag \"In need\" as high"));
        students = Files.writeString(folder.resolve("students.csv"), STUDENTS);
    }

    @Test
    void everyStudentGetsARowThatASpreadsheetDoesNotRun() {
        Ended ended = judged("evaluate");

        assertThat(ended.out().lines())
                .containsExactly(
                        "student_id,scores,flags,recommendations,cannot_tell",
                        "'=A1,RONI=2,In need;Persistent absence,ATT-01,No plan",
                        "A2,RONI=0..2,,,Persistent absence;No plan;In need",
                        "A3,RONI=0,,,No plan");
        assertThat(ended.err().lines())
                .containsExactly(
                        "Columns of the file of students that the vocabulary does not know: shoe.",
                        "Known of none of these students: the post-16 plan. 1 rule of 3 reads it.",
                        "3 students judged by 3 rules as of 2026-11-16, no problems in the files.");
        assertThat(ended.code()).isZero();
    }

    @Test
    void noPartOfARowCanRunInASpreadsheet() throws IOException {
        ABookFolder.in(folder.resolve("book"))
                .withRules(rule("=cmd|' /C calc'!A0", "attendance is below 90%", """
                        flag "+1+1" as high
                            flag "@SUM(1)" as high
                            flag "-2" as high"""))
                .with("topics/plans.txt", rule("-1+1", "the post-16 plan is none", "flag \"No plan\" as high"))
                .with("topics/sums.txt", rule("B", "the post-16 plan is none", "add 1 point to RONI"));
        Files.writeString(
                students, "student_id,attendance_pct\n=1+1,84\n+1,84\n-1,84\n@A1,84\nA;=1,84\n\uFF1D1,84\nA-1,\n");

        String out = judged("evaluate").out();

        assertThat(out.lines().skip(1))
                .hasSize(7)
                .allSatisfy(row ->
                        assertThat(row.split("[,;]", -1)).noneMatch(cell -> cell.matches("\"?\\s*[-=+@\uFF1D].*")));
        assertThat(out)
                .contains("\n'=1+1,", "\n'-1,", "\nA;'=1,", "\nA-1,", "'+1+1;'-2;'@SUM(1)", "'=cmd|' /C calc'!A0");
        assertThat(judged("evaluate", "--format", "json").out()).contains("\"=1+1\"", "\"@SUM(1)\"");
    }

    @Test
    void aTopicRunsWithTheRulesItLeansOnAndSpeaksForItself() {
        Ended ended = judged("evaluate", "--topic", "sums");

        assertThat(ended.out().lines().skip(1)).containsExactly("'=A1,,In need,,", "A2,,,,In need", "A3,,,,");
        assertThat(ended.err()).contains("by 2 rules");
        assertThat(judged("evaluate", "--topic", "sum"))
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("no topic \"sum\". Did you mean \"sums\"?"));
    }

    @Test
    void interviewsCountUpToTheDay() throws IOException {
        Path interviews = Files.writeString(folder.resolve("interviews.csv"), """
                student_id,date,kind,plan_state,notes
                A2,2026-10-21,guidance,none,
                A3,2026-10-21,guidance,none,
                A3,2026-11-20,guidance,ideas,
                """);

        assertThat(judged("evaluate", "--interviews", interviews).out())
                .contains("\nA2,RONI=0..2,No plan,PGI-01,", "\nA3,RONI=0,No plan,PGI-01,\n");
    }

    @Test
    void earlierDaysCountAsFarAsAFileSaysThem() throws IOException {
        ABookFolder.in(folder.resolve("book"))
                .with(
                        "topics/again.txt",
                        rule("Again", "\"Persistent absence\" was flagged last term", "flag \"Again\" as low")
                                + rule("Fell", "attendance fell by 5 points or more", "flag \"Fell\" as low"));
        Path history = Files.writeString(folder.resolve("history.csv"), """
                student_id,kind,name,value,date
                A3,flagged last term,Persistent absence,,
                A3,value last term,attendance_pct,100,
                A2,flagged last term,none,,
                Z9,offered,ATT-01,,2026-10-01
                """);

        assertThat(judged("evaluate", "--topic", "again").out())
                .as("without a file nothing is known")
                .contains("\nA2,,,,Again;Fell", "\nA3,,,,Again;Fell");
        Ended ended = judged("evaluate", "--topic", "again", "--history", history);
        assertThat(ended.out()).contains("\nA2,,,,Fell\n", "\nA3,,Again;Fell,,\n");
        assertThat(ended.err()).contains("1 student of the file of history: not in the file of students.");
        assertThat(judged("explain", "--student", "A3", "--rule", "Fell", "--history", history)
                        .out())
                .contains("Attendance last term: 100%");
        Files.writeString(history, "student_id,kind,name,value,date\nA3,flagged last term,Persistent abscence,,\n");
        assertThat(judged("evaluate", "--topic", "again", "--history", history))
                .returns(1, Ended::code)
                .satisfies(told -> assertThat(told.err()).contains("history.csv:2:22:", "\"Persistent absence\"?"))
                .satisfies(told -> assertThat(told.out()).contains("\nA3,,,,Again;Fell"));
    }

    @Test
    void jsonSaysTheSame() {
        var rows = JsonMapper.shared()
                .readTree(judged("evaluate", "--format", "json").out());

        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.get(1).toString())
                .isEqualTo("{\"student_id\":\"A2\",\"scores\":{\"RONI\":{\"least\":0,\"most\":2}},\"flags\":[],"
                        + "\"recommendations\":[],\"cannot_tell\":[\"Persistent absence\",\"No plan\",\"In need\"]}");
    }

    @Test
    void whatIsWrongWithARowIsToldAndTheRowIsJudged() throws IOException {
        Files.writeString(students, STUDENTS.replace("A3,11,95", "A3,11,lots"));

        Ended ended = judged("evaluate");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("\nA3,RONI=0..2,");
        assertThat(ended.err()).contains("students.csv:4:7: The cell under \"attendance_pct\" is not a number.");
    }

    @Test
    void everythingPrintedIsWrittenHoweverManyStudentsThereAre() throws IOException {
        var many = new StringBuilder("student_id,attendance_pct\n");
        for (int at = 0; at < 2_500; at++) {
            many.append('S').append(at).append(",84\n");
        }
        Files.writeString(students, many);

        assertThat(judged("evaluate").out().lines())
                .hasSize(2_501)
                .last()
                .isEqualTo("S2499,RONI=2,In need;Persistent absence,ATT-01,No plan");
    }

    @Test
    void aRuleIsExplainedWhetherItHoldsOrNot() {
        assertThat(judged("explain", "--student", "=A1", "--rule", "persistent absence")
                        .out())
                .contains(
                        "\"Persistent absence\" (attendance) holds: attendance is 84%. it matters Source: the school",
                        "yes attendance is 90% or below", "Attendance: 84%, from the school's MIS, 16 November 2026");
        assertThat(judged("explain", "--student", "A3", "--rule", "Persistent absence")
                        .out())
                .contains("does not hold, because this is not so: attendance is 90% or below.");
        assertThat(judged("explain", "--student", "A2").out())
                .contains("\"No plan\" (plans) cannot tell. To tell, this would have to be known: Post-16 plan.");
    }

    @Test
    void anExplanationSaysWhatWouldChangeIt() throws IOException {
        assertThat(judged("explain", "--student", "=A1").out())
                .contains(
                        "\n  The flag \"Persistent absence\" would clear if attendance were 90.1% rather than 84%.\n",
                        "\n  The flag \"In need\" would clear if attendance were 90.1% rather than 84%.\n");
        assertThat(judged("explain", "--student", "A3", "--rule", "In need").out())
                .endsWith("\n  The rule \"In need\" would fire if attendance were 90% rather than 95%.\n");
        assertThat(judged("explain", "--student", "A2").out()).doesNotContain("would clear", "would fire");
        ABookFolder.in(folder.resolve("book"))
                .with(
                        "topics/plans.txt",
                        PLAN.replace("  When", "  In force: from 1 September 2025 to 1 September 2026\n  When"));
        assertThat(judged("explain", "--student", "A2", "--rule", "No plan").out())
                .endsWith(
                        "is not in force on this day.\n  ?   the post-16 plan is none\n      Post-16 plan: not known\n");
    }

    @Test
    void whatDoesNotReadAsTextIsToldWithItsFileAndNoFileDrivesTheTerminal() throws IOException {
        Files.writeString(students, "student_id,shoe\u001b[2J\n\"A1\nA2: gains\",4\n");
        assertThat(judged("evaluate"))
                .returns(1, Ended::code)
                .satisfies(ended -> assertThat(ended.out()).doesNotContain("A2"))
                .satisfies(ended -> assertThat(ended.err())
                        .contains("students.csv:2:1: The student_id of this row", "shoe\uFFFD[2J")
                        .doesNotContain("\u001b"));
        Files.write(students, new byte[] {'a', ',', 0, 1});
        assertThat(judged("evaluate"))
                .returns(2, Ended::code)
                .satisfies(ended -> assertThat(ended.err()).contains("\"" + students + "\" is no CSV"));
    }

    @Test
    void whatMayNotBeReadIsToldWithoutJavasNames() {
        var denied = new java.nio.file.AccessDeniedException("book/topics");
        assertThat(Misuse.reason(new java.io.UncheckedIOException(denied)))
                .isEqualTo("you may not read \"book/topics\"");
    }

    @Test
    void whoIsNotThereCannotBeExplained() {
        assertThat(judged("explain", "--student", "Z9"))
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("has no student \"Z9\"."));
        assertThat(judged("explain", "--student", "A2", "--rule", "No plans"))
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("Did you mean \"No plan\"?"));
    }

    @Test
    void booksAreComparedStudentByStudentAndInSum() {
        ABookFolder.in(folder.resolve("after"))
                .withRules(PERSISTENT.replace("90% or below", "below 80%"))
                .with("topics/plans.txt", PLAN)
                .with("topics/sums.txt", rule("In need", "the RONI score is 2 or above", "flag \"In need\" as high"));

        Ended ended = Ended.after(
                "compare",
                "--before",
                folder.resolve("book"),
                "--after",
                folder.resolve("after"),
                "--students",
                students);

        assertThat(ended.out().lines())
                .containsExactly(
                        "=A1: loses flag \"In need\", flag \"Persistent absence\", recommend ATT-01; RONI from 2 to 0",
                        "In sum: 1 of 3 students changes.",
                        "  flag \"In need\": 0 gain, 1 loses",
                        "  flag \"Persistent absence\": 0 gain, 1 loses",
                        "  recommend ATT-01: 0 gain, 1 loses",
                        "  RONI: 0 higher, 1 lower or less certain",
                        "  rule \"In need\": 0 gain, 1 loses",
                        "  rule \"Persistent absence\": 0 gain, 1 loses");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aBrokenBookJudgesNobody() {
        ABookFolder.in(folder.resolve("book")).withRules(PERSISTENT.replace("\"Persistent absence\" as", "\"A;B\" as"));

        Ended ended = judged("evaluate");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("attendance.txt:8:12: The name of a flag may not hold \";\".");
    }

    @Test
    void filesAndDaysThatCannotBeAreMisuse() {
        for (String[] wrong : new String[][] {
            {"--students", "none.csv"}, {"--on", "2026-02-30"}, {"--format", "xml"}, {"--interviews", "none.csv"}
        }) {
            Ended ended = judged("evaluate", (Object[]) wrong);
            assertThat(ended.code()).as(wrong[1]).isEqualTo(2);
            assertThat(ended.err()).contains(wrong[1]).doesNotContain("Exception", "java.", "\tat ");
        }
    }

    private Ended judged(String command, Object... options) {
        var words = new java.util.ArrayList<Object>(
                java.util.List.of(command, "--rules", folder.resolve("book"), "--on", "2026-11-16"));
        words.addAll(java.util.List.of(options));
        if (!words.contains("none.csv") || !words.contains("--students")) {
            words.addAll(java.util.List.of("--students", students));
        }
        if (words.indexOf("--on") != words.lastIndexOf("--on")) {
            words.subList(3, 5).clear();
        }
        return Ended.after(words.toArray());
    }
}
