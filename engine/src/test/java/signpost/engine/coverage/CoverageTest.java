package signpost.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.text.Problem;

class CoverageTest {

    private static final String ABSENCE = rule(
            "Absence", "flag \"Absence\" as low", "the student is in year 10 or 11", "and attendance is 90% or below");

    @Test
    void aRuleWithoutScenariosLacksEverything() {
        assertThat(missing(ABSENCE, ""))
                .containsExactly(
                        "in which it fires",
                        "in which it certainly does not fire",
                        "with attendance exactly 90%",
                        "with attendance just above 90%, such as 90.1%",
                        "in which it cannot tell because the year group is not known",
                        "in which it cannot tell because attendance is not known");
    }

    @Test
    void aRuleThatIsShownFromEverySideIsCovered() {
        assertThat(missing(
                        ABSENCE,
                        given("the student is in year 10", "attendance is 90%")
                                + given("the student is in year 10", "attendance is 90.1%")
                                + given("the student is in year 10")
                                + given("attendance is 80%")))
                .isEmpty();
    }

    @Test
    void aThresholdIsNotShownByAStudentWhomTheRuleWouldPassOverAnyway() {
        assertThat(missing(
                        ABSENCE,
                        given("the student is in year 9", "attendance is 90%")
                                + given("the student is in year 9", "attendance is 90.1%")))
                .contains("with attendance exactly 90%", "with attendance just above 90%, such as 90.1%")
                .doesNotContain("in which it certainly does not fire");
    }

    @Test
    void aScenarioCountsOnlyForTheRulesItIsAbout() {
        String other = rule("Other", "flag \"Other\" as low", "attendance is known");
        String scenario = "Scenario: about another\n  For: Other\n  Given\n    the student is in year 10\n"
                + "    attendance is 80%\n  Expect\n    flag \"Other\"\n";
        assertThat(missing(ABSENCE + other, scenario)).contains("in which it fires");
        assertThat(missing(ABSENCE + other, scenario + "    flag \"Absence\"\n"))
                .doesNotContain("in which it fires");
    }

    @Test
    void wholeNumbersScalesAndScoresHaveTheirNearestNeighbours() {
        assertThat(boundaries("the number of suspensions is 2 or above"))
                .containsExactly("with the number of suspensions 2", "with the number of suspensions 1");
        assertThat(boundaries("the number of suspensions is 0 or above"))
                .containsExactly("with the number of suspensions 0");
        assertThat(boundaries("the current English grade is below 4"))
                .containsExactly("with the current English grade 4", "with the current English grade 3");
        assertThat(boundaries("attendance is from 85% to 90%"))
                .containsExactly(
                        "with attendance exactly 85%",
                        "with attendance just below 85%, such as 84.9%",
                        "with attendance exactly 90%",
                        "with attendance just above 90%, such as 90.1%");
        assertThat(missing(
                        rule("Points", "add 3 points to RONI", "attendance is known")
                                + rule("Band", "flag \"Band\" as low", "the RONI score is 3 or above"),
                        ""))
                .contains("with the RONI score 3", "with the RONI score 2");
    }

    @Test
    void daysHaveTheDayBesideThem() {
        assertThat(boundaries("the leaving date is before 1 September 2026"))
                .containsExactly(
                        "with the leaving date on 1 September 2026",
                        "with the leaving date on the day before 1 September 2026");
        assertThat(boundaries("the leaving date is more than 2 weeks ago"))
                .containsExactly(
                        "with the leaving date on the day 2 weeks ago",
                        "with the leaving date on the day before the day 2 weeks ago");
        assertThat(boundaries("today is on or after 1 February"))
                .containsExactly("with today on 1 February", "with today on the day before 1 February");
    }

    @Test
    void changesSinceLastTermHaveTheSmallerChangeBesideThem() {
        assertThat(boundaries("attendance fell by 5 points or more since last term"))
                .containsExactly(
                        "with attendance down by exactly 5 since last term",
                        "with attendance down by just under 5 since last term");
        assertThat(missing(
                        rule("Fallen", "flag \"Fallen\" as low", "attendance fell by 5 points or more since last term"),
                        fallen("95%", "90%") + fallen("95%", "90.5%") + fallen("", "90%") + fallen("95%", "")))
                .isEmpty();
    }

    private static String fallen(String before, String now) {
        return "Scenario: a change\n  For: Fallen\n  Given\n    the student is in year 10\n"
                + (before.isEmpty() ? "" : "    attendance was " + before + " last term\n")
                + (now.isEmpty() ? "" : "    attendance is " + now + "\n")
                + "  Expect not\n    recommend MEN-01\n";
    }

    @Test
    void aDayIsShownByTheScenariosOwnDay() {
        String spring = rule("Spring", "flag \"Spring\" as low", "today is on or after 1 February");
        assertThat(
                        missing(
                                spring,
                                "Scenario: a\n  For: Spring\n  On: 1 February 2027\n  Expect\n    flag \"Spring\"\n"
                                        + "Scenario: b\n  For: Spring\n  On: 31 January 2027\n  Expect not\n    flag \"Spring\"\n"))
                .isEmpty();
    }

    @Test
    void whatCanNeverLeaveARuleAtALossNeedsNoScenario() {
        String rule = rule(
                "Asked",
                "flag \"Asked\" as low",
                "the post-16 plan is known",
                "and the post-16 plan is none",
                "and any of:",
                "  the journey was not confirmed this term",
                "  the journey is above 60");
        assertThat(missing(rule, "")).noneMatch(words -> words.contains("cannot tell"));
    }

    @Test
    void aWarningStandsAtItsRule() {
        List<Problem> problems =
                Coverage.of(ABook.withRules(ABSENCE).recommender()).problems();
        assertThat(problems)
                .extracting(Problem::toString)
                .contains("topics/test.txt:1:1: The rule \"Absence\" has no scenario with attendance exactly 90%."
                        + " Write one with \"For: Absence\".");
    }

    private static List<String> boundaries(String condition) {
        return coverage(rule("Tested", "flag \"Tested\" as low", condition), "").stream()
                .flatMap(rule -> rule.missing().stream())
                .filter(one -> one.kind() == ToShow.Kind.BOUNDARY)
                .map(ToShow::words)
                .toList();
    }

    private static List<String> missing(String rules, String scenarios) {
        return coverage(rules, scenarios).stream()
                .filter(rule -> !Set.of("Other", "Points").contains(rule.rule()))
                .flatMap(rule -> rule.missing().stream())
                .map(ToShow::words)
                .toList();
    }

    private static List<RuleCoverage> coverage(String rules, String scenarios) {
        ABook book = ABook.withRules(rules);
        return Coverage.of(
                        (scenarios.isEmpty() ? book : book.with("topics/test.scenarios.txt", scenarios)).recommender())
                .rules();
    }

    private static String given(String... facts) {
        return "Scenario: a student\n  For: Absence\n  Given\n    " + String.join("\n    ", facts)
                + "\n  Expect not\n    recommend MEN-01\n";
    }
}
