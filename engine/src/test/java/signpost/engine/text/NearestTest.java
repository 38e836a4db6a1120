package signpost.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;

/** Only what is probably a slip of the pen is taken for another name. */
class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "Persistent absense, Persistent absence",
        "Persitsent absence, Persistent absence",
        "Severe abscence, Severe absence",
        "atendance, attendance",
        "ATT-1, ATT-01",
        "att01, ATT-01",
        "ATT-10, ATT-01",
        "abov, above"
    })
    void aSlipOfThePenIsNear(String written, String meant) {
        assertThat(Nearest.to(written, List.of(meant))).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "Severe absence, Persistent absence",
        "Severe absence, Mild absence",
        "Low attendance, High attendance",
        "ATT-01, APP-01",
        "KNO-01, PGI-01",
        "the post-16 plan, the career plan"
    })
    void anotherNameIsNotNear(String written, String other) {
        assertThat(Nearest.to(written, List.of(other))).isEmpty();
    }

    @Test
    void aFlagThatNobodyGivesIsNotTakenForAnother() {
        assertThat(ABook.withRules(ABook.rule(
                                        "Absent", "flag \"Persistent absence\" as low", "attendance is 90% or below")
                                + ABook.rule("Mentor", "recommend MEN-01 this term", "\"Severe absence\" is flagged"))
                        .refusal())
                .singleElement()
                .asString()
                .endsWith(
                        "No rule gives the flag \"Severe absence\". Give it under some rule's Then, or take it out of the"
                                + " conditions here.");
    }

    @Test
    void aCodeThatIsGoneIsNotTakenForAnother() {
        assertThat(ABook.withRules(ABook.rule("Absent", "recommend PAR-01 this term", "attendance is 90% or below"))
                        .refusal())
                .singleElement()
                .asString()
                .endsWith("The catalogue has no intervention \"PAR-01\". Give it a row in"
                        + " catalogue/interventions.csv, or name a code that has one.");
    }

    @ParameterizedTest
    @CsvSource({
        "attendance is abov 50%, above 50%",
        "attendance is belwo 50%, below 50%",
        "attendance is at leest 50%, at least 50%",
        "attendance is les than 50%, less than 50%",
        "attendance is 50% or belwo, below",
        "the current English grade is abov 3, above 3"
    })
    void aSlipInAComparingWordIsOffered(String condition, String meant) {
        assertThat(ABook.when(condition).refusal())
                .singleElement()
                .asString()
                .endsWith("Did you mean \"" + meant + "\"?");
    }
}
