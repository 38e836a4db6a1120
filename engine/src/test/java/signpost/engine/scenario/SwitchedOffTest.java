package signpost.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.analysis.Analysis;
import signpost.engine.analysis.Finding;
import signpost.engine.analysis.FindingKind;
import signpost.engine.change.BookChange;
import signpost.engine.change.ChangesInWords;
import signpost.engine.coverage.Coverage;
import signpost.engine.evaluation.Account;
import signpost.engine.evaluation.Recommender;
import signpost.engine.text.Problems;

/** A rule that is switched off stays to be read, is silent, and its scenarios wait for it. */
class SwitchedOffTest {

    private static final String ON = rule("Absence", "flag \"Absence\" as low", "attendance is 90% or below");
    private static final String OFF =
            ON.replace("Rule: Absence\n", "Rule: Absence\n  Switched off: The team looks after it.\n");
    private static final String READER = rule("Plan", "recommend ATT-01 within 2 weeks", "\"Absence\" is flagged");
    private static final String TABLE = "Rule,attendance,in_care,Flag,Severity,Switched off\n"
            + "Absence,<=90,,Absence,low,%s\nAbsence,,Y,,,\nOther,<=90,,Other,low,\n";
    private static final String NAMED = scenario("Named", "  For: Absence\n", "flag \"Absence\"");
    private static final String LED_TO = scenario("Led to", "", "recommend ATT-01");

    @Test
    void itIsReadAndSilent() {
        Recommender recommender = ABook.withRules(OFF).and(READER).recommender();

        var judged = recommender.judge(aStudent().withAttendance("84").seen());

        assertThat(recommender.book().rule("Absence").orElseThrow().off()).contains("The team looks after it.");
        assertThat(judged.fired()).isEmpty();
        assertThat(judged.flags()).isEmpty();
        assertThat(judged.recommendations()).isEmpty();
        assertThat(Account.of(recommender, aStudent().withAttendance("84").seen(), "Absence")
                        .orElseThrow()
                        .failed())
                .containsExactly("it is switched off");
    }

    @Test
    void aRowOfATableIsOffWithAllRowsOfItsRuleAndNoOther() {
        var student = aStudent().withAttendance("84").with("in_care", "Y").seen();

        assertThat(table("No longer").judge(student).fired()).containsExactly("Other");
        assertThat(table("").judge(student).fired()).containsExactly("Absence", "Other");
        assertThat(table("No longer").book().rule("Absence").orElseThrow().off())
                .contains("No longer");
    }

    @Test
    void theReasonIsNeeded() {
        assertThat(ABook.withRules(OFF.replace(" The team looks after it.", "")).problems())
                .singleElement()
                .asString()
                .startsWith("topics/test.txt:2:3: This does not say why the rule is switched off.");
    }

    @Test
    void aSchoolThatTightensARuleDoesNotSwitchItOffInTheSameBreath() {
        assertThat(ABook.withRules(ON)
                        .beneath(
                                "Tighten: Absence\n  Why: W\n  Switched off: W\n  Then\n    flag \"Absence\" as high\n")
                        .problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("\"Switched off\" is not part of tightening a rule.", "Switch off: Absence"));
    }

    @Test
    void scenariosThatNeedItWaitAndTheBookIsReady() {
        ABook book = ABook.withRules(OFF).and(READER).with("topics/test.scenarios.txt", NAMED + LED_TO);

        assertThat(tried(book)).allSatisfy(tried -> {
            assertThat(tried.waitsFor()).containsExactly("Absence");
            assertThat(tried.passed()).isFalse();
            assertThat(tried.problems()).isEmpty();
        });
        assertThat(CheckedBook.of(book.files())).isInstanceOfSatisfying(CheckedBook.Ready.class, ready -> {
            assertThat(ready.scenarios()).isEqualTo(2);
            assertThat(ready.waiting()).isEqualTo(2);
        });
    }

    @Test
    void switchedOnAgainTheyRunAsBefore() {
        ABook book = ABook.withRules(ON).and(READER).with("topics/test.scenarios.txt", NAMED + LED_TO);

        assertThat(tried(book))
                .hasSize(2)
                .allSatisfy(tried -> assertThat(tried.passed()).isTrue());
    }

    @Test
    void whatFailsWithTheRuleOnTooIsAProblemAsEver() {
        ABook book = ABook.withRules(OFF)
                .and(READER)
                .with("topics/test.scenarios.txt", NAMED + scenario("Wrong", "", "recommend MEN-01"));

        assertThat(book.refusal())
                .singleElement()
                .asString()
                .contains("The scenario \"Wrong\" expects MEN-01 recommended, but ");
    }

    @Test
    void theScenariosOfASchoolWaitForATrustsRuleThatItSwitchedOff() {
        ABook book = ABook.withRules(ON)
                .and(READER)
                .beneath("Switch off: Absence\n  Why: Ours.\n")
                .with("school/topics/test.scenarios.txt", NAMED + LED_TO);

        // What leans on the flag keeps it known to the book.
        assertThat(book.problems()).singleElement().asString().contains("Absence");
        ABook alone = ABook.withRules(ON)
                .beneath("Switch off: Absence\n  Why: Ours.\n")
                .with("school/topics/test.scenarios.txt", NAMED);
        assertThat(tried(alone))
                .singleElement()
                .satisfies(tried -> assertThat(tried.waitsFor()).containsExactly("Absence"));
    }

    @Test
    void aChangeSaysThatItIsOffAndOnAgain() {
        assertThat(words(ON, OFF)).containsExactly("switched off: The team looks after it.");
        assertThat(words(OFF, ON)).containsExactly("switched on again");
        assertThat(words(OFF, OFF.replace("The team", "A tutor")))
                .containsExactly("why it is switched off: The team looks after it. → A tutor looks after it.");
    }

    @Test
    void itIsToldAndOtherwiseNotLookedAt() {
        var book = ABook.withRules(OFF).recommender();

        assertThat(Analysis.of(book.book(), LocalDate.of(2026, 10, 12)).findings())
                .extracting(Finding::kind)
                .contains(FindingKind.SWITCHED_OFF);
        assertThat(Coverage.of(book).rules()).isEmpty();
    }

    private static List<Tried> tried(ABook book) {
        return ScenarioRun.each(book.recommender(), new Problems());
    }

    private static Recommender table(String why) {
        return ABook.withoutRules()
                .with("tables/test.csv", TABLE.formatted(why))
                .recommender();
    }

    private static List<String> words(String before, String after) {
        return ChangesInWords.between(
                        ABook.withRules(before).read(), ABook.withRules(after).read())
                .stream()
                .map(BookChange::sentences)
                .flatMap(List::stream)
                .toList();
    }

    private static String scenario(String name, String more, String expected) {
        return "Scenario: " + name + "\n" + more + "  Given\n    attendance is 84%\n  Expect\n    " + expected + "\n\n";
    }
}
