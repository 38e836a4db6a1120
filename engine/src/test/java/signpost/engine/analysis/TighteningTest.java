package signpost.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;

/** What a school may make of a rule of its trust. What it may not is in the catalogue of mistakes. */
class TighteningTest {

    private static final List<String> NO_LESS = List.of();

    private static List<String> problems(String trusts, String schools) {
        BookFiles files = BookFiles.layered(
                ABook.withRules(trusts).files(),
                BookFiles.ofTexts(Map.of("topics/ours.txt", "Tighten: Tested\n  Why: We act earlier.\n" + schools)));
        BookReading.Whole whole = (BookReading.Whole) BookReader.read(files);
        return Tightening.problems(whole.book()).stream().map(Object::toString).toList();
    }

    private static List<String> conditions(String trusts, String schools) {
        return problems(
                ABook.rule("Tested", "flag \"Tested\" as low", trusts),
                "  When\n    " + schools + "\n  Because\n    a reason\n");
    }

    private static List<String> consequences(String trusts, String schools) {
        return problems(ABook.rule("Tested", trusts, "attendance is known"), "  Then\n    " + schools + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attendance is 90% or below              | attendance is 92% or below
            attendance is from 50% to 90%           | attendance is 90% or below
            SEN provision is E                      | SEN provision is K or E
            the student is in year 11               | the student is in year 10 or 11
            the list of barriers includes finance   | the list of barriers includes geography or finance
            the leaving date is before 1 March 2027 | the leaving date is before 1 April 2027
            """)
    void aConditionThatCatchesMoreIsTighter(String trusts, String schools) {
        assertThat(conditions(trusts, schools)).isEqualTo(NO_LESS);
        assertThat(conditions(schools, trusts)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flag "Tested" as low              | flag "Tested" as high
            add 1 point to RONI               | add 2 points to RONI
            recommend ATT-01 within 2 weeks   | recommend ATT-01 within 10 days
            recommend ATT-01 by 31 March      | recommend ATT-01 by 31 October
            recommend ATT-01 within 2 weeks   | recommend ATT-01 as high within 2 weeks
            """)
    void doingMoreOrSoonerIsTighter(String trusts, String schools) {
        assertThat(consequences(trusts, schools)).isEqualTo(NO_LESS);
        assertThat(consequences(schools, trusts)).hasSize(1);
    }

    @Test
    void helpOfAnotherKindDoesNotMakeUpForWhatIsLeftOut() {
        assertThat(consequences("recommend ATT-01 within 2 weeks", "recommend MEN-01 within 1 week"))
                .hasSize(1);
        assertThat(consequences("recommend ATT-01 within 2 weeks", "recommend ATT-01 by 31 October"))
                .hasSize(1);
    }

    @Test
    void whatTheSchoolRulesOutOfTheTrustsIsWorthALook() {
        BookFiles files = BookFiles.layered(
                ABook.withRules(ABook.rule("Trusts", "recommend MEN-01 within 1 week", "attendance is known"))
                        .files(),
                BookFiles.ofTexts(
                        Map.of("topics/ours.txt", ABook.rule("Ours", "rule out MEN-01", "the student is in year 10"))));
        BookReading.Whole whole = (BookReading.Whole) BookReader.read(files);
        assertThat(Analysis.of(whole.book(), LocalDate.of(2026, 10, 12)).findings())
                .filteredOn(finding -> finding.kind() == FindingKind.TRUST_OUTRULED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().message())
                        .isEqualTo("The school's rule \"Ours\" rules out MEN-01, which the trust's rule \"Trusts\""
                                + " recommends."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule out MEN-01                | "Absent" is flagged          | rules help out.
            recommend MEN-01 within 1 week | "Absent" is not flagged      | may no longer hold.
            recommend MEN-01 within 1 week | the RONI score is 2 or below | may no longer hold.
            """)
    void whatTheSchoolGivesAndTheTrustHoldsBackForIsWorthALook(String does, String when, String told) {
        String raised = "flag \"Absent\" as low\n    add 1 point to RONI";
        BookFiles files = BookFiles.layered(
                ABook.withRules(ABook.rule("Absent", raised, "attendance is 90% or below")
                                + ABook.rule("Trusts", does, when))
                        .files(),
                BookFiles.ofTexts(Map.of("topics/ours.txt", ABook.rule("Ours", raised, "the student is in year 10"))));
        BookReading.Whole whole = (BookReading.Whole) BookReader.read(files);
        assertThat(Analysis.of(whole.book(), LocalDate.of(2026, 10, 12)).findings())
                .filteredOn(finding -> finding.kind() == FindingKind.TRUST_OUTRULED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().message()).endsWith("which then " + told));
    }

    @Test
    void timeInForceMayGrowOnly() {
        String within = ABook.rule("Tested", "flag \"Tested\" as low", "attendance is known")
                .replaceFirst("\n", "\n  In force: from 1 September 2026 to 31 March 2027\n");
        String more = "  Then\n    flag \"Tested\" as high\n";
        assertThat(problems(within, more)).isEqualTo(NO_LESS);
        assertThat(problems(within, "  In force: from 1 August 2026 to 30 April 2027\n" + more))
                .isEqualTo(NO_LESS);
        assertThat(problems(within, "  In force: from 1 August 2026\n" + more)).isEqualTo(NO_LESS);
        assertThat(problems(within, "  In force: from 1 September 2026 to 30 March 2027\n" + more))
                .hasSize(1);
        assertThat(problems(within, "  In force: from 2 September 2026\n" + more))
                .hasSize(1);
    }
}
