package signpost.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import org.junit.jupiter.api.Test;
import signpost.engine.ABook;

/** A book comes into force only when its own scenarios come out as written. */
class CheckedBookTest {

    private static final String ABSENCE =
            rule("Persistent absence", "flag \"Persistent absence\" as medium", "attendance is 90% or below");

    @Test
    void aBookWhoseScenariosComeOutIsReady() {
        CheckedBook checked = CheckedBook.of(scenario("attendance is 90%", "Expect\n    flag \"Persistent absence\"")
                .files());

        assertThat(checked)
                .isInstanceOfSatisfying(
                        CheckedBook.Ready.class,
                        ready -> assertThat(ready.scenarios()).isEqualTo(1));
    }

    @Test
    void aFailingScenarioRefusesTheBookAtItsLine() {
        assertThat(scenario("attendance is 90.1%", "Expect\n    flag \"Persistent absence\"")
                        .refusal())
                .containsExactly("topics/test.scenarios.txt:6:5: The scenario \"Shown\" expects the flag"
                        + " \"Persistent absence\", but the rule \"Persistent absence\" does not give it. Attendance is"
                        + " 90.1%, and the rule asks for 90% or below.");
    }

    @Test
    void whatMustNotComeOutRefusesTheBookAtItsLine() {
        assertThat(scenario("attendance is 84%", "Expect not\n    flag \"Persistent absence\"")
                        .refusal())
                .containsExactly(
                        "topics/test.scenarios.txt:6:5: The scenario \"Shown\" expects no flag"
                                + " \"Persistent absence\", but the rule \"Persistent absence\" gives it. Change the rule, or what the scenario expects.");
    }

    @Test
    void whatAScenarioDoesNotMentionIsNotKnown() {
        assertThat(scenario("the student is in year 11", "Expect\n    cannot tell \"Persistent absence\"")
                        .refusal())
                .isEmpty();
    }

    @Test
    void aScenarioThatExpectsNothingAtAllIsRefused() {
        assertThat(ABook.withRules(ABSENCE)
                        .with("topics/test.scenarios.txt", "Scenario: Shown\n  Given\n    attendance is 84%\n")
                        .refusal())
                .singleElement()
                .asString()
                .startsWith("topics/test.scenarios.txt:1:1: This scenario expects nothing.");
    }

    @Test
    void aScenarioThatNamesNoFlagOfTheBookIsRefused() {
        assertThat(scenario("attendance is 84%", "Expect\n    flag \"Persistent absense\"")
                        .refusal())
                .contains("topics/test.scenarios.txt:6:5: No rule raises a flag \"Persistent absense\". "
                        + "Did you mean \"Persistent absence\"?");
    }

    @Test
    void aScoreThatNoRuleAddsToIsNoExpectation() {
        assertThat(scenario("attendance is 84%", "Expect\n    the RONNI score is 0")
                        .refusal())
                .singleElement()
                .asString()
                .startsWith("topics/test.scenarios.txt:6:5: No rule adds points to a score \"RONNI\".");
    }

    @Test
    void aSecondExpectIsNotPassedOver() {
        assertThat(scenario(
                                "attendance is 84%",
                                "Expect\n    flag \"Persistent absence\"\n  Expect\n    recommend ATT-01")
                        .refusal())
                .contains("topics/test.scenarios.txt:7:3: This scenario has \"Expect\" twice. Put both together.");
    }

    @Test
    void anExpectationBesideItsHeadingIsNotPassedOver() {
        assertThat(scenario("attendance is 84%", "Expect: recommend ATT-01\n    flag \"Persistent absence\"")
                        .refusal())
                .singleElement()
                .asString()
                .startsWith("topics/test.scenarios.txt:5:11: Nothing may stand on the same line as \"Expect\".");
    }

    @Test
    void aScenarioGivesFactsAndNotComparisons() {
        assertThat(scenario("attendance is 90% or below", "Expect\n    nothing").refusal())
                .singleElement()
                .asString()
                .startsWith("topics/test.scenarios.txt:4:5: \"attendance is 90% or below\" does not give one value.");
    }

    @Test
    void aBookThatDoesNotReadIsRefusedBeforeItsScenarios() {
        assertThat(ABook.when("attendence is 90% or below").refusal()).hasSize(1);
    }

    private static ABook scenario(String given, String expectation) {
        return ABook.withRules(ABSENCE)
                .with(
                        "topics/test.scenarios.txt",
                        "Scenario: Shown\n  For: Persistent absence\n  Given\n    " + given + "\n  " + expectation
                                + "\n");
    }
}
