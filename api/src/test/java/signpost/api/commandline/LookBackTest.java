package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;
import static signpost.api.commandline.ABookFolder.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A book held against what became of students, as somebody types it. */
class LookBackTest {

    @TempDir
    private Path folder;

    private Path students;
    private Path outcomes;

    /** 25 flagged, of whom 12 left; 30 not flagged, of whom 10 left; one of whom attendance is not known. */
    @BeforeEach
    void aCohortWithOutcomes() throws IOException {
        ABookFolder.in(folder.resolve("book"))
                .withRules(PERSISTENT + rule("+Few", "attendance is below 50%", "flag \"+Few\" as high"));
        List<String> rows = new ArrayList<>(List.of("student_id,attendance_pct"));
        List<String> became = new ArrayList<>(List.of("student_id,outcome"));
        for (int number = 0; number < 56; number++) {
            rows.add("S" + number + "," + (number < 25 ? "84" : number < 55 ? "95" : ""));
            became.add(
                    "S" + number + "," + (number < 12 || number > 44 && number < 55 ? "not sustained" : "sustained"));
        }
        rows.add("Younger,84");
        students = Files.write(folder.resolve("students.csv"), rows);
        outcomes = Files.write(folder.resolve("outcomes.csv"), became);
    }

    @Test
    void eachFlagAndEachRuleIsHeldAgainstWhatBecameOfStudents() {
        Ended ended = lookBack();

        assertThat(ended.out().lines())
                .startsWith(
                        "Students: 56; outcome known of 56, not known of 0.",
                        "Left or never placed: 22 of 56, 39% (28% to 52%).")
                .containsSubsequence(
                        "Rules",
                        "  Persistent absence",
                        "    judged 56, flagged 25, cannot tell not told",
                        "    of the flagged, left or never placed: 12 of 25, 48% (30% to 67%)",
                        "    of those who left or were never placed, flagged: 12 of 22, 55% (35% to 73%); missed 10, could"
                                + " not tell of 0",
                        "  +Few",
                        "    of the flagged, left or never placed: nobody to say it of");
        assertThat(ended.err())
                .isEqualTo("56 students with an outcome, judged as of 2026-11-16, no problems in the files.\n");
        assertThat(ended.code()).isZero();
    }

    @Test
    void programsReadTheSameAndNothingThatIsNotClaimed() {
        assertThat(lookBack("--format", "csv").out().lines())
                .containsExactly(
                        "kind,name,judged,flagged,cannot_tell,flagged_outcome_known,flagged_left_or_never_placed,share,"
                                + "share_low,share_high,left_or_never_placed,found_share,found_low,found_high,missed,"
                                + "could_not_tell",
                        "flag,'+Few,56,0,hidden,0,0,,,,22,0.000,0.000,0.149,22,0",
                        "flag,Persistent absence,56,25,hidden,25,12,0.480,0.300,0.665,22,0.545,0.347,0.731,10,0",
                        "rule,Persistent absence,56,25,hidden,25,12,0.480,0.300,0.665,22,0.545,0.347,0.731,10,0",
                        "rule,'+Few,56,0,hidden,0,0,,,,22,0.000,0.000,0.149,22,0");
        var rows = JsonMapper.shared().readTree(lookBack("--format", "json").out());
        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.get(0).toString())
                .startsWith(
                        "{\"kind\":\"flag\",\"name\":\"+Few\",\"judged\":56,\"flagged\":0,\"cannot_tell\":\"hidden\",")
                .contains("\"share\":null,");
    }

    @Test
    void aSchoolMaySetTheMinimum() {
        assertThat(lookBack("--minimum", "1").out()).contains("cannot tell 1\n", "missed 10, could not tell of 0");
        assertThat(lookBack("--minimum", "30").out()).doesNotContain("48%");
        assertThat(lookBack("--minimum", "0")).returns(2, Ended::code);
    }

    @Test
    void whatIsWrongWithOutcomesIsToldAndTheRestCounts() throws IOException {
        Files.writeString(outcomes, "S99,sustaned\n", java.nio.file.StandardOpenOption.APPEND);

        Ended ended = lookBack();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "outcomes.csv:58:5: The cell under \"outcome\" is not an outcome. Did you mean \"sustained\"?",
                        "1 student of the file of outcomes: not in the file of students.");
        assertThat(ended.out()).contains("12 of 25");
        Files.delete(outcomes);
        assertThat(lookBack())
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("there is no file"));
    }

    @Test
    void withoutAnOutcomeThereIsNothingToLookBackAt() throws IOException {
        Files.writeString(outcomes, "student_id,outcome\nS1,\nS2,not known\nZ9,sustained\n");
        assertThat(lookBack())
                .returns(2, Ended::code)
                .returns("", Ended::out)
                .satisfies(misuse -> assertThat(misuse.err()).contains("has no outcome of any student"));
    }

    @Test
    void outcomesThatNeverEndAreAProblem() throws IOException {
        Files.writeString(outcomes, "student_id,outcome\nS1," + "s".repeat(5_000_000));
        assertThat(lookBack())
                .returns(2, Ended::code)
                .satisfies(misuse ->
                        assertThat(misuse.err()).contains("outcomes.csv:2:1: From here on this file cannot be read."));
    }

    private Ended lookBack(Object... options) {
        List<Object> words = new ArrayList<>(List.of("backtest", "--rules", folder.resolve("book")));
        words.addAll(List.of("--students", students, "--outcomes", outcomes, "--on", "2026-11-16"));
        words.addAll(List.of(options));
        return Ended.after(words.toArray());
    }
}
