package signpost.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static signpost.engine.ABook.rule;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** Books that are too long, too deep or too entangled: refused with a place, in time and within the memory of a test. */
class FloodTest {

    private static final Duration HANGING = Duration.ofSeconds(120);

    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 10 << 20})
    void aLineOfMegabytesIsAProblem(int length) {
        assertThat(refusal(ABook.when("attendance is " + "9".repeat(length)))).isNotEmpty();
        assertThat(refusal(ABook.when("x ".repeat(length / 2)))).isNotEmpty();
    }

    @Test
    void aHundredThousandRulesAreTooMany() {
        assertThat(refusal(more(each(100_000, at -> "Rule: R" + at + "\n")))).contains("A book may have 5000 rules");
    }

    @Test
    void aMillionLinesAreTooMany() {
        ABook book = ABook.when("attendance is known");
        for (int file = 0; file < 4; file++) {
            book.with("topics/t" + file + ".txt", "Rule: T" + file + "\n" + "  When\n".repeat(250_000));
        }

        assertThat(refusal(book)).contains("A book may have 250000 lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rule: x\n",
                "no rule at all\n",
                "Attribute: x\n",
                "Scenario: x\n",
                "  When\n",
                "\t\n\tx\n",
                "Rul: x\n",
                "Rule: x\n  When\n    attendance is poor\n",
                "Rule: x\n  Then\n    recommend ATT-10\n",
                "Rule: x\n  Because\n    {attendence} {{}\n",
                "Scenario: x\n  Given\n    attendence is 1%\n  Expect\n    flag \"Testing\"\n",
                "Attribute: x\n  Called: x\n  Kind: one of\n    A = x\n    A = x\n"
            })
    void aHundredThousandMistakesAreToldToTheThousandth(String mistake) {
        assertThat(problems(more(
                        mistake.repeat(many(100_000) / (int) mistake.lines().count()))))
                .isBetween(1, Problems.MOST + 1);
    }

    @Test
    void groupsFiveThousandDeepAreAProblem() {
        String deep = each(5_000, depth -> "    " + " ".repeat(Math.min(2 * depth, 480)) + "any of:\n");

        assertThat(refusal(ABook.withRules("Rule: Deep\n  When\n" + deep))).isNotEmpty();
        assertThat(refusal(ABook.when("not ".repeat(120) + "attendance is known")))
                .isNotNull();
    }

    @Test
    void aMillionColumnsAreTooMany() {
        ABook book = ABook.when("attendance is known")
                .with(ABook.INTERVENTIONS, "a,".repeat(5_000) + "\n" + "x\n".repeat(400_000));

        assertThat(refusal(book)).contains("There are more than 200 columns");
    }

    @Test
    void aTableOfMistakesIsToldToTheThousandth() {
        ABook book = ABook.when("attendance is known")
                .with(ABook.INTERVENTIONS, ABook.INTERVENTION_HEADER + "x,,,,,,,,,,,\n".repeat(many(100_000)));

        assertThat(problems(book)).isEqualTo(Problems.MOST + 1);
    }

    @Test
    void aVocabularyOfHundredThousandsOfWordsIsSearchedInTime() {
        String codes = each(many(50_000), at -> "    C" + at + " = code " + at + "\n");
        ABook book = ABook.withRules(each(
                        many(3_000),
                        at -> rule("R" + at, "flag \"F\" as low", "the visit is D" + at, "and vsit is C1")))
                .withAttribute("Attribute: visit\n  Called: the visit\n  Kind: one of\n" + codes);

        assertThat(problems(book)).isBetween(1, Problems.MOST + 1);
    }

    @Test
    void hundredThousandsOfPhrasesAreSearchedInTime() {
        String phrases = each(many(60_000), at -> "    the student did " + at + " = yes\n");
        ABook book = ABook.withRules(each(
                        2_000,
                        at -> rule("R" + at, "flag \"F\" as low", "the student did " + at, "and the student did 1")))
                .withAttribute("Attribute: visit\n  Called: the visit\n  Kind: yes or no\n  Phrases:\n" + phrases);

        assertThat(problems(book)).isLessThanOrEqualTo(Problems.MOST + 1);
    }

    @Test
    void everyRuleThatReadsWhatEveryOtherGivesIsReadInTime() {
        String givers = each(many(2_000), at -> rule("G" + at, "flag \"F\" as low", "attendance is known"));
        String readers = each(many(2_000), at -> rule("R" + at, "flag \"G" + at + "\" as low", "\"F\" is flagged"));

        assertThat(problems(ABook.withRules(givers + readers))).isZero();
    }

    @Test
    void aChainOfRulesThatNobodyCouldFollowIsAProblem() {
        String chain = each(
                4_900,
                at -> rule(
                        "R" + at,
                        "flag \"F" + at + "\" as low",
                        at == 0 ? "attendance is known" : "\"F" + (at - 1) + "\" is flagged"));

        assertThat(refusal(ABook.withRules(chain))).contains("more than 30 rules wait for each other");
    }

    @Test
    void scenariosWithoutEndAreReadInTime() {
        String scenarios = each(
                many(20_000),
                at -> "Scenario: S" + at + "\n  Given\n    attendance is 9%\n  Expect\n    flag \"Nothing\"\n");

        assertThat(problems(more(scenarios))).isEqualTo(Problems.MOST + 1);
    }

    @Test
    void asManyFilesOfRubbishAsABookMayHaveAreProblems() {
        ABook book = ABook.when("attendance is known");
        for (int file = 0; file < 490; file++) {
            book.with("topics/t" + file + ".txt", "\u0001".repeat(4_000));
        }

        assertThat(problems(book)).isBetween(490, Problems.MOST + 1);
    }

    /** So many where the thorough profile is on; a tenth otherwise. */
    private static int many(int count) {
        return Boolean.getBoolean("signpost.thorough") ? count : count / 10;
    }

    private static ABook more(String text) {
        return ABook.when("attendance is known").with("topics/more.txt", text);
    }

    private static String each(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
    }

    private static int problems(ABook book) {
        return refused(book).size();
    }

    private static String refusal(ABook book) {
        return refused(book).stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static List<Problem> refused(ABook book) {
        Supplier<List<Problem>> check = () ->
                CheckedBook.of(book.files()) instanceof CheckedBook.Refused refused ? refused.problems() : List.of();
        return assertTimeoutPreemptively(HANGING, check::get);
    }
}
