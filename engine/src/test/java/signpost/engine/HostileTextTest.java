package signpost.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/**
 * Text that ran as a program, or hung, where rule text is handed to a compiler. Here it either reads as plain text or is a
 * problem with a place; nothing runs and nothing hangs.
 */
class HostileTextTest {

    /** What the attacks would leave behind. */
    private static final Path MARK = Path.of("target", "attacked");

    private static final String RUN = "new java.io.File(\"target/attacked\").createNewFile()";
    private static final Duration HANGING = Duration.ofSeconds(60);
    private static final Pattern PLACED = Pattern.compile("[^\\n:]+:\\d+:\\d+: [^\\n]+");

    @AfterEach
    void nothingRan() {
        assertThat(Files.exists(MARK)).isFalse();
    }

    static Stream<String> attacks() {
        return Stream.of(
                "x\" salience " + RUN + " when then end rule \"y",
                "x\"; " + RUN + "; //",
                "\"); " + RUN + "; (\"",
                "\\\"); " + RUN + "; (\\\"",
                "\\u0022); " + RUN + "; (\\u0022",
                "\\u000a" + RUN + "; //",
                "> " + RUN + ";",
                "> eval(" + RUN + ")",
                "salience (" + RUN + " ? 1 : 0)",
                "@Tag(" + RUN + ")",
                "end rule \"z\" when then " + RUN + "; end",
                "[then]x={" + RUN + "}",
                "[condition][]" + RUN + "=true",
                "because \"a {why} b\"",
                "{why} {why {why}} }{",
                "${" + RUN + "}",
                "#{T(java.lang.Runtime).getRuntime().exec('touch target/attacked')}",
                "@{" + RUN + "}",
                "${jndi:ldap://127.0.0.1/a}",
                "function() external { java: { class: \"java.io.File\" } }",
                "import java.io.File; " + RUN,
                "true || " + RUN,
                "90% or below || " + RUN,
                "'; DROP TABLE students; --",
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "../../../../etc/passwd",
                "a\u0000b",
                "\u202Eegdelwonk\u202C",
                "Persistent\u200B absence\uFEFF",
                "\uD83D\uDE00 \uD800",
                "(a+)+$".repeat(20) + "a".repeat(300) + "!",
                "is ".repeat(150) + "below",
                "not ".repeat(120) + "attendance is known",
                " or ".repeat(110),
                "\"".repeat(400),
                "{".repeat(200) + "}".repeat(200),
                "(".repeat(450),
                "%s%n%d" + "%x".repeat(100),
                "A".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asARulesNameItIsTextOrAProblem(String attack) {
        judgedOrPlaced(ABook.withRules(rule(attack, "flag \"A\" as low", "attendance is known")));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asAConditionItIsAProblem(String attack) {
        judgedOrPlaced(ABook.when(attack));
        judgedOrPlaced(ABook.when("attendance is " + attack));
        judgedOrPlaced(ABook.when("SEN provision is " + attack));
        judgedOrPlaced(ABook.when("the list of sectors includes " + attack));
        judgedOrPlaced(ABook.when("the leaving date is before " + attack));
        judgedOrPlaced(ABook.when("the student is in year " + attack));
        judgedOrPlaced(ABook.when("\"" + attack + "\" is flagged"));
        judgedOrPlaced(ABook.when("the " + attack + " score is 1"));
        judgedOrPlaced(ABook.when("it is the " + attack + " term"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asAConsequenceItIsTextOrAProblem(String attack) {
        judgedOrPlaced(ABook.withRules(rule("A", attack, "attendance is known")));
        judgedOrPlaced(ABook.withRules(rule("A", "flag \"" + attack + "\" as low", "attendance is known")));
        judgedOrPlaced(ABook.withRules(rule("A", "recommend " + attack, "attendance is known")));
        judgedOrPlaced(ABook.withRules(rule("A", "add 1 point to " + attack, "attendance is known")));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asAReasonItIsTextOrAProblem(String attack) {
        judgedOrPlaced(ABook.withRules(
                rule("A", "flag \"A\" as low", "attendance is known").replace("a reason", attack)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void inTheVocabularyAndTheCatalogueItIsTextOrAProblem(String attack) {
        judgedOrPlaced(ABook.when("attendance is known")
                .withAttribute("Attribute: visit\n  Called: " + attack + "\n  Kind: date\n"));
        judgedOrPlaced(ABook.when("attendance is known")
                .withAttribute("Attribute: visit\n  Called: the visit\n  Kind: " + attack + "\n"));
        judgedOrPlaced(ABook.when("attendance is known")
                .withAttribute("Attribute: visit\n  Called: the visit\n  Kind: one of\n    A = " + attack + "\n"));
        judgedOrPlaced(ABook.when("attendance is known").with(ABook.INTERVENTIONS, ABook.INTERVENTION_HEADER + attack));
        judgedOrPlaced(ABook.when("attendance is known").with(ABook.INTERVENTIONS, attack));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asAWholeFileItIsAProblem(String attack) {
        judgedOrPlaced(ABook.when("attendance is known").with("topics/" + "more.txt", attack));
        judgedOrPlaced(ABook.when("attendance is known").with("topics/more.scenarios.txt", "Scenario: " + attack));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asAStudentsValueItIsTextOrRefused(String attack) {
        Reading text = ValueReader.read(
                ABook.when("attendance is known")
                        .read()
                        .vocabulary()
                        .byKey("intended_provider")
                        .orElseThrow(),
                attack);
        if (text instanceof Reading.Read) {
            ABook book = ABook.withRules(rule("A", "flag \"A\" as low", "the intended provider is known")
                    .replace("a reason", "goes to {the intended provider}"));
            assertThat(book.recommender()
                            .judge(aStudent().with("intended_provider", attack).seen())
                            .flags())
                    .singleElement()
                    .satisfies(
                            flag -> assertThat(flag.reasons().get(0).because()).isEqualTo("goes to " + attack.strip()));
        } else {
            assertThat(text).isNotInstanceOf(Reading.Blank.class);
        }
    }

    @Test
    void aReasonIsSaidWordForWord() {
        ABook book = ABook.withRules(rule("A", "flag \"A\" as low", "attendance is known")
                .replace("a reason", "because \"a [then] b\" > \\u0022 $1 %s <b>"));

        assertThat(book.recommender()
                        .judge(aStudent().withAttendance("90").seen())
                        .flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.reasons().get(0).because())
                        .isEqualTo("because \"a [then] b\" > \\u0022 $1 %s <b>"));
    }

    @Test
    void aLineOfTenMegabytesIsAProblem() {
        judgedOrPlaced(ABook.when("attendance is " + "9".repeat(10 << 20)));
    }

    @Test
    void aLineOfAlmostTwoMegabytesIsAProblem() {
        judgedOrPlaced(ABook.when("attendance is " + "9".repeat(2_000_000)));
    }

    @Test
    void aHundredThousandLinesAreReadOrRefused() {
        judgedOrPlaced(ABook.when("attendance is known").with("topics/more.txt", "Rule: x\n".repeat(100_000)));
        judgedOrPlaced(ABook.when("attendance is known").with("topics/more.txt", "no rule at all\n".repeat(100_000)));
        judgedOrPlaced(ABook.when("any of:", "  attendance is poor\n    ".repeat(60_000)));
    }

    @Test
    void deepIndentationIsAProblem() {
        StringBuilder deep = new StringBuilder();
        for (int depth = 0; depth < 480; depth++) {
            deep.append("\n    ").append(" ".repeat(2 * depth)).append("any of:");
        }
        judgedOrPlaced(ABook.when("attendance is known", "and any of:" + deep));
    }

    @Test
    void aChainOfRulesThatNobodyCouldFollowIsAProblem() {
        List<String> rules = new ArrayList<>(List.of(rule("R0", "flag \"F0\" as low", "attendance is known")));
        for (int at = 1; at < 4_900; at++) {
            rules.add(rule("R" + at, "flag \"F" + at + "\" as low", "\"F" + (at - 1) + "\" is flagged"));
        }
        String tooLong = "more than 30 rules wait for each other";

        assertThat(ABook.withRules(String.join("", rules)).problems())
                .singleElement()
                .asString()
                .contains(tooLong);
        Collections.reverse(rules);
        assertThat(ABook.withRules(String.join("", rules)).problems()).anyMatch(problem -> problem.contains(tooLong));
    }

    private static void judgedOrPlaced(ABook book) {
        BookFiles files = book.files();
        Supplier<List<String>> read = () -> ABook.problems(files);
        List<String> problems = assertTimeoutPreemptively(HANGING, read::get);
        if (problems.isEmpty()) {
            assertTimeoutPreemptively(
                    HANGING,
                    () -> book.recommender()
                            .judge(aStudent().withAttendance("90").seen()));
        } else {
            assertThat(problems).allMatch(PLACED.asMatchPredicate());
        }
    }
}
