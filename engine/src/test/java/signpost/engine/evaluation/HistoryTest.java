package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.AStudent.aStudent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Answer;

/** What earlier terms left behind. What nobody kept is not known, and never "no". */
class HistoryTest {

    private static final LocalDate LAST_TERM = LocalDate.of(2026, 6, 1);
    private static final LocalDate THIS_TERM = LocalDate.of(2026, 9, 20);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "Tested" was flagged last term                    | TRUE
            "Tested" was not flagged last term                | FALSE
            ATT-01 was delivered last term                    | TRUE
            ATT-01 was delivered this term                    | FALSE
            ATT-01 was not delivered this term                | TRUE
            ATT-01 was delivered this year                    | FALSE
            ATT-01 was delivered                              | TRUE
            MEN-01 was offered and not attended this term     | TRUE
            MEN-01 was offered and not attended               | TRUE
            MEN-01 was offered and not attended last term     | FALSE
            MEN-01 was overridden for good                    | FALSE
            PGI-01 was overridden for good                    | TRUE
            PGI-01 was offered this term                      | UNKNOWN
            attendance fell by 5 points or more               | TRUE
            attendance fell by 5 points or more since last term | TRUE
            attendance fell by 5.1 points or more             | FALSE
            attendance rose by 1 point or more                | FALSE
            the journey rose by 10 minutes or more            | UNKNOWN
            the current English grade rose by 1 grade or more | TRUE
            the current English grade rose by 2 grades or more | FALSE
            the post-16 plan changed since last term          | TRUE
            SEN provision has not changed since last term     | TRUE
            in care changed since last term                   | UNKNOWN
            """)
    void earlierTermsAnswer(String condition, Answer answer) {
        assertThat(explained(condition, remembered()).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Tested" was flagged last term
            "Tested" was not flagged last term
            ATT-01 was delivered this term
            ATT-01 was not delivered this term
            attendance fell by 5 points or more
            """)
    void withoutARecordTheyAreNotKnown(String condition) {
        assertThat(explained(condition, History.NONE).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void theEvidenceShowsBothValues() {
        assertThat(explained("attendance fell by 5 points or more", remembered())
                        .conditions())
                .singleElement()
                .satisfies(read -> assertThat(read.seen())
                        .extracting(Seen::title, Seen::value)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("Attendance", "88%"),
                                org.assertj.core.groups.Tuple.tuple("Attendance last term", "93%")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attendance fell by 5% or more             | cannot be said of
            attendance fell by 5 or more              | cannot be said of
            attendance fell                           | cannot be said of
            the post-16 plan fell by 1 step or more   | cannot be said of
            ATT-02 was delivered this term            | Did you mean ATT-01?
            "Other" was flagged last term             | No rule gives the flag "Other".
            """)
    void whatCannotBeSaidIsAProblem(String condition, String message) {
        assertThat(ABook.when(condition).problems()).singleElement().asString().contains(message);
    }

    @Test
    void aScenarioGivesWhatEarlierTermsLeft() {
        ABook book = ABook.when(
                        "attendance fell by 5 points or more",
                        "and \"Tested\" was flagged last term",
                        "and ATT-01 was not delivered this term",
                        "and MEN-01 was offered and not attended last term")
                .with("topics/test.scenarios.txt", """
                        Scenario: Falling, and the mentor was not met
                          For: Tested
                          Given
                            attendance was 93% last term
                            and attendance is 88%
                            and "Tested" was flagged last term
                            and MEN-01 was offered and not attended last term
                          Expect
                            flag "Tested"
                        Scenario: Nothing is known of last term's flags
                          For: Tested
                          Given
                            attendance was 93% last term
                            and attendance is 88%
                            and ATT-01 was not delivered this term
                            and MEN-01 was offered and not attended last term
                          Expect
                            cannot tell "Tested"
                        """);
        assertThat(book.refusal()).isEmpty();
    }

    private static History remembered() {
        return new History(
                Optional.of(Set.of("Tested")),
                Map.of(
                        History.Step.DELIVERED, List.of(new History.Help("ATT-01", LAST_TERM)),
                        History.Step.NOT_ATTENDED, List.of(new History.Help("MEN-01", THIS_TERM)),
                        History.Step.OVERRIDDEN_FOR_GOOD, List.of(new History.Help("PGI-01", LAST_TERM))),
                Map.of(
                        "attendance_pct", then(new Value.Amount(new BigDecimal("93"))),
                        "english_current", then(new Value.Code("3")),
                        "sen_provision", then(new Value.Code("K")),
                        "plan_state", then(new Value.Code("none"))));
    }

    private static Fact.Known then(Value value) {
        return new Fact.Known(value, Source.MIS, LAST_TERM);
    }

    private static Explanation explained(String condition, History history) {
        StudentOnDate now = aStudent()
                .withAttendance("88")
                .with("english_current", "4")
                .with("sen_provision", "K")
                .with("plan_state", "ideas")
                .with("journey", "30")
                .with("in_care", "no")
                .seen();
        StudentOnDate student = new StudentOnDate(now.profile(), now.on(), now.calendar(), history);
        return ABook.when(condition).recommender().explain(student, "Tested").orElseThrow();
    }
}
