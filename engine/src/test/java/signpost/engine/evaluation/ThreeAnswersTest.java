package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;
import static signpost.engine.AStudent.aYear11Student;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.rulebook.Answer;

/** Every test and every group, through Drools, on a known value, another one, and none. */
class ThreeAnswersTest {

    @ParameterizedTest(name = "{0}, {1} = {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    attendance is 90% or below                   | attendance_pct    | 90         | TRUE
                    attendance is 90% or below                   | attendance_pct    | 90.1       | FALSE
                    attendance is 90% or below                   | attendance_pct    |            | UNKNOWN
                    attendance is 90% or above                   | attendance_pct    | 90.0       | TRUE
                    attendance is 90% or above                   | attendance_pct    | 89.9       | FALSE
                    attendance is below 90%                      | attendance_pct    | 89.9       | TRUE
                    attendance is below 90%                      | attendance_pct    | 90         | FALSE
                    attendance is above 50%                      | attendance_pct    | 50.1       | TRUE
                    attendance is above 50%                      | attendance_pct    | 50         | FALSE
                    attendance is 90%                            | attendance_pct    | 90.00      | TRUE
                    attendance is 90%                            | attendance_pct    | 91         | FALSE
                    attendance is from 85% to 90%                | attendance_pct    | 85         | TRUE
                    attendance is from 85% to 90%                | attendance_pct    | 90         | TRUE
                    attendance is from 85% to 90%                | attendance_pct    | 84.9       | FALSE
                    attendance is from 85% to 90%                | attendance_pct    | 90.1       | FALSE
                    attendance is from 85% to 90%                | attendance_pct    |            | UNKNOWN
                    attendance is from 85% to below 90%          | attendance_pct    | 85         | TRUE
                    attendance is from 85% to below 90%          | attendance_pct    | 90         | FALSE
                    attendance is above 85% and below 90%        | attendance_pct    | 85         | FALSE
                    attendance is above 85% and below 90%        | attendance_pct    | 85.1       | TRUE
                    attendance is above 85% and at most 90%      | attendance_pct    | 90         | TRUE
                    attendance is at least 85% and below 90%     | attendance_pct    |            | UNKNOWN
                    the current English grade is from 2 to 4     | english_current   | 4          | TRUE
                    the current English grade is from 2 to below 4 | english_current | 4          | FALSE
                    the current English grade is from 2 to 4     | english_current   | U          | FALSE
                    the number of suspensions is not 0           | suspensions_count | 1          | TRUE
                    the number of suspensions is not 0           | suspensions_count | 0          | FALSE
                    the number of suspensions is not 0           | suspensions_count |            | UNKNOWN
                    the journey is above 45 minutes              | journey           | 60         | TRUE
                    the journey is above 45                      | journey           | 45         | FALSE
                    the student is in year 10, 11 or 12          | nc_year           | 12         | TRUE
                    the student is in year 10 or 11              | nc_year           | 12         | FALSE
                    the student is in year 10 or 11              | nc_year           |            | UNKNOWN
                    the current English grade is below 4         | english_current   | 3          | TRUE
                    the current English grade is below 4         | english_current   | U          | TRUE
                    the current English grade is below 4         | english_current   | 4          | FALSE
                    the current English grade is below grade 4   | english_current   | 3          | TRUE
                    the current English grade is 4 or above      | english_current   | 4          | TRUE
                    the current English grade is 4 or above      | english_current   | U          | FALSE
                    the current English grade is 3               | english_current   | 3          | TRUE
                    the current English grade is above 4         | english_current   |            | UNKNOWN
                    SEN provision is K                           | sen_provision     | K          | TRUE
                    SEN provision is K                           | sen_provision     | E          | FALSE
                    SEN provision is K or E                      | sen_provision     | E          | TRUE
                    SEN provision is not K                       | sen_provision     | N          | TRUE
                    SEN provision is not K                       | sen_provision     | K          | FALSE
                    SEN provision is not K                       | sen_provision     |            | UNKNOWN
                    the student has SEND                         | sen_provision     | E          | TRUE
                    the student has SEND                         | sen_provision     | N          | FALSE
                    the student has SEND                         | sen_provision     |            | UNKNOWN
                    the list of barriers includes geography      | barriers          | geography  | TRUE
                    the list of barriers includes geography      | barriers          | finance    | FALSE
                    the list of barriers includes geography      | barriers          | none       | FALSE
                    the list of barriers includes geography      | barriers          |            | UNKNOWN
                    the list of barriers includes caring or finance | barriers       | finance    | TRUE
                    the list of barriers does not include finance | barriers         | caring     | TRUE
                    the list of barriers does not include finance | barriers         | finance    | FALSE
                    the list of barriers does not include finance | barriers         |            | UNKNOWN
                    the student states geography as a barrier    | barriers          | geography  | TRUE
                    the list of sectors is none                  | sectors           | none       | TRUE
                    the list of sectors is none                  | sectors           | logistics  | FALSE
                    the list of sectors is none                  | sectors           |            | UNKNOWN
                    the list of sectors includes logistics       | sectors           | logistics  | TRUE
                    the student is in care                       | in_care           | Y          | TRUE
                    the student is in care                       | in_care           | N          | FALSE
                    the student is in care                       | in_care           |            | UNKNOWN
                    the student is not in care                   | in_care           | N          | TRUE
                    the student is not in care                   | in_care           |            | UNKNOWN
                    the leaving date is before 1 September 2026  | leaving_date      | 2026-08-31 | TRUE
                    the leaving date is before 1 September 2026  | leaving_date      | 2026-09-01 | FALSE
                    the leaving date is on or before 1 September 2026 | leaving_date | 2026-09-01 | TRUE
                    the leaving date is after 1 September 2026   | leaving_date      | 2026-09-02 | TRUE
                    the leaving date is on or after 1 September 2026 | leaving_date  | 2026-09-01 | TRUE
                    the leaving date is before 1 September 2026  | leaving_date      |            | UNKNOWN
                    the leaving date is before today             | leaving_date      | 2026-10-11 | TRUE
                    the leaving date is before today             | leaving_date      | 2026-10-12 | FALSE
                    the leaving date is more than 6 weeks ago    | leaving_date      | 2026-08-30 | TRUE
                    the leaving date is more than 6 weeks ago    | leaving_date      | 2026-08-31 | FALSE
                    the leaving date is more than 14 days ago    | leaving_date      |            | UNKNOWN
                    the intended provider is known               | intended_provider | A college  | TRUE
                    the intended provider is known               | intended_provider |            | FALSE
                    attendance is not known                      | attendance_pct    |            | TRUE
                    attendance is not known                      | attendance_pct    | 90         | FALSE
                    not attendance is 90% or below               | attendance_pct    | 84         | FALSE
                    not attendance is 90% or below               | attendance_pct    |            | UNKNOWN
                    """)
    void aTestHasThreeAnswers(String condition, String key, String value, Answer answer) {
        assertThat(answer(aStudent().with(key, value == null ? "" : value), condition))
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    it is the autumn term                 | 2026-12-31 | TRUE
                    it is the autumn term                 | 2027-01-01 | FALSE
                    it is the spring or summer term       | 2027-08-31 | TRUE
                    it is not the autumn term             | 2026-09-01 | FALSE
                    today is on or after 1 February       | 2027-02-01 | TRUE
                    today is on or after 1 February       | 2026-10-12 | FALSE
                    today is before 1 February            | 2026-10-12 | TRUE
                    today is on or before 31 March        | 2027-03-31 | TRUE
                    today is after 31 March               | 2027-03-31 | FALSE
                    today is after 31 March 2027          | 2027-10-12 | TRUE
                    """)
    void theCalendarIsAlwaysKnown(String condition, LocalDate day, Answer answer) {
        assertThat(answer(aStudent().on(day), condition)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "confirmed {1}, {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    the post-16 plan was not confirmed this term   | 2026-09-01 | FALSE
                    the post-16 plan was not confirmed this term   | 2026-08-31 | TRUE
                    the post-16 plan was not confirmed for 1 term  | 2026-08-31 | TRUE
                    the post-16 plan was not confirmed for 2 terms | 2026-08-31 | FALSE
                    the post-16 plan was not confirmed for 2 terms | 2026-04-10 | TRUE
                    the post-16 plan was not confirmed this term   |            | TRUE
                    """)
    void stalenessIsKnownOfWhatIsNot(String condition, LocalDate confirmed, Answer answer) {
        AStudent student = confirmed == null ? aStudent() : aStudent().withConfirmed("plan_state", "ideas", confirmed);
        assertThat(answer(student, condition)).isEqualTo(answer);
    }

    /** Two parts: attendance low, suspensions some. T, F and ? say what each is. */
    @ParameterizedTest(name = "{0} {1}{2}: {3}")
    @CsvSource({
        "any of:,T,F,TRUE",
        "any of:,T,?,TRUE",
        "any of:,F,?,UNKNOWN",
        "any of:,F,F,FALSE",
        "any of:,?,?,UNKNOWN",
        "all of:,T,T,TRUE",
        "all of:,T,?,UNKNOWN",
        "all of:,F,?,FALSE",
        "all of:,?,?,UNKNOWN",
        "none of:,F,F,TRUE",
        "none of:,F,?,UNKNOWN",
        "none of:,T,?,FALSE",
        "at least 1 of:,T,?,TRUE",
        "at least 2 of:,T,?,UNKNOWN",
        "at least 2 of:,F,?,FALSE",
        "at least 2 of:,T,T,TRUE"
    })
    void groupsFollowKleene(String group, String first, String second, Answer answer) {
        AStudent student = aStudent()
                .withAttendance(first.equals("?") ? "" : first.equals("T") ? "80" : "99")
                .withSuspensions(second.equals("?") ? "" : second.equals("T") ? "2" : "0");
        assertThat(answer(student, group, "  attendance is 90% or below", "  the number of suspensions is 1 or above"))
                .isEqualTo(answer);
    }

    @Test
    void aRuleFiresOnlyWhenEveryConditionIsTrue() {
        Judgement judgement = judge(aYear11Student().withAttendance("84"));

        assertThat(judgement.flags()).extracting(Judgement.RaisedFlag::flag).containsExactly("Tested");
        assertThat(judgement.cannotTell()).isEmpty();
    }

    @Test
    void aRuleThatCannotTellNamesWhatIsMissing() {
        Judgement judgement = judge(aYear11Student());

        assertThat(judgement.flags()).isEmpty();
        assertThat(judgement.cannotTell()).singleElement().satisfies(rule -> {
            assertThat(rule.rule()).isEqualTo("Tested");
            assertThat(rule.answer()).isEqualTo(Answer.UNKNOWN);
            assertThat(rule.missing()).containsExactly("Attendance");
        });
    }

    @Test
    void oneFalseConditionSettlesARuleWhateverElseIsMissing() {
        Judgement judgement = judge(aStudent().with("nc_year", "12"));

        assertThat(judgement.flags()).isEmpty();
        assertThat(judgement.cannotTell()).isEmpty();
    }

    @Test
    void onlyTheUnknownPartsOfAGroupAreMissing() {
        Explanation explanation = ABook.when(
                        "at least 2 of:",
                        "  attendance is 90% or below",
                        "  the student has SEND",
                        "  the list of sectors is none")
                .recommender()
                .explain(aStudent().withAttendance("84").seen(), "Tested")
                .orElseThrow();

        assertThat(explanation.missing()).containsExactly("SEN provision", "List of sectors");
    }

    @Test
    void aGroupWithinAGroupIsReadAloudAsOne() {
        assertThat(words(
                        "any of:",
                        "  the student is in year 10",
                        "  all of:",
                        "    the student is in year 11",
                        "    attendance is 90% or below"))
                .isEqualTo("any of: the student is in year 10;"
                        + " (all of: the student is in year 11; attendance is 90% or below)");
        assertThat(words("none of:", "  the student is in care", "  the student is in year 10 or 11"))
                .isEqualTo("none of: the student is in care; the student is in year 10 or 11");
        assertThat(words("not attendance is 90% or below")).isEqualTo("not attendance is 90% or below");
        assertThat(words("the student is in year 10 or 11")).isEqualTo("the student is in year 10 or 11");
    }

    private static String words(String... conditions) {
        return ABook.when(conditions)
                .recommender()
                .explain(aStudent().seen(), "Tested")
                .orElseThrow()
                .conditions()
                .get(0)
                .words();
    }

    @Test
    void aRuleIsNotInForceBeforeOrAfterItsDays() {
        ABook book = ABook.withRules(rule("Tested", "flag \"Tested\" as low", "attendance is 90% or below")
                .replaceFirst("\n", "\n  In force: from 13 October 2026 to 31 October 2026\n"));

        assertThat(flags(book, aStudent().withAttendance("80").on(LocalDate.of(2026, 10, 12))))
                .isEmpty();
        assertThat(flags(book, aStudent().withAttendance("80").on(LocalDate.of(2026, 10, 13))))
                .containsExactly("Tested");
        assertThat(flags(book, aStudent().withAttendance("80").on(LocalDate.of(2026, 10, 31))))
                .containsExactly("Tested");
        assertThat(flags(book, aStudent().withAttendance("80").on(LocalDate.of(2026, 11, 1))))
                .isEmpty();
        assertThat(book.recommender().judge(aStudent().seen()).cannotTell()).isEmpty();
    }

    @Test
    void testsThatLookAlikeStayApart() {
        ABook book = ABook.withRules(rule("At ninety", "flag \"At ninety\" as low", "attendance is 90% or below")
                + rule("Below ninety", "flag \"Below ninety\" as low", "attendance is below 90%")
                + rule("At ninety-one", "flag \"At ninety-one\" as low", "attendance is 91% or below"));

        assertThat(flags(book, aStudent().withAttendance("90"))).containsExactly("At ninety", "At ninety-one");
    }

    private static Judgement judge(AStudent student) {
        return ABook.when("the student is in year 10 or 11", "and attendance is 90% or below")
                .recommender()
                .judge(student.seen());
    }

    private static java.util.List<String> flags(ABook book, AStudent student) {
        return book.recommender().judge(student.seen()).flags().stream()
                .map(Judgement.RaisedFlag::flag)
                .toList();
    }

    private static Answer answer(AStudent student, String... conditions) {
        return ABook.when(conditions)
                .recommender()
                .explain(student.seen(), "Tested")
                .orElseThrow()
                .answer();
    }
}
