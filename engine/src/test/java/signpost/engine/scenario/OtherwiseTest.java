package signpost.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;

/** A scenario that fails says of each expectation what matters for that one. */
class OtherwiseTest {

    private static final String DECIDE = " Change the rule, or what the scenario expects.";
    private static final String RULES = rule("Absent", "flag \"Absent\" as low", "attendance is 90% or below")
            + rule("Away", "flag \"Absent\" as low", "the number of suspensions is 1 or above")
            + rule("Plan", "recommend ATT-01 this term", "\"Absent\" is flagged")
            + rule("Far", "rule out ATT-01", "the journey is above 60")
            + rule("In care", "add 2 points to RONI", "the student is in care")
            + rule("Support", "add 1 point to RONI", "the student has SEND");

    @Test
    void aMissingFlagSaysWhatTheRuleOfTheScenarioLacks() {
        assertThat(said("Away", "attendance is 95%; the number of suspensions is 0", "Expect: flag \"Absent\""))
                .containsExactly(
                        "expects the flag \"Absent\", but the rule \"Away\" does not give it, nor does another."
                                + " The number of suspensions is 0, and the rule asks for 1 or above.");
    }

    @Test
    void whatCannotBeToldIsSaidOfThatRuleAlone() {
        assertThat(said("Absent", "the journey is 10", "Expect: flag \"Absent\""))
                .singleElement()
                .asString()
                .startsWith("expects the flag \"Absent\", but the rule \"Absent\" cannot tell. ")
                .contains("ttendance")
                .doesNotContain("In care", "Support", "RONI");
    }

    @Test
    void whatCameOutAndShouldNotNamesItsRules() {
        assertThat(said(
                        "Absent",
                        "attendance is 80%; the number of suspensions is 2",
                        "Expect not: flag \"Absent\"; recommend ATT-01; nothing"))
                .containsExactly(
                        "expects no flag \"Absent\", but the rules \"Absent\" and \"Away\" give it." + DECIDE,
                        "expects ATT-01 not recommended, but the rule \"Plan\" asks for it." + DECIDE);
    }

    @Test
    void helpThatIsRuledOutNamesTheRuleThatDoes() {
        assertThat(said("Plan", "attendance is 80%; the journey is 90", "Expect: recommend ATT-01"))
                .containsExactly("expects ATT-01 recommended, but the rule \"Far\" rules it out." + DECIDE);
        assertThat(said("Far", "attendance is 80%; the journey is 90", "Expect not: rule out ATT-01"))
                .containsExactly("expects ATT-01 not ruled out, but the rule \"Far\" rules it out." + DECIDE);
        assertThat(said(
                        "Far",
                        "attendance is 95%; the number of suspensions is 0; the journey is 90",
                        "Expect: rule out ATT-01"))
                .containsExactly("expects ATT-01 ruled out, but the rule \"Far\" holds, and nothing asks for it in the"
                        + " first place." + DECIDE);
    }

    @Test
    void aScoreSaysWhichOfItsRulesCannotTell() {
        assertThat(said("In care", "the student is in care", "Expect: the RONI score is 2"))
                .containsExactly(
                        "expects the RONI score 2, but it is 2 to 3: the rule \"Support\" cannot tell." + DECIDE);
        assertThat(said("In care", "the student is in care", "Expect not: the RONI score is 2 to 3"))
                .containsExactly("expects another RONI score than 2 to 3, but it is that." + DECIDE);
    }

    @Test
    void cannotTellIsExpectedOfOneRule() {
        assertThat(said("Absent", "attendance is 95%", "Expect: cannot tell \"Absent\""))
                .containsExactly(
                        "expects that the rule \"Absent\" cannot tell, but it does not hold. Attendance is 95%,"
                                + " and the rule asks for 90% or below.");
        assertThat(said("Absent", "attendance is 85%", "Expect: cannot tell \"Absent\""))
                .containsExactly("expects that the rule \"Absent\" cannot tell, but it holds." + DECIDE);
        assertThat(said("Absent", "the journey is 5", "Expect not: cannot tell \"Absent\""))
                .singleElement()
                .asString()
                .startsWith("expects that the rule \"Absent\" can tell, but it cannot. ");
    }

    @Test
    void nothingExpectedSaysWhatThereIs() {
        assertThat(said("Absent", "attendance is 80%", "Expect: nothing"))
                .containsExactly("expects nothing, but there is the flag \"Absent\" and ATT-01 recommended." + DECIDE);
    }

    @Test
    void aRuleThatIsSwitchedOffIsNamed() {
        String rules = RULES.replace("Rule: Plan\n", "Rule: Plan\n  Switched off: we wait\n");
        String scenario = "Scenario: One\n  Given\n    attendance is 95%\n  Expect\n    recommend ATT-01\n";
        assertThat(ABook.withRules(rules)
                        .with("topics/test.scenarios.txt", scenario)
                        .refusal())
                .singleElement()
                .asString()
                .contains("expects ATT-01 recommended, but the rule \"Plan\" does not ask for it. It is switched off.");
    }

    /** The problems of one scenario, without where and of which; its lines are divided by semicolons. */
    private static List<String> said(String rule, String given, String expects) {
        String heading = expects.substring(0, expects.indexOf(':'));
        String scenario = "Scenario: One\n  For: " + rule + "\n  Given\n    "
                + given.replace("; ", "\n    ") + "\n  " + heading + "\n    "
                + expects.substring(heading.length() + 2).replace("; ", "\n    ") + "\n";
        return ABook.withRules(RULES).with("topics/test.scenarios.txt", scenario).refusal().stream()
                .map(Object::toString)
                .map(problem -> problem.substring(problem.indexOf("expects")))
                .toList();
    }
}
