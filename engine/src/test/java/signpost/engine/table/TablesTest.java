package signpost.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.AStudent.aStudent;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/** Rules as a sheet: the same rules as in text, and problems that name the cell. */
class TablesTest {

    private static final String FILE = "tables/points.csv";

    private static final String SHEET = """
            Points of the county,,,,,,
            Owner,Head of destinations,,,,,
            In force,from 1 September 2026,,,,,
            # A note to whoever reads this,,,,,,
            Rule,Attendance,sen_provision,in care,RONI points,Flag,Severity
            Attendance below 90,85 to <90,,,1,,
            Attendance below 85,<85,,,2,,
            SEND,,K or E,,1,Needs support,medium
            In care,-,any,Y,2,,
            """;

    @Test
    void aRowIsTheRuleAPersonWouldType() {
        Rule row = ABook.withoutRules().with(FILE, SHEET).read().rule("SEND").orElseThrow();
        Rule typed = ABook.withRules("""
                        Rule: SEND
                          Owner: Head of destinations
                          In force: from 1 September 2026
                          When
                            the student has SEND
                          Then
                            flag "Needs support" as medium
                            add 1 point to RONI
                          Because
                            the student has SEND
                        """).read().rule("SEND").orElseThrow();
        assertThat(row)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*place", "topic")
                .isEqualTo(typed);
        assertThat(row.topic()).isEqualTo("points");
        assertThat(row.place().toString()).isEqualTo(FILE + ":8:1");
    }

    @Test
    void aWorkbookGivesTheRulesOfTheSameCsv() {
        List<Rule> csv = ABook.withoutRules().with(FILE, SHEET).read().rules();
        List<Rule> workbook = ABook.withoutRules()
                .with("tables/points.xlsx", AWorkbook.of(SHEET))
                .read()
                .rules();
        assertThat(workbook)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*place")
                .isEqualTo(csv);
    }

    @ParameterizedTest
    @CsvSource({"90, 0", "89.9, 1", "85, 1", "84.9, 2"})
    void pointsAddUpWithTheirEdgesAsWritten(String attendance, int points) {
        AStudent student =
                aStudent().withAttendance(attendance).with("sen_provision", "N").with("in_care", "N");
        assertThat(judged(SHEET, student).scoreWords().getOrDefault("RONI", "0"))
                .isEqualTo(Integer.toString(points));
    }

    @Test
    void aBlankOfAStudentIsNotANo() {
        assertThat(judged(SHEET, aStudent().withAttendance("84").with("in_care", "N"))
                        .scoreWords())
                .containsEntry("RONI", "2 to 3");
    }

    @Test
    void rowsOfOneNameAreOneRuleThatHoldsWhenAnyOfThemDoes() {
        String sheet = """
                Rule,nc_year,in_care,sen_provision,suspensions_count,RONI points
                Looked after,10 or 11,Y,,,2
                Looked after,10 or 11,,E,>=1,
                """;
        Rule rule = ABook.withoutRules().with(FILE, sheet).read().rules().get(0);
        assertThat(rule.conditions().stream().map(Condition::words))
                .containsExactly("the student is in year 10 or 11", "any of:");
        AStudent both = aStudent()
                .with("nc_year", "10")
                .with("in_care", "Y")
                .with("sen_provision", "E")
                .withSuspensions("1");
        AStudent second = aStudent()
                .with("nc_year", "10")
                .with("in_care", "N")
                .with("sen_provision", "E")
                .withSuspensions("1");
        AStudent neither = aStudent()
                .with("nc_year", "10")
                .with("in_care", "N")
                .with("sen_provision", "E")
                .withSuspensions("0");
        assertThat(judged(sheet, both).scoreWords()).containsEntry("RONI", "2");
        assertThat(judged(sheet, second).scoreWords()).containsEntry("RONI", "2");
        assertThat(judged(sheet, neither).scoreWords()).doesNotContainEntry("RONI", "2");
    }

    @Test
    void scoresAndFlagsOfOtherRowsCanBeAskedFor() {
        String sheet = """
                Rule,attendance,RONI score,Flag: Look,When,Points,Score,Flag,Severity,Recommend,Because
                Low,<90,,,,4,RONI,,,,
                Band,,4+,,,,,Look,high,,"the points are {RONI score}, which is many"
                Act,,,Y,it is the autumn term,,,,,ATT-01 within 2 weeks; PGI-01 this term,
                """;
        Judgement judged = judged(sheet, aStudent().withAttendance("80"));
        assertThat(judged.flags()).extracting(flag -> flag.flag()).containsExactly("Look");
        assertThat(judged.recommendations())
                .extracting(made -> made.intervention())
                .containsExactlyInAnyOrder("ATT-01", "PGI-01");
    }

    @Test
    void rulesWithoutNamesAreNamedAfterTheirRow() {
        assertThat(ABook.withoutRules()
                        .with(FILE, "attendance_pct,RONI points\n<90,1\n\n<85,1\n")
                        .read()
                        .rules())
                .extracting(Rule::name)
                .containsExactlyInAnyOrder("points row 2", "points row 4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rule,attendence,RONI points+A,<90,1        | 1:2: Cell B1 ("attendence"): "attendence" is not a column Signpost knows. Did you mean "Attendance"?
            Rule,attendance,RONI points+A,<9o,1        | 2:2: Cell B2 ("<9o") under "attendance": "9o" is not a number
            Rule,attendance,RONI points+A,<900,1       | 2:2: Cell B2 ("<900") under "attendance": "900%" is not a number from 0 to 100
            Rule,sen_provision,RONI points+A,K or EHC,1 | 2:2: Cell B2 ("K or EHC") under "sen_provision": "EHC" is not one of N, K, E
            Rule,in_care,RONI points+A,maybe,1         | 2:2: Cell B2 ("maybe") under "in_care": "is maybe" cannot be said of "in care".
            Rule,attendance,RONI points+A,<90,one      | 2:3: Cell C2 ("one") under "RONI points": "one" is not a number of points.
            Rule,attendance,Points+A,<90,1             | 2:3: Cell C2 ("1") under "Points": Nothing says which score these points go to.
            Rule,attendance,Flag+A,<90,Look            | 2:3: Cell C2 ("Look") under "Flag": The flag "Look" has no severity.
            Rule,attendance,Flag,Severity+A,<90,Look,hig | 2:4: Cell D2 ("hig") under "Severity": "hig" is not a severity. Did you mean high?
            Rule,attendance,Severity+A,<90,high        | 2:3: Cell C2 ("high") under "Severity": Here is a severity but no flag.
            Rule,attendance,Recommend+A,<90,ATT-1      | 2:3: Cell C2 ("ATT-1") under "Recommend": The catalogue has no intervention "ATT-1". Did you mean ATT-01?
            Rule,attendance,RONI points+A,,1           | 2:1: Cell A2 ("A") under "Rule": This row asks nothing
            Rule,attendance,RONI points+A,<90,         | 2:1: Cell A2 ("A") under "Rule": This row does not say what the rule "A" does.
            Rule,attendance,RONI points+,<90,1         | 2:2: Cell B2 ("<90") under "attendance": This row does not name its rule.
            Rule,attendance,RONI points+A,<90,1,more   | 2:4: Cell D2 ("more"): This column has no heading.
            Rule,Rule,attendance,RONI points+A,B,<90,1 | 1:2: Cell B1 ("Rule"): There is already a column "Rule".
            Rule,attendance,RONI points+A,=1+1,1       | 2:2: Cell B2 ("=1+1"): This cell begins with =, as a formula does.
            Rule,attendance,RONI points,Because+A,<90,1,{height} | 2:4: Cell D2 ("{height}") under "Because": "{height}" is neither an attribute nor a score.
            Rule,attendance,RONI points+A,<90,1+A,<80,2 | 3:3: Cell C3 ("2") under "RONI points": The rule "A" begins in an earlier row, which says something else here.
            Rule;attendance;RONI points+A;<90;1        | 1:1: The cells of this file are not separated by commas.
            Only a title                               | 1:1: Cell A1 ("Only a title"): This table has no header row.
            Rule,attendance,RONI points                | 1:1: This table has no rules.
            """)
    void aProblemNamesTheCellAndQuotesIt(String table, String problem) {
        assertThat(problems(table.replace('+', '\n').replace("=1\n1", "=1+1")))
                .singleElement()
                .asString()
                .startsWith(FILE + ":" + problem);
    }

    @Test
    void whatIsTooLargeOrHiddenIsRefusedAtItsCell() {
        String header = "Rule,attendance,RONI points\n";
        assertThat(problems(header + "A" + "A".repeat(600) + ",<90,1\n"))
                .singleElement()
                .asString()
                .contains("2:1: Cell A2", "more than 500 characters");
        assertThat(problems(header + "A\u200B,<90,1\n"))
                .singleElement()
                .asString()
                .contains("a character here that cannot be seen");
        assertThat(problems(header + "A,\"<90,1\n")).singleElement().asString().contains("quotation mark");
        assertThat(problems(header + "A,<90,1\n".repeat(6_000)))
                .anyMatch(problem -> problem.contains("this cell lies beyond"));
        assertThat(problems(header + "A" + ",".repeat(300) + "x\n"))
                .anyMatch(problem -> problem.contains("this cell lies beyond"));
    }

    @Test
    void aCsvSavedByExcelInAnotherEncodingIsToldHowToSaveIt() {
        ABook book = ABook.withoutRules().with(FILE, new byte[] {'R', 'u', 'l', 'e', ',', (byte) 0x96});
        assertThat(book.problems())
                .anyMatch(problem -> problem.contains("not UTF-8 text. Save it again as \"CSV UTF-8"));
    }

    @Test
    void aByteOrderMarkAndQuotedLineBreaksDoNotMatter() {
        String sheet = "\uFEFFRule,\"Attend\nance\",RONI points\r\nA,<90,1\r\n".replace("Attend\nance", "Attendance\n");
        assertThat(ABook.withoutRules().with(FILE, sheet).read().rules()).hasSize(1);
    }

    private static List<String> problems(String sheet) {
        return ABook.withRules(ABook.rule("Other", "flag \"Other\" as low", "attendance is known"))
                .with(FILE, sheet)
                .problems();
    }

    private static Judgement judged(String sheet, AStudent student) {
        return new Recommender(ABook.withoutRules().with(FILE, sheet).read()).judge(student.seen());
    }
}
