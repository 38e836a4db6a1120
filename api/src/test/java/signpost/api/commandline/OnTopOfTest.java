package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school's additions on top of its trust's book, as somebody types it. */
class OnTopOfTest {

    private static final String PLAN =
            ABookFolder.rule("No plan", "the post-16 plan is none", "recommend PGI-01 within 2 weeks");

    private static final String SCHOOL = """
            Tighten: Persistent absence
              Why: Our buses come once an hour.
              When
                attendance is 92% or below
              Because
                attendance is {attendance}, below 92%

            Switch off: No plan
              Why: Everybody is asked in October.

            Scenario: At 92%
              For: Persistent absence
              Given
                attendance is 92%
              Expect
                flag "Persistent absence"
            """;

    private static final String TRUSTS_SCENARIO = """
            Scenario: At 91%
              For: Persistent absence
              Given
                attendance is 91%
              Expect
                nothing
            """;

    @TempDir
    private Path folder;

    private Path trust;
    private Path school;

    @BeforeEach
    void trustAndSchool() {
        trust = folder.resolve("ours");
        school = folder.resolve("mine");
        ABookFolder.in(trust).withRules(PERSISTENT + PLAN + TRUSTS_SCENARIO);
    }

    private void schoolSays(String text) {
        ABookFolder.empty(school).withRules(text);
    }

    @Test
    void whoseEachRuleIsIsPrinted() {
        schoolSays(SCHOOL);
        Ended check = Ended.after("check", "--origins", school, "--on-top-of", trust);
        assertThat(check.code()).isZero();
        assertThat(check.out().lines())
                .containsExactly(
                        "No plan: the trust's, switched off by the school: Everybody is asked in October.",
                        "Persistent absence: the trust's, tightened by the school: Our buses come once an hour.");
    }

    @Test
    void bothPartsScenariosRunOnTheirOwnBook() {
        schoolSays(SCHOOL);
        Ended test = Ended.after("test", school, "--on-top-of", trust);
        assertThat(test.code()).isZero();
        assertThat(test.err())
                .contains(school + ", the trust's part: 1 scenario passed, 0 failed")
                .contains(school + ": 1 scenario passed, 0 failed");
    }

    @Test
    void aProblemStandsInTheFileItIsIn() {
        schoolSays(SCHOOL.replace("attendance is 92% or below", "attendance is 80% or below"));
        Ended check = Ended.after("check", school, "--on-top-of", trust);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out())
                .startsWith(school.resolve("topics/attendance.txt") + ":4:5: With \"attendance is 80% or below\"");
    }

    @Test
    void studentsAreJudgedByBoth() {
        schoolSays(SCHOOL);
        ABookFolder.empty(folder).with("students.csv", "student_id,% Attendance\nA1,91\n");
        Path students = folder.resolve("students.csv");
        assertThat(Ended.after("evaluate", "--rules", school, "--on-top-of", trust, "--students", students)
                        .out())
                .contains("A1,RONI=2,Persistent absence,ATT-01");
        assertThat(Ended.after(
                                "compare",
                                "--before",
                                trust,
                                "--after",
                                school,
                                "--after-on-top-of",
                                trust,
                                "--students",
                                students)
                        .out())
                .contains("Persistent absence");
        assertThat(Ended.after(
                                "explain",
                                "--rules",
                                school,
                                "--on-top-of",
                                trust,
                                "--students",
                                students,
                                "--student",
                                "A1")
                        .out())
                .contains("below 92%");
    }

    @Test
    void whatIsKnownOfNobodyIsSaid() {
        schoolSays(SCHOOL);
        ABookFolder.empty(folder).with("students.csv", "student_id,Year\nA1,11\n");
        Ended compared = Ended.after(
                "compare", "--before", trust, "--after", trust, "--students", folder.resolve("students.csv"));
        assertThat(compared.err())
                .contains("Known of none of these students: attendance, the post-16 plan. 2 rules of 2 read them.");
    }

    @Test
    void aFolderMayHoldBothParts() {
        Path both = folder.resolve("both");
        ABookFolder.in(both.resolve("trust")).withRules(PERSISTENT + PLAN);
        ABookFolder.empty(both.resolve("school")).withRules(SCHOOL);
        assertThat(Ended.after("check", both).code()).isZero();
        assertThat(Ended.after("check", both, "--on-top-of", trust))
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("holds a trust's book already"));
    }

    @Test
    void additionsAloneSayWhatTheyLack() {
        schoolSays(SCHOOL);
        assertThat(Ended.after("check", school).out()).contains("read on top of the trust's book");
    }
}
