package signpost.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** Mistakes people make, and exactly what they are told: where, what, and what to do, and nothing besides. */
class MistakesTest {

    private static final Pattern PROGRAMMERS_WORDS = Pattern.compile(
            "(?i)exception|null\\b|java|regex|parse|token|drools|invalid|illegal|syntax|boolean|string\\b|index|optional");

    static List<Mistake> mistakes() {
        return Mistakes.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldOnceWithItsPlaceAndWhatToDo(Mistake mistake) {
        assertThat(CheckedBook.of(mistake.book()))
                .isInstanceOfSatisfying(
                        CheckedBook.Refused.class,
                        refused -> assertThat(refused.problems()).containsExactlyElementsOf(mistake.told()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void itSaysWhatToTypeInAReadersWords(Mistake mistake) {
        assertThat(mistake.told())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.advice()).isNotEmpty());
        assertThat(mistake.told()).extracting(Problem::toString).noneMatch(PROGRAMMERS_WORDS.asPredicate());
    }

    @Test
    void noTwoHaveOneName() {
        assertThat(mistakes()).extracting(Mistake::name).doesNotHaveDuplicates();
    }
}
