package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;
import static signpost.api.commandline.ABookFolder.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** 20 flagged, of whom 12 left; 30 not flagged, of whom 3 left; one of whom attendance is not known. */
    @BeforeEach
    void aCohortWithOutcomes() throws IOException {
        ABookFolder.in(folder.resolve("book"))
                .withRules(PERSISTENT + rule("+Few", "attendance is below 50%", "flag \"+Few\" as high"));
        List<String> rows = new ArrayList<>(List.of("student_id,attendance_pct"));
        List<String> became = new ArrayList<>(List.of("student_id,outcome"));
        for (int number = 0; number < 51; number++) {
            rows.add("S" + number + "," + (number < 20 ? "84" : number < 50 ? "95" : ""));
            became.add(
                    "S" + number + "," + (number < 12 || number > 46 && number < 50 ? "not sustained" : "sustained"));
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
                        "Students: 51; outcome known of 51, not known of 0.",
                        "Left or never placed: 15 of 51, 29% (19% to 43%).")
                .containsSubsequence(
                        "Rules",
                        "  Persistent absence",
                        "    judged 51, flagged 20, cannot tell fewer than 10",
                        "    of the flagged, left or never placed: 12 of 20, 60% (39% to 78%)",
                        "    of those who left or were never placed, flagged: 12 of 15, 80% (55% to 93%); missed fewer than"
                                + " 10, could not tell of 0",
                        "  +Few",
                        "    of the flagged, left or never placed: too few to say");
        assertThat(ended.err())
                .isEqualTo("51 students of 52 students with an outcome, judged as of 2026-11-16, no problems in the"
                        + " files.\n");
        assertThat(ended.code()).isZero();
    }

    @Test
    void programsReadTheSameAndNothingThatIsNotClaimed() {
        assertThat(lookBack("--format", "csv").out().lines())
                .containsExactly(
                        "kind,name,judged,flagged,cannot_tell,flagged_outcome_known,flagged_left_or_never_placed,share,"
                                + "share_low,share_high,left_or_never_placed,found_share,found_low,found_high,missed,"
                                + "could_not_tell",
                        "flag,'+Few,51,0,<10,0,0,,,,15,0.000,0.000,0.204,15,0",
                        "flag,Persistent absence,51,20,<10,20,12,0.600,0.387,0.781,15,0.800,0.548,0.930,<10,0",
                        "rule,Persistent absence,51,20,<10,20,12,0.600,0.387,0.781,15,0.800,0.548,0.930,<10,0",
                        "rule,'+Few,51,0,<10,0,0,,,,15,0.000,0.000,0.204,15,0");
        var rows = JsonMapper.shared().readTree(lookBack("--format", "json").out());
        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.get(0).toString())
                .startsWith("{\"kind\":\"flag\",\"name\":\"+Few\",\"judged\":51,\"flagged\":0,\"cannot_tell\":null,")
                .contains("\"share\":null,");
    }

    @Test
    void aSchoolMaySetTheMinimum() {
        assertThat(lookBack("--minimum", "1").out()).contains("cannot tell 1\n", "missed 3, could not tell of 0");
        assertThat(lookBack("--minimum", "30").out()).doesNotContain("60%");
        assertThat(lookBack("--minimum", "0")).returns(2, Ended::code);
    }

    @Test
    void whatIsWrongWithOutcomesIsToldAndTheRestCounts() throws IOException {
        Files.writeString(outcomes, "S51,sustaned\n", java.nio.file.StandardOpenOption.APPEND);

        Ended ended = lookBack();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("outcomes.csv:53:1: \"sustaned\" is not an outcome. Did you mean \"sustained\"?");
        assertThat(ended.out()).contains("12 of 20");
        Files.write(outcomes, "student_id,outcome\nZo\u00eb,sustained\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(lookBack())
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("is not UTF-8 text"));
        Files.delete(outcomes);
        assertThat(lookBack())
                .returns(2, Ended::code)
                .satisfies(misuse -> assertThat(misuse.err()).contains("There is no file"));
    }

    private Ended lookBack(Object... options) {
        List<Object> words = new ArrayList<>(List.of("backtest", "--rules", folder.resolve("book")));
        words.addAll(List.of("--students", students, "--outcomes", outcomes, "--on", "2026-11-16"));
        words.addAll(List.of(options));
        return Ended.after(words.toArray());
    }
}
