package signpost.engine.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.engine.ABook;
import signpost.engine.mistakes.Mistake;
import signpost.engine.mistakes.Mistakes;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** Tried on every mistake of the catalogue: whatever is offered as a fix must be one. */
class FixesTest {

    /** What shows only once a block or a line is read at all. */
    private static final Pattern BEHIND_IT =
            Pattern.compile(".*( has nothing under | twice\\.|flag or score that it gives itself).*");

    static Stream<Mistake> mistakes() {
        return Mistakes.all().stream()
                .filter(mistake -> mistake.told().stream()
                        .anyMatch(problem -> fix(mistake, problem).isPresent()));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aFixRemovesItsProblemAndIsNoMistakeItself(Mistake mistake) {
        for (Problem problem : mistake.told()) {
            fix(mistake, problem).ifPresent(fix -> {
                List<String> left = messages(mended(mistake.book(), fix));
                List<String> others = mistake.told().stream()
                        .filter(other -> other != problem)
                        .map(Problem::message)
                        .toList();
                assertThat(left).as(problem + " after " + fix).doesNotContain(problem.message());
                assertThat(left.stream().filter(BEHIND_IT.asMatchPredicate().negate()))
                        .isSubsetOf(others);
            });
        }
    }

    @Test
    void mostMistakesOfAPenHaveOne() {
        long asked = Mistakes.all().stream()
                .flatMap(mistake -> mistake.told().stream())
                .filter(problem -> problem.place().cell().isEmpty()
                        && problem.place().file().endsWith(".txt")
                        && problem.advice().contains("Did you mean"))
                .count();
        long mended = mistakes()
                .flatMap(mistake -> mistake.told().stream()
                        .filter(problem -> problem.advice().contains("Did you mean"))
                        .filter(problem -> fix(mistake, problem).isPresent()))
                .count();
        assertThat(mended).isGreaterThan(asked * 3 / 4);
        assertThat(mistakes()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "attendence is 90% or below, attendance is 90% or below",
        "the student is in caer, the student is in care",
        "attendance is 90 or below, attendance is 90% or below",
        "attendance is 90 percent or below, attendance is 90% or below",
        "the post-16 plan is unknown, the post-16 plan is not known"
    })
    void theLineThenSaysWhatWasMeant(String wrong, String right) {
        assertThat(once(wrong)).contains(right);
    }

    @ParameterizedTest
    @CsvSource({
        "the student is in yaer 12",
        "(attendance is known)",
        "attendance is between 80% and 90%",
        "the student has no caer"
    })
    void nothingIsOfferedThatMightMeanSomethingElse(String wrong) {
        assertThat(once(wrong)).isEmpty();
    }

    @Test
    void aTextThatHasChangedSinceIsLeftAlone() {
        Problem old = Problem.at(new Place("a.txt", 9, 60), "\"x\" is not part of a rule.", "Did you mean \"Owner\"?");
        assertThat(Fixes.of(old, "Rule: A\n")).isEmpty();
        Problem moved = Problem.at(new Place("a.txt", 1, 1), "\"x\" is not part of a rule.", "Did you mean \"Owner\"?");
        assertThat(Fixes.of(moved, "Rule: A\n")).isEmpty();
    }

    /** The condition after the one fix that its rule is offered. */
    private static Optional<String> once(String condition) {
        String text = ABook.rule("Tested", "flag \"Tested\" as low", condition);
        BookFiles book = ABook.withRules(text).files();
        CheckedBook.Refused refused = (CheckedBook.Refused) CheckedBook.of(book);
        return Fixes.of(refused.problems().get(0), text)
                .map(fix -> fix.in(text))
                .map(fixed -> fixed.split("\n", -1)[2].strip());
    }

    private static Optional<Fix> fix(Mistake mistake, Problem problem) {
        String text = mistake.book()
                .texts(new Problems())
                .getOrDefault(problem.place().file(), "");
        return Fixes.of(problem, text);
    }

    private static List<String> messages(BookFiles book) {
        return CheckedBook.of(book) instanceof CheckedBook.Refused refused
                ? refused.problems().stream().map(Problem::message).toList()
                : List.of();
    }

    private static BookFiles mended(BookFiles book, Fix fix) {
        Map<String, byte[]> files = new TreeMap<>();
        book.paths().forEach(path -> files.put(path, book.bytes(path)));
        String text = book.texts(new Problems()).getOrDefault(fix.file(), "");
        files.put(fix.file(), fix.in(text).getBytes(StandardCharsets.UTF_8));
        return new BookFiles(files);
    }
}
