package signpost.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.vocabulary.Vocabulary;

/** Each way to fill a cell, and the words it stands for. */
class CellWordsTest {

    private static final Vocabulary VOCABULARY =
            ABook.when("attendance is known").withAttribute("""
                    Attribute: fsm6
                      Called: free school meals in the last six years
                      Kind: yes or no
                    """).read().vocabulary();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attendance_pct    | <90                         | attendance is below 90%
            attendance_pct    | < 90%                       | attendance is below 90%
            attendance_pct    | <=90 %                      | attendance is 90% or below
            attendance_pct    | ≤ 90                        | attendance is 90% or below
            attendance_pct    | >89.9                       | attendance is above 89.9%
            attendance_pct    | >=85                        | attendance is 85% or above
            attendance_pct    | ≥85%                        | attendance is 85% or above
            attendance_pct    | 85+                         | attendance is 85% or above
            attendance_pct    | below 90                    | attendance is below 90%
            attendance_pct    | under 90%                   | attendance is below 90%
            attendance_pct    | 90 or below                 | attendance is 90% or below
            attendance_pct    | 90 or more                  | attendance is 90% or above
            attendance_pct    | at least 85                 | attendance is 85% or above
            attendance_pct    | 85 to 90                    | attendance is from 85% to 90%
            attendance_pct    | from 85% to 90%             | attendance is from 85% to 90%
            attendance_pct    | 85-90                       | attendance is from 85% to 90%
            attendance_pct    | 85% – 90%                   | attendance is from 85% to 90%
            attendance_pct    | 85 to <90                   | attendance is from 85% to below 90%
            attendance_pct    | >85 to 90                   | attendance is above 85% and at most 90%
            attendance_pct    | >85 to <90                  | attendance is above 85% and below 90%
            attendance_pct    | 85-<90                      | attendance is from 85% to below 90%
            attendance_pct    | 90                          | attendance is 90%
            attendance_pct    | known                       | attendance is known
            attendance_pct    | not known                   | attendance is not known
            attendance_pct    | Unknown                     | attendance is not known
            attendance_pct    | was not confirmed this term | attendance was not confirmed this term
            suspensions_count | 0                           | the number of suspensions is 0
            suspensions_count | 1 or 2                      | the number of suspensions is 1 or 2
            suspensions_count | 1, 2                        | the number of suspensions is 1 or 2
            suspensions_count | not 0                       | the number of suspensions is not 0
            suspensions_count | <>0                         | the number of suspensions is not 0
            nc_year           | 10 or 11                    | the student is in year 10 or 11
            nc_year           | 8 to 11                     | the year group is from 8 to 11
            journey           | <60                         | the journey is below 60
            journey           | 45 minutes to 60 minutes    | the journey is from 45 to 60
            english_current   | <4                          | the current English grade is below 4
            english_current   | >=4                         | the current English grade is 4 or above
            english_current   | 4+                          | the current English grade is 4 or above
            english_current   | U                           | the current English grade is U
            english_current   | U or 1                      | the current English grade is U or 1
            english_current   | not U                       | the current English grade is not U
            english_current   | 1 to 3                      | the current English grade is from 1 to 3
            sen_provision     | K or E                      | the student has SEND
            sen_provision     | e; k                        | the student has SEND
            sen_provision     | EHC plan                    | SEN provision is EHC plan
            sen_provision     | K                           | SEN provision is K
            sen_provision     | not N                       | SEN provision is not N
            in_care           | Y                           | the student is in care
            in_care           | yes                         | the student is in care
            in_care           | TRUE                        | the student is in care
            in_care           | N                           | the student is not in care
            in_care           | not Y                       | the student is not in care
            barriers          | geography                   | the student states geography as a barrier
            barriers          | geography or finance        | the list of barriers includes geography or finance
            barriers          | finance and caring          | the list of barriers includes finance; the list of barriers includes caring
            barriers          | not finance                 | the list of barriers does not include finance
            barriers          | none                        | the list of barriers is none
            plan_state        | none                        | the post-16 plan is none
            leaving_date      | <2026-09-01                 | the leaving date is before 2026-09-01
            leaving_date      | on or after 1 September 2026 | the leaving date is on or after 1 September 2026
            leaving_date      | <=1 September 2026          | the leaving date is on or before 1 September 2026
            leaving_date      | > 01/09/2026                | the leaving date is after 01/09/2026
            leaving_date      | 26 June 2026                | the leaving date is on 26 June 2026
            leaving_date      | not 26 June 2026            | not the leaving date is on 26 June 2026
            leaving_date      | more than 6 weeks ago       | the leaving date is more than 6 weeks ago
            leaving_date      | 1 June 2026 to 1 July 2026  | the leaving date is from 1 June 2026 to 1 July 2026
            leaving_date      | 1 June 2026 to <1 July 2026 | the leaving date is on or after 1 June 2026; the leaving date is before 1 July 2026
            leaving_date      | in this term                | the leaving date is in this term
            intended_provider | known                       | the intended provider is known
            """)
    void aCellIsSaidInTheWordsOfARule(String key, String cell, String sentences) {
        assertThat(said(key, cell)).containsExactly(sentences.split("; ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "?", textBlock = """
            attendance_pct    | -
            sen_provision     | –
            in_care           | any
            leaving_date      | Any
            barriers          | *
            """)
    void theseLeaveAnAttributeOpen(String key, String cell) {
        assertThat(said(key, cell)).isEmpty();
    }

    /** What is said can be read: a table and a text differ in form only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attendance_pct    | 85 to <90
            attendance_pct    | >85 to 90
            attendance_pct    | >85 to <90
            leaving_date      | in this term
            journey           | 45 minutes to 60 minutes
            english_current   | 1 to 3
            sen_provision     | e; k
            in_care           | not Y
            barriers          | finance and caring
            leaving_date      | not 26 June 2026
            """)
    void whatIsSaidARuleCanSay(String key, String cell) {
        assertThat(ABook.when(String.join("\n    and ", said(key, cell))).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4     | the RONI score is 4
            4+    | the RONI score is 4 or above
            >=4   | the RONI score is 4 or above
            >3    | the RONI score is 4 or above
            <2    | the RONI score is 1 or below
            <=1   | the RONI score is 1 or below
            2 to 3 | the RONI score is from 2 to 3
            2-3   | the RONI score is from 2 to 3
            2 to <4 | the RONI score is from 2 to 3
            """)
    void aScoreIsSaidInWholePoints(String cell, String sentence) {
        assertThat(Ordered.ofScore("RONI", cell)).containsExactly(sentence);
    }

    @Test
    void aFlagIsRaisedOrNot() {
        assertThat(CellWords.ofFlag("Severe absence", "Y")).containsExactly("\"Severe absence\" is flagged");
        assertThat(CellWords.ofFlag("Severe absence", "N")).containsExactly("\"Severe absence\" is not flagged");
        assertThat(CellWords.ofFlag("Severe absence", "-")).isEmpty();
    }

    private static List<String> said(String key, String cell) {
        return CellWords.of(VOCABULARY.byKey(key).orElseThrow(), cell);
    }
}
