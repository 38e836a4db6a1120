package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.AStudent;

/** Why, why not and cannot tell, as an adviser reads it. */
class AccountTest {

    private static final ABook ABSENCE = ABook.withRules(rule(
            "Persistent absence",
            "flag \"Persistent absence\" as medium",
            "the student is in year 10 or 11",
            "and attendance is 90% or below"));

    @Test
    void whatFailedComesFirstWithItsSourceAndDate() {
        assertThat(account(ABSENCE, aStudent().with("nc_year", "10").withAttendance("93.2")))
                .isEqualTo(
                        "Persistent absence did not fire: attendance is 93.2% (from the school's MIS, 12 October 2026),"
                                + " and the rule asks for 90% or below. As it asks, the year group is 10 (from the school's MIS,"
                                + " 12 October 2026).");
    }

    @Test
    void aPhraseIsAskedForInItsOwnWords() {
        assertThat(account(ABSENCE, aStudent().with("nc_year", "12").withAttendance("80")))
                .startsWith("Persistent absence did not fire: the year group is 12 (from the school's MIS, 12 October"
                        + " 2026), and the rule asks that the student is in year 10 or 11.");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThat(account(ABSENCE, aStudent().with("nc_year", "10")))
                .startsWith(
                        "Persistent absence cannot tell: attendance is not known. As it asks, the year group is 10");
        assertThat(account(ABSENCE, aStudent().with("nc_year", "12")))
                .endsWith("What it could not see: attendance is not known.");
    }

    @Test
    void whyItFiredSaysWhatWasSeen() {
        assertThat(account(ABSENCE, aStudent().with("nc_year", "10").withAttendance("88")))
                .isEqualTo("Persistent absence fired: the year group is 10 (from the school's MIS, 12 October 2026);"
                        + " attendance is 88% (from the school's MIS, 12 October 2026).");
    }

    @Test
    void aFactThatTwoConditionsReadIsSaidOnce() {
        ABook book = ABook.withRules(
                rule("Range", "flag \"R\" as low", "attendance is 90% or below", "and attendance is above 50%"));

        assertThat(account(book, aStudent().withAttendance("88")))
                .isEqualTo("Range fired: attendance is 88% (from the school's MIS, 12 October 2026).");
    }

    @Test
    void aGroupSaysHowManyOfItsPartsAreSo() {
        ABook book = ABook.withRules(rule(
                "Losing touch",
                "flag \"Losing touch\" as low",
                "at least 2 of:",
                "  attendance is 90% or below",
                "  the number of suspensions is 1 or above",
                "  the student is in care"));

        assertThat(account(
                        book,
                        aStudent().withAttendance("88").withSuspensions("0").with("in_care", "N")))
                .isEqualTo(
                        "Losing touch did not fire: the rule asks for 2 of these, of which 1 is so: attendance is 90% or"
                                + " below (it is 88%); the number of suspensions is 1 or above (it is 0); the student is in care"
                                + " (it is no).");
        assertThat(account(book, aStudent().withAttendance("88").withSuspensions("0")))
                .contains("of which 1 is so and 1 is not known");
    }

    @Test
    void flagsAndScoresAreSaidAsFlagsAndScores() {
        ABook book = ABook.withRules(rule("Severe", "flag \"Severe absence\" as high", "attendance is 50% or below")
                + rule("Points", "add 2 points to RONI", "the student is in care")
                + rule(
                        "Both",
                        "recommend MEN-01 this term",
                        "\"Severe absence\" is flagged",
                        "and the RONI score is 2 or above"));

        assertThat(account(book, "Both", aStudent().withAttendance("80")))
                .isEqualTo(
                        "Both did not fire: the flag \"Severe absence\" is not raised, and the rule asks that \"Severe"
                                + " absence\" is flagged. What it could not see: the RONI score is 0 to 2, and the rule asks that"
                                + " the RONI score is 2 or above.");
        assertThat(account(book, "Both", aStudent().withAttendance("40").with("in_care", "Y")))
                .isEqualTo("Both fired: the flag \"Severe absence\" is raised; the RONI score is 2.");
    }

    @Test
    void aRuleOutOfForceSaysSoFirst() {
        ABook book = ABook.withRules("Rule: New\n  In force: from 1 September 2027\n  When\n    attendance is known\n"
                + "  Then\n    flag \"New\" as low\n  Because\n    a reason\n");

        assertThat(account(book, "New", aStudent().withAttendance("80").on(LocalDate.of(2026, 10, 12))))
                .startsWith("New did not fire: it is not in force on 12 October 2026.");
    }

    private static String account(ABook book, AStudent student) {
        return account(book, book.read().rules().get(0).name(), student);
    }

    private static String account(ABook book, String rule, AStudent student) {
        return Account.of(book.recommender(), student.seen(), rule)
                .orElseThrow()
                .paragraph();
    }
}
