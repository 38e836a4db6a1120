package signpost.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.evaluation.Recommender;
import signpost.engine.text.Problems;

/** A scenario made to expect what came out, and not a byte else of its file. */
class ExpectInsteadTest {

    private static final String FILE = "topics/test.scenarios.txt";
    private static final String RULES = rule("Absent", "flag \"Absent\" as low", "attendance is 90% or below")
            + rule("Plan", "recommend ATT-01 this term", "\"Absent\" is flagged")
            + rule("In care", "add 2 points to RONI", "the student is in care");
    private static final String BEFORE = """
            # Not mine.

            Scenario:   Before,   oddly written
              Given
                attendance is 91%
              Expect
                flag "Absent"

            """;
    private static final String AFTER = """

            # Of the next one.
            Scenario: After
              Given
                attendance is 95%
              Expect not
                flag "Absent"
            """;

    @Test
    void whatFailsMovesToTheOtherSideAndTheRestStays() {
        assertThat(rewritten("""
                        Scenario: One
                          Given
                            attendance is 91%
                          Expect
                            # the flag first
                            flag "Absent"
                            recommend ATT-01
                            the RONI score is 0 to 2
                          Expect not
                            cannot tell "Absent"
                        """)).contains("""
                        Scenario: One
                          Given
                            attendance is 91%
                          Expect
                            # the flag first
                            the RONI score is 0 to 2
                          Expect not
                            cannot tell "Absent"
                            flag "Absent"
                            recommend ATT-01
                        """);
    }

    @Test
    void aHeadingWithNothingBeneathGoesAndAMissingOneComes() {
        assertThat(rewritten("""
                        Scenario: One
                          Given
                            attendance is 80%
                          Expect not
                            flag "Absent"
                            recommend ATT-01
                        """)).contains("""
                        Scenario: One
                          Given
                            attendance is 80%
                          Expect
                            flag "Absent"
                            recommend ATT-01
                        """);
    }

    @Test
    void aScoreIsWrittenAsItCameOutAndNothingAsWhatThereIs() {
        assertThat(rewritten("""
                        Scenario: One
                          Given
                            the student is in care
                            attendance is 80%
                          Expect
                            the RONI score is 1
                            nothing
                        """)).contains("""
                        Scenario: One
                          Given
                            the student is in care
                            attendance is 80%
                          Expect
                            the RONI score is 2
                            flag "Absent"
                            recommend ATT-01
                        """);
    }

    @Test
    void whatPassesStandsElsewhereOrIsATableIsLeft() {
        String passing = "Scenario: One\n  Given\n    attendance is 80%\n  Expect\n    flag \"Absent\"\n";
        assertThat(rewritten(passing)).isEmpty();

        Tried failing = tried(passing.replace("80%", "95%"));
        assertThat(ExpectInstead.in("# moved\n" + passing, failing)).isEmpty();
        assertThat(ExpectInstead.in("", failing)).isEmpty();
    }

    /** The scenario between two others, rewritten; it passes then, and the others are as they were. */
    private static Optional<String> rewritten(String scenario) {
        Tried tried = tried(BEFORE + scenario + AFTER);
        Optional<String> whole = ExpectInstead.in(BEFORE + scenario + AFTER, tried);
        whole.ifPresent(text -> assertThat(tried(text).problems()).isEmpty());
        return whole.map(text -> {
            assertThat(text).startsWith(BEFORE).endsWith(AFTER);
            return text.substring(BEFORE.length(), text.length() - AFTER.length());
        });
    }

    private static Tried tried(String text) {
        Problems problems = new Problems();
        List<Tried> all = ScenarioRun.each(
                new Recommender(ABook.withRules(RULES).with(FILE, text).read()), problems);
        assertThat(problems.all()).isEmpty();
        return all.stream()
                .filter(one -> one.scenario().name().equals("One"))
                .findFirst()
                .orElseThrow();
    }
}
