package signpost.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.profile.Fact;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Problems;

class ScenarioTableTest {

    private static final String TABLE = "topics/test.scenarios.csv";
    private static final String RULES =
            rule("Absence", "flag \"Absence\" as low", "attendance is 90% or below", "and it is the spring term")
                    + rule(
                            "Plan",
                            "recommend PGI-01",
                            "the post-16 plan was not confirmed this term",
                            "and the post-16 plan is known");

    @Test
    void aRowSaysWhatABlockSays() {
        RuleBook book = ABook.withRules(RULES)
                .with(TABLE, """
                        Scenario,For,On,Term,nc_year,Attendance,the post-16 plan,in_care,barriers,Leaving date,Expect,Expect not
                        All at once,Absence,,spring,10,90%,"ideas, confirmed 2 terms ago",Y,geography;finance,2026-06-26,flag "Absence"; recommend PGI-01,cannot tell "Plan"
                        """)
                .with("topics/test.scenarios.txt", """
                        Scenario: All at once
                          For: Absence
                          Given
                            it is the spring term
                            and the student is in year 10
                            and attendance is 90%
                            and the post-16 plan is ideas, confirmed 2 terms ago
                            and the student is in care
                            and the list of barriers includes geography or finance
                            and the leaving date is on 26 June 2026
                          Expect
                            flag "Absence"
                            recommend PGI-01
                          Expect not
                            cannot tell "Plan"
                        """)
                .read();
        Problems problems = new Problems();
        List<Scenario> scenarios = new ScenarioReader(book, problems).read();
        assertThat(problems.all()).isEmpty();
        assertThat(scenarios).hasSize(2);
        Scenario row = scenarios.get(0);
        Scenario block = scenarios.get(1);
        assertThat(row.name()).isEqualTo(block.name());
        assertThat(row.rule()).isEqualTo(block.rule());
        assertThat(row.student().on()).isEqualTo(block.student().on());
        assertThat(facts(row)).isEqualTo(facts(block)).hasSize(6);
        assertThat(words(row.expected())).isEqualTo(words(block.expected())).hasSize(2);
        assertThat(words(row.unexpected())).isEqualTo(words(block.unexpected())).hasSize(1);
    }

    @Test
    void anEmptyCellAndNotKnownBothMeanNotKnown() {
        assertThat(refusal("""
                        Scenario,For,Term,Attendance,Expect
                        Empty,Absence,spring,,cannot tell "Absence"
                        Said,Absence,spring,not known,"cannot tell \""Absence\"\""
                        """)).isEmpty();
    }

    @Test
    void whatComesOutOtherwiseIsToldAtItsCell() {
        assertThat(refusal("""
                        Scenario,For,Term,Attendance,Expect,Expect not
                        Good,Absence,spring,90%,flag "Absence",
                        Bad,Absence,spring,90.1%,flag "Absence",nothing
                        """))
                .containsExactly(
                        TABLE + ":3:5: The scenario \"Bad\" expects the flag \"Absence\", but the rule \"Absence\" does"
                                + " not give it. Attendance is 90.1%, and the rule asks for 90% or below.",
                        TABLE + ":3:6: The scenario \"Bad\" expects a flag or a recommendation, but there is none."
                                + " Change the rule, or what the scenario expects.");
    }

    @Test
    void everyMistakeIsToldAtItsCell() {
        assertThat(refusal("""
                        Scenario,For,On,Term,Atendance,in_care,attendance_pct,nc_year,Expect
                        a,Absent,soon,winter,1,perhaps,190%,1+1,flog
                        ,Absence,,,,,,,nothing
                        c,Absence,,,,,,,
                        """))
                .containsExactly(
                        TABLE + ":1:5: The column \"atendance\" is neither part of a scenario nor an attribute."
                                + " Did you mean \"attendance\"?",
                        TABLE + ":2:2: There is no rule \"Absent\". Did you mean \"Absence\"?",
                        TABLE + ":2:3: \"soon\" is not a date. Write for example 12 October 2026.",
                        TABLE + ":2:4: \"winter\" is not a term. The terms are autumn, spring and summer.",
                        TABLE
                                + ":2:6: \"perhaps\" is neither yes nor no (Y, N, Yes, No, T, F, 1, 0), so \"in care\" can"
                                + " never be that. Write a value as an export would, or leave the cell empty for \"not known\".",
                        TABLE + ":2:7: \"190%\" is not a number from 0 to 100, so \"attendance\" can never be that."
                                + " Write a value as an export would, or leave the cell empty for \"not known\".",
                        TABLE + ":2:8: \"1+1\" is not a number, so \"the year group\" can never be that."
                                + " Write a value as an export would, or leave the cell empty for \"not known\".",
                        TABLE
                                + ":2:9: \"flog\" is not something to expect. Write: flag \"NAME\"; recommend CODE; rule out"
                                + " CODE; cannot tell \"RULE\"; the RONI score is 3; nothing.",
                        TABLE + ":3:1: This scenario has no name. Say under \"Scenario\" what it shows.",
                        TABLE
                                + ":4:1: This scenario expects nothing. Write \"Expect\" and what must come out beneath.");
    }

    @Test
    void aTableThatIsNotOneIsRefused() {
        assertThat(refusal("Name,Expect\na,nothing\n"))
                .containsExactly(TABLE + ":1:1: The column \"scenario\" is missing. Add it to the first row.");
        assertThat(refusal("Scenario,Expect,Expect\na,nothing,nothing\n"))
                .containsExactly(TABLE + ":1:3: The column \"expect\" stands here twice. Keep one of them.");
        assertThat(refusal("Scenario,Expect\n\"a\nb\",nothing\n"))
                .singleElement()
                .asString()
                .startsWith(TABLE + ":2:1: This cell");
    }

    private static List<String> refusal(String table) {
        return ABook.withRules(RULES).with(TABLE, table).refusal();
    }

    private static Map<String, Fact.Known> facts(Scenario scenario) {
        return scenario.student().profile().facts();
    }

    private static List<String> words(List<Expectation> expectations) {
        return expectations.stream()
                .map(expectation -> expectation.line().text())
                .toList();
    }
}
