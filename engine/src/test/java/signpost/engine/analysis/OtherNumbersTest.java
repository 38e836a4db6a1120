package signpost.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;

/** A threshold that was changed while the words about it were not. */
class OtherNumbersTest {

    private static final String ABSENT = "attendance is 92% or below";

    @Test
    void aReasonWithTheOldThresholdIsToldWithTheNewOne() {
        assertThat(found(rule("Absent", ABSENT, "attendance is {attendance}; absence begins at 90%. Ask why", "")))
                .containsExactly(ABook.TOPIC
                        + ":1:1: The \"Because\" of the rule \"Absent\" says 90%, but its conditions on"
                        + " \"attendance\" say 92%. Change the words to fit the conditions, or the conditions to fit"
                        + " the words.");
    }

    @Test
    void lookingAtAWholeBookTellsItToo() {
        Analysis analysis = Analysis.of(
                ABook.withRules(rule("Absent", ABSENT, "absence begins at 90%", ""))
                        .read(),
                LocalDate.of(2026, 10, 12));

        assertThat(analysis.of(FindingKind.Weight.DOUBT))
                .extracting(Finding::kind)
                .contains(FindingKind.SAYS_ANOTHER_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "below 90 per cent",
                "attendance from 85% to 92%",
                "between 85\u201392% of sessions",
                "attendance is below 90",
                "only 88.5% of sessions"
            })
    void aReasonMayWriteItInManyWays(String because) {
        assertThat(found(rule("Absent", ABSENT, because, ""))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "92 per cent or less",
                "92.0%",
                "8% of sessions missed or more",
                "a tenth of sessions missed in 10 weeks of year 11",
                "95% of students come more often",
                "90% of all the year 11 students come more often",
                "attendance over 2 terms",
                "the journey is {the journey}, and 90% of it by bus",
                "3 points of help in 90 minutes"
            })
    void whatIsRightOrAboutSomethingElseIsLeftAlone(String because) {
        assertThat(found(rule("Absent", ABSENT, because, ""))).isEmpty();
    }

    @Test
    void aNameIsHeldToTheConditionsToo() {
        assertThat(found(rule("RONI attendance below 90", ABSENT, "a reason", "")))
                .singleElement()
                .asString()
                .contains("The name of the rule \"RONI attendance below 90\" says 90%");
        assertThat(found(rule("RONI attendance below 92", ABSENT, "a reason", "")))
                .isEmpty();
        assertThat(found(rule("Before it reaches 90%", ABSENT, "a reason", ""))).hasSize(1);
    }

    @Test
    void aRowOfATableIsHeldToItsCell() {
        ABook book = ABook.withoutRules()
                .with(
                        "tables/roni.csv",
                        "Rule,Attendance,RONI points,Because\n"
                                + "RONI attendance below 90,<92,1,\"attendance is {attendance}, below 90%\"\n");

        assertThat(found(book)).hasSize(2).allMatch(said -> said.contains("tables/roni.csv:2:"));
    }

    @Test
    void aWhyMayCompareTheRulesOwnNumberWithAnother() {
        assertThat(found(rule("Absent", ABSENT, "a reason", "Below 90% help comes late.")))
                .singleElement()
                .asString()
                .contains("The \"Why\" of the rule \"Absent\" says 90%");
        assertThat(found(rule("Absent", ABSENT, "a reason", "We look from 92%; the council looks from 90%.")))
                .isEmpty();
        assertThat(found(rule("Absent", ABSENT, "a reason", "Half of absences are illness, 28% of the rest travel.")))
                .isEmpty();
    }

    @Test
    void everyNumberOfTheConditionsWillDo() {
        String between = "attendance is 92% or below\n    and attendance is above 50%";

        assertThat(found(rule("Absent", between, "from above 50% to 92%", ""))).isEmpty();
        assertThat(found(rule("Absent", between, "below 90%", "")))
                .singleElement()
                .asString()
                .contains("say 92% and 50%");
    }

    @Test
    void aRuleThatMeasuresNothingIsHeldToNothing() {
        assertThat(found(rule("Known", "attendance is known", "attendance is below 90%", "")))
                .isEmpty();
        assertThat(found(rule("Care", "the student is in care", "attendance is below 90%", "")))
                .isEmpty();
    }

    @Test
    void otherUnitsCountWhereTheirAttributeIsNamed() {
        String far = "the journey is above 60";

        assertThat(found(rule("Far", far, "the journey is {the journey}, more than 45 minutes", "")))
                .hasSize(1);
        assertThat(found(rule("Far", far, "the journey is {the journey}, more than 60 minutes", "")))
                .isEmpty();
        assertThat(found(rule("Far", far, "a talk of 20 minutes helps", ""))).isEmpty();
    }

    @Test
    void pointsOfAScoreAndOfAFallAreHeldToTheirConditions() {
        String points = rule("One", "the student is in care", "a reason", "")
                .replace("flag \"One\" as low", "add 3 points to RONI");
        String fall = "attendance is below 95%\n    and attendance fell by 5 points or more since last term";

        assertThat(found(points + rule("Band", "the RONI score is 3 or above", "2 points or more", "")))
                .singleElement()
                .asString()
                .contains("says 2 points, but its conditions on \"the RONI score\" say 3 points");
        assertThat(found(points + rule("Band", "the RONI score is from 2 to 4", "2, 3 or 4 points", "")))
                .isEmpty();
        assertThat(found(rule("Fall", fall, "attendance fell by 5 points, or 5%, to below 95%", "")))
                .isEmpty();
        assertThat(found(rule("Fall", fall, "attendance fell by 8 points", ""))).hasSize(1);
    }

    private static String rule(String name, String conditions, String because, String why) {
        return "Rule: " + name + "\n" + (why.isEmpty() ? "" : "  Why: " + why + "\n") + "  When\n    " + conditions
                + "\n  Then\n    flag \"" + name + "\" as low\n  Because\n    " + because + "\n";
    }

    private static List<String> found(String rules) {
        return found(ABook.withRules(rules));
    }

    private static List<String> found(ABook book) {
        return Analysis.ofWords(book.read()).stream().map(Finding::toString).toList();
    }
}
