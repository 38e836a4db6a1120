package signpost.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.text.Problems;

/** What is no mistake, and how several are told. */
class ReadingTest {

    @Test
    void everyMistakeIsToldAtOnce() {
        ABook book = ABook.when("attendence is 90% or below", "and SEN provision is Q")
                .and(rule("Other", "recommend ATT-10", "attendance is 900%"));

        assertThat(book.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly(
                        "topics/test.txt:3:5",
                        "topics/test.txt:4:26",
                        "topics/test.txt:11:19",
                        "topics/test.txt:13:15");
    }

    @Test
    void aBookOfVeryManyMistakesTellsTheFirstThousand() {
        List<String> problems =
                ABook.when("attendance is 90").and("Rul: x\n".repeat(3_000)).problems();

        assertThat(problems).hasSize(Problems.MOST + 1);
        assertThat(problems.get(Problems.MOST))
                .endsWith("There are more problems than the 1000 listed here. Mend these first, then check again.");
    }

    @Test
    void anEmptyBookIsRefused() {
        assertThat(ABook.problems(new BookFiles(Map.of())))
                .containsExactly("topics:1:1: This book has no rules. Put files with rules into the folder topics.");
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        assertThat(ABook.withRules("\uFEFF" + rule("A", "flag \"A\" as low", "attendance is known"))
                        .problems())
                .isEmpty();
    }

    @Test
    void windowsLineEndingsAreNoMistake() {
        assertThat(ABook.withRules(rule("A", "flag \"A\" as low", "attendance is known")
                                .replace("\n", "\r\n"))
                        .problems())
                .isEmpty();
    }

    @Test
    void anAttributeMayBeCalledAScore() {
        ABook book = ABook.when("the reading score is 90 or above")
                .withAttribute(
                        "Attribute: reading\n  Called: the reading score\n  Kind: whole number from 60 to 140\n");

        assertThat(book.problems()).isEmpty();
    }
}
