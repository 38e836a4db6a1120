package signpost.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

class OutcomeReaderTest {

    private final Problems problems = new Problems();

    @Test
    void outcomesAreReadInTheWordsOfTheMeasures() {
        assertThat(read(
                        "student_id,outcome",
                        "S1,Sustained apprenticeship",
                        "S2,not recorded as a sustained destination",
                        "S3,never_placed",
                        "S4,Activity not captured",
                        "S5,"))
                .containsExactly(
                        entry("S1", Outcome.SUSTAINED),
                        entry("S2", Outcome.NOT_SUSTAINED),
                        entry("S3", Outcome.NEVER_PLACED),
                        entry("S4", Outcome.NOT_KNOWN),
                        entry("S5", Outcome.NOT_KNOWN));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() {
        read("student_id,outcome", "S1,sustaned", "S2,gone fishing", ",sustained", "S4,sustained", "S4,not sustained");
        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        "outcomes.csv:2:1: \"sustaned\" is not an outcome. Did you mean \"sustained\"?",
                        "outcomes.csv:3:1: \"gone fishing\" is not an outcome."
                                + " Write sustained, not sustained, never placed or not known.",
                        "outcomes.csv:4:1: The column \"student_id\" is empty. Write the id the students' file has.",
                        "outcomes.csv:6:1: The student \"S4\" already stands at outcomes.csv:5:1. Keep one of them.");
    }

    @Test
    void aFileWithoutItsColumnsSaysSo() {
        read("id,result", "S1,sustained");
        assertThat(problems.all().stream().map(Problem::message))
                .contains("The column \"student_id\" is missing.", "The column \"outcome\" is missing.");
    }

    private Map<String, Outcome> read(String... lines) {
        return new OutcomeReader(problems).read("outcomes.csv", String.join("\n", lines));
    }
}
