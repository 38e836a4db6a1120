package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.AStudent.aStudent;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.rulebook.Answer;

/** Days relative to today, the term and the academic year; terms as usual in England, judged on Monday 12 October 2026. */
class DaysTest {

    @ParameterizedTest(name = "the leaving date {0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            is in this term                            | 2026-09-01 | TRUE
            is in this term                            | 2026-12-31 | TRUE
            is in this term                            | 2027-01-01 | FALSE
            is in last term                            | 2026-08-31 | TRUE
            is in last term                            | 2026-04-10 | FALSE
            is in this academic year                   | 2027-08-31 | TRUE
            is in last academic year                   | 2026-08-31 | TRUE
            is in last academic year                   | 2026-09-01 | FALSE
            is in the spring term                      | 2027-01-01 | TRUE
            is in the spring term                      | 2026-03-01 | FALSE
            is before the end of the autumn term       | 2026-12-30 | TRUE
            is before the end of the autumn term       | 2026-12-31 | FALSE
            is on or before the end of the autumn term | 2026-12-31 | TRUE
            is after the start of the academic year    | 2026-09-02 | TRUE
            is before the start of last term           | 2026-04-10 | TRUE
            is before 2 weeks before the end of this term | 2026-12-16 | TRUE
            is before 2 weeks before the end of this term | 2026-12-17 | FALSE
            is on or after 1 February                  | 2027-02-01 | TRUE
            is from 1 September 2026 to 31 October 2026 | 2026-10-31 | TRUE
            is from 1 September 2026 to 31 October 2026 | 2026-11-01 | FALSE
            is within the next 4 weeks                 | 2026-11-09 | TRUE
            is within the next 4 weeks                 | 2026-11-10 | FALSE
            is within the last 10 days                 | 2026-10-02 | TRUE
            is within the last 10 days                 | 2026-10-13 | FALSE
            is more than 6 weeks ago                   | 2026-08-30 | TRUE
            is more than 6 weeks ago                   | 2026-08-31 | FALSE
            is less than 6 weeks ago                   | 2026-09-01 | TRUE
            is less than 6 weeks ago                   | 2026-10-13 | FALSE
            is more than 2 weeks away                  | 2026-10-27 | TRUE
            is less than 2 weeks away                  | 2026-10-25 | TRUE
            is less than 2 weeks away                  | 2026-10-11 | FALSE
            is in this term                            |            | UNKNOWN
            """)
    void aDateIsComparedWithADayThatMoves(String words, String date, Answer answer) {
        AStudent student = aStudent().with("leaving_date", date == null ? "" : date);
        assertThat(answerTo("the leaving date " + words, student)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            today is before the end of the autumn term        | 2026-12-30 | TRUE
            today is before the end of the autumn term        | 2027-01-02 | FALSE
            today is in the first 3 weeks of the term         | 2026-09-21 | TRUE
            today is in the first 3 weeks of the term         | 2026-09-22 | FALSE
            today is in the last 2 weeks of this term         | 2026-12-18 | TRUE
            today is in the last 2 weeks of this term         | 2026-12-17 | FALSE
            today is from 1 November to 31 March              | 2027-03-31 | TRUE
            today is from 1 November to 31 March              | 2026-10-31 | FALSE
            today is on or after 2 weeks after the start of the term | 2026-09-15 | TRUE
            today is on or after 2 weeks after the start of the term | 2026-09-14 | FALSE
            """)
    void theDayJudgedIsComparedWithADayThatMoves(String words, LocalDate on, Answer answer) {
        assertThat(answerTo(words, aStudent().on(on))).isEqualTo(answer);
    }

    @Test
    void aDayThatCannotBeReadIsAProblem() {
        assertThat(ABook.when("today is before the end of the winter term").problems())
                .singleElement()
                .asString()
                .startsWith("topics/test.txt:3:21: \"the end of the winter term\" is not a day.");
        assertThat(ABook.when("today is Monday").problems())
                .singleElement()
                .asString()
                .contains("does not say which days are meant");
    }

    private static Answer answerTo(String condition, AStudent student) {
        return ABook.when(condition)
                .recommender()
                .explain(student.seen(), "Tested")
                .orElseThrow()
                .answer();
    }
}
