package signpost.engine.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.engine.text.Problem;

class OutcomesTest {

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void outcomesAreReadInTheWordsOfTheMeasures() throws IOException {
        Outcomes outcomes = read("""
                student_id,outcome
                S1,Sustained apprenticeship
                S2,not recorded as a sustained destination
                S3,never_placed
                S4,Activity not captured
                S5,
                """);

        assertThat(List.of("S1", "S2", "S3", "S4", "S5"))
                .extracting(id -> outcomes.of(new Ids(id, "")).orElseThrow())
                .containsExactly(
                        Outcome.SUSTAINED,
                        Outcome.NOT_SUSTAINED,
                        Outcome.NEVER_PLACED,
                        Outcome.NOT_KNOWN,
                        Outcome.NOT_KNOWN);
        assertThat(outcomes.of(new Ids("S6", ""))).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() throws IOException {
        read("student_id,outcome\nS1,sustaned\nS2,gone fishing\n,sustained\nS4,sustained\nS4,not sustained\n");

        assertThat(told())
                .containsExactly(
                        "2:4: The cell under \"outcome\" is not an outcome. Did you mean \"sustained\"?",
                        "3:4: The cell under \"outcome\" is not an outcome."
                                + " Write sustained, not sustained, never placed or not known.",
                        "4:1: This row has neither a UPN nor a student_id, so it is left out.",
                        "6:1: The student \"S4\" already stands above, so this row is left out. Keep one of them.");
    }

    @Test
    void aMissingColumnIsOneProblemAndEndsTheReading() throws IOException {
        read("id,result\nS1,sustained\n" + "S2\n".repeat(50));
        read("student_id,result\nS1,sustained\n" + "S2\n".repeat(50));

        assertThat(told())
                .containsExactly(
                        "1:1: No column says whose the rows are."
                                + " Add a column \"student_id\" or \"upn\" with its header in the first row.",
                        "1:1: A file of outcomes needs a column \"outcome\".");
    }

    @Test
    void aUpnIsAnIdAndTheFileIsReadAsOlderSpreadsheetsSaveIt() throws IOException {
        Outcomes outcomes =
                read("upn;outcome;caf\u00e9\nN840499816001;never placed;\n".getBytes(Charset.forName("windows-1252")));

        assertThat(outcomes.of(new Ids("S1", "N840499816001"))).contains(Outcome.NEVER_PLACED);
        assertThat(outcomes.of(new Ids("N840499816001", ""))).isEmpty();
        assertThat(outcomes.unusedColumns()).containsExactly("caf\u00e9");
        assertThat(outcomes.strangers()).isZero();
    }

    private Outcomes read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Outcomes read(byte[] text) throws IOException {
        return Outcomes.read(Files.write(folder.resolve("outcomes.csv"), text), problems::add);
    }

    /** The problems without their file. */
    private List<String> told() {
        return problems.stream()
                .map(problem ->
                        problem.toString().substring(problem.place().file().length() + 1))
                .toList();
    }
}
