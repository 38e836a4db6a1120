package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.testing.Attacks;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** What the rule language refuses arrives by every way there is into a draft, and is refused alike or stays plain text. */
@SignpostTest
class HostileArrivalsTest {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/]");
    private static final List<String> INSIDE =
            List.of("java.lang.", "Exception:", "at signpost.", "org.springframework");

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private SmallDraft draft;

    @BeforeEach
    void aSmallBook() {
        draft = SmallDraft.of(port, schools, typing);
    }

    @AfterEach
    void nothingRan() {
        assertThat(Attacks.MARK).doesNotExist();
        assertThat(System.getProperty(Attacks.PROPERTY)).isNull();
    }

    @TestFactory
    Stream<DynamicTest> everyAttackByEveryWayIsTextOrAProblem() {
        List<Map.Entry<String, Ways.Way>> ways =
                List.copyOf(new Ways(draft).all().entrySet());
        return IntStream.range(0, ways.size())
                .mapToObj(at -> dynamicTest(ways.get(at).getKey(), () -> {
                    boolean proposed = false;
                    for (String attack : Attacks.by(at, ways.size())) {
                        draft.anew();
                        held(ways.get(at).getValue(), attack);
                        if (!proposed) {
                            proposed = neverProposed(attack);
                        }
                    }
                }));
    }

    private void held(Ways.Way way, String attack) {
        Visitor.Answer answer = way.send().apply(attack);
        assertThat(answer.status()).as(attack).isLessThan(500);
        escaped(answer, attack);
        Visitor.Answer shown = draft.head().get(draft.at(""));
        assertThat(shown.status()).as(attack).isEqualTo(200);
        escaped(shown, attack);
        // Refused as the language refuses it.
        BookFiles files = draft.files();
        assertThat(told(draft.problems())).as(attack).isEqualTo(wrong(files));
        way.makes()
                .apply(attack)
                .filter(made -> answer.status() == 200)
                .ifPresent(made -> assertThat(told(draft.problems())).as(attack).isEqualTo(wrong(made)));
        boolean nothing = files.digest().equals(SmallBook.files().digest());
        way.makes()
                .apply(attack)
                .filter(made -> nothing && !made.digest().equals(files.digest()))
                .ifPresent(made -> assertThat(answer.status())
                        .as("said why not: " + attack)
                        .isBetween(400, 499));
    }

    private static List<String> wrong(BookFiles files) {
        return CheckedBook.of(files) instanceof CheckedBook.Refused refused ? told(refused.problems()) : List.of();
    }

    /** Where and what; what to do is told otherwise in a draft, which knows what it took away. */
    private static List<String> told(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.place() + ": " + problem.message())
                .toList();
    }

    /** Whether there was anything to keep from being proposed. */
    private boolean neverProposed(String attack) {
        if (draft.problems().isEmpty()) {
            return false;
        }
        draft.propose("x");
        assertThat(draft.head().get(draft.at("/proposal")).words()).as(attack).doesNotContain("Proposed by");
        return true;
    }

    /** What would be markup stands in no page as markup, and no page shows what Signpost is made of. */
    private static void escaped(Visitor.Answer answer, String attack) {
        String text = answer.text();
        boolean page = !answer.path().endsWith("/format");
        if (page && MARKUP.matcher(attack).find() && attack.length() < 200) {
            assertThat(text).as(attack).doesNotContain(attack);
        }
        INSIDE.stream()
                .filter(inside -> !attack.contains(inside))
                .forEach(inside -> assertThat(text).as(attack).doesNotContain(inside));
    }
}
