package signpost.engine.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.History.Step;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;
import signpost.engine.text.Problem;

/** Earlier days as a file says them. Of what it does not say nothing is known. */
class HistoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate SUMMER_ENDED = LocalDate.of(2026, 8, 31);

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyKindOfRowSaysItsOwn() {
        History history = read("""
                A1,flagged last term,Severe absence,,
                A1,Offered,ATT-01,,2026-06-01
                A1,delivered,ATT-01,Y,20/09/2026
                A1,did_not_attend,MEN-01,,2026-09-20
                A1,overridden for good,PGI-01,yes,2026-05-01
                A1,value last term,attendance_pct,93%,
                A1,value last term,SEN provision,K,2026-04-20
                """).historyOf(new Ids("A1", ""));

        assertThat(problems).isEmpty();
        assertThat(history.flaggedLastTerm()).contains(Set.of("Severe absence"));
        assertThat(history.help())
                .isEqualTo(Map.of(
                        Step.OFFERED, List.of(new History.Help("ATT-01", LocalDate.of(2026, 6, 1))),
                        Step.DELIVERED, List.of(new History.Help("ATT-01", LocalDate.of(2026, 9, 20))),
                        Step.NOT_ATTENDED, List.of(new History.Help("MEN-01", LocalDate.of(2026, 9, 20))),
                        Step.OVERRIDDEN_FOR_GOOD, List.of(new History.Help("PGI-01", LocalDate.of(2026, 5, 1)))));
        assertThat(history.lastTerm())
                .isEqualTo(Map.of(
                        "attendance_pct",
                        new Fact.Known(new Value.Amount(new BigDecimal("93")), Source.MIS, SUMMER_ENDED),
                        "sen_provision",
                        new Fact.Known(new Value.Code("K"), Source.MIS, LocalDate.of(2026, 4, 20))));
    }

    @Test
    void whatHasNoRowIsNotKnownAndWhatIsSaidToBeNoneIs() {
        Histories histories = read("""
                A1,flagged last term,none,,
                A1,delivered,none,,
                A2,flagged last term,Severe absence,N,
                A3,delivered,ATT-01,,2026-11-17
                """);

        assertThat(histories.historyOf(new Ids("A1", "")).flaggedLastTerm()).contains(Set.of());
        assertThat(histories.historyOf(new Ids("A1", "")).help()).isEqualTo(Map.of(Step.DELIVERED, List.of()));
        assertThat(histories.historyOf(new Ids("A2", "")).flaggedLastTerm()).contains(Set.of());
        assertThat(histories.historyOf(new Ids("A3", "")))
                .as("what comes later is passed over")
                .isEqualTo(History.NONE);
        assertThat(histories.historyOf(new Ids("A4", ""))).isEqualTo(History.NONE);
        assertThat(problems).isEmpty();
        assertThat(histories.strangers()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A1,flagged last term,Severe abscence,,   | 3:22: The cell under "name" is no flag of the rule book, so the row is left out. Did you mean "Severe absence"?
            A1,flagged last term,,,                  | 3:22: The cell under "name" is no flag of the rule book, so the row is left out.
            A1,flagged last term,Severe absence,?,   | 3:37: The cell under "value" is neither Y nor N, so the row is left out. Left empty it means Y.
            A1,flagged last term,Severe absence,,2026-09-01 | 3:38: The cell under "date" lies after the end of last term, 31 August 2026, so the row is left out. It may be left empty here.
            A1,flagged last term,Severe absence,,lately | 3:38: The cell under "date" is not a date such as 2026-09-01 or 01/09/2026, so the row is left out. It may be left empty here.
            A1,flaged last term,Severe absence,,     | 3:4: The cell under "kind" is not one of flagged last term, offered, delivered, did not attend, overridden for good, value last term, so the row is left out. Did you mean "flagged last term"?
            A1,delivered,ATT-1,,2026-09-01           | 3:14: The cell under "name" is no intervention of the catalogue, so the row is left out. Did you mean "ATT-01"?
            A1,delivered,ATT-01,,                    | 3:22: The cell under "date" is not a date such as 2026-09-01 or 01/09/2026, so the row is left out. Write the day on which it happened.
            A1,delivered,ATT-01,maybe,2026-09-01     | 3:21: The cell under "value" is neither Y nor N, so the row is left out. Left empty it means Y.
            A1,value last term,attendence_pct,93,    | 3:20: The cell under "name" is no attribute of the vocabulary, so the row is left out. Did you mean "attendance_pct"?
            A1,value last term,attendance_pct,lots,  | 3:35: The cell under "value" is not a number, so the row is left out.
            A1,value last term,attendance_pct,93,2026-09-01 | 3:38: The cell under "date" lies after the end of last term, 31 August 2026, so the row is left out. It may be left empty here.
            ,delivered,none,,                        | 3:1: This row has neither a UPN nor a student_id, so it is left out.
            """)
    void aMistakeIsToldWhereItStands(String row, String told) {
        read("A1,offered,none,,\n" + row + "\n");

        assertThat(told()).containsExactly(told);
    }

    @Test
    void ofAKindWithAMistakeNothingIsKnown() {
        Histories histories = read("""
                A1,flagged last term,Persistent absence,,
                A1,flagged last term,Severe abscence,,
                A1,delivered,none,,
                A2,flagged last term,none,,
                A2,offered,none,,
                A2,ofered,ATT-01,,2026-09-01
                """);

        assertThat(histories.historyOf(new Ids("A1", "")).flaggedLastTerm()).isEmpty();
        assertThat(histories.historyOf(new Ids("A1", "")).help()).containsOnlyKeys(Step.DELIVERED);
        assertThat(histories.historyOf(new Ids("A2", "")).flaggedLastTerm()).isEmpty();
        assertThat(histories.historyOf(new Ids("A2", "")).help()).isEmpty();
    }

    @Test
    void aFlagOfAnEarlierBookMayStand() {
        assertThat(read("A1,flagged last term,Wanders about,,\n")
                        .historyOf(new Ids("A1", ""))
                        .flaggedLastTerm())
                .contains(Set.of("Wanders about"));
        assertThat(problems).isEmpty();
    }

    @Test
    void bothIdsOfAStudentCount() {
        Histories histories = readWhole("""
                student_id,upn,kind,name,value,date
                A1,,offered,ATT-01,,2026-09-01
                ,N840499816001,offered,MEN-01,,2026-09-02
                ,N840499816001,value last term,attendance_pct,90,
                Z9,,offered,none,,
                """);

        History history = histories.historyOf(new Ids("A1", "N840499816001"));
        assertThat(history.help().get(Step.OFFERED))
                .extracting(History.Help::intervention)
                .containsExactly("ATT-01", "MEN-01");
        assertThat(history.lastTerm()).containsOnlyKeys("attendance_pct");
        assertThat(histories.strangers()).isEqualTo(1);
    }

    @Test
    void aFileWithoutItsColumnsIsNotUsed() {
        assertThat(readWhole("student_id,kind,name,shoe\nA1,offered,none,4\n").historyOf(new Ids("A1", "")))
                .isEqualTo(History.NONE);
        assertThat(told())
                .containsExactly("1:1: A file of earlier days needs the columns kind, name, value and date; missing:"
                        + " date, value. Add them to the first row; a cell may be empty.");
    }

    private Histories read(String rows) {
        return readWhole("student_id,kind,name,value,date\n" + rows);
    }

    private Histories readWhole(String text) {
        try {
            return Histories.read(
                    Files.writeString(folder.resolve("history.csv"), text),
                    new Histories.Names(
                            ABook.when("attendance is known").read().vocabulary(),
                            Set.of("Severe absence", "Persistent absence"),
                            Set.of("ATT-01", "MEN-01", "PGI-01")),
                    TODAY,
                    problems::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The problems without their file. */
    private List<String> told() {
        return problems.stream()
                .map(problem ->
                        problem.toString().substring(problem.place().file().length() + 1))
                .toList();
    }
}
