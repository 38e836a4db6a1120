package signpost.api.uploads;

import java.util.Map;
import java.util.TreeMap;
import signpost.engine.rulebook.BookFiles;

/** A book of one rule, with a file of every sort. */
final class SmallBook {

    static final String RULES = "topics/test.txt";
    static final String SCENARIOS = "topics/test.scenarios.txt";
    static final String VOCABULARY = "vocabulary/test.txt";
    static final String TABLE = "tables/points.csv";
    static final String INTERVENTIONS = "catalogue/interventions.csv";
    static final String REASONS = "catalogue/override-reasons.csv";
    static final String HEADINGS = "Rule,Attendance,Flag,Severity,Because\n";

    private static final Map<String, String> TEXTS = Map.of(
            VOCABULARY,
            """
                    Attribute: attendance_pct
                      Called: attendance
                      Kind: percentage from 0 to 100
                      Columns: attendance_pct
                      Why held: a test
                    """,
            RULES,
            """
                    Rule: Tested
                      Why: a reason
                      When
                        attendance is 90% or below
                      Then
                        flag "Tested" as low
                      Because
                        attendance is {attendance}
                    """,
            SCENARIOS,
            """
                    Scenario: It is tested
                      Given
                        attendance is 85%
                      Expect
                        flag "Tested"
                    """,
            TABLE,
            HEADINGS + "Row,<80,Row,low,a reason\n",
            INTERVENTIONS,
            "code,title,description,delivered_by,hours,unit,places,years,terms,repeats,evidence,source\n"
                    + "ATT-01,A talk,x,tutor,1,teacher hour,,10,any,no,,\n",
            REASONS,
            "code,label,lasting,note\nOTHER,Another reason,no,\n");

    private SmallBook() {}

    static String text(String path) {
        String text = TEXTS.get(path);
        if (text == null) {
            throw new IllegalArgumentException(path);
        }
        return text;
    }

    static BookFiles files() {
        return BookFiles.ofTexts(TEXTS);
    }

    /** With another text in one file. */
    static BookFiles with(String path, String text) {
        Map<String, String> texts = new TreeMap<>(TEXTS);
        texts.put(path, text);
        return BookFiles.ofTexts(texts);
    }

    /** The rule with a flag of this name. */
    static String rule(String flag) {
        return text(RULES).replace("flag \"Tested\"", "flag \"" + flag + "\"");
    }
}
