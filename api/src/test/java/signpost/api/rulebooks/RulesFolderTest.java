package signpost.api.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import signpost.api.database.SharedDatabase;
import signpost.api.recommendations.EvaluationWorker;
import signpost.api.recommendations.Standing;
import signpost.api.recommendations.Standings;
import signpost.api.recommendations.TurnOfDay;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.rulebook.BookFiles;

/** A head of destinations edits files; the book in force follows, or stays and says why. */
@SignpostTest
@ExtendWith(OutputCaptureExtension.class)
class RulesFolderTest {

    private static final Path FOLDER = Path.of("target", "rules-folder");
    private static final String RULE = """
            Rule: Third year of sixth form
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                flag "Third year" as low
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;

    private static final String HOSTILE_NAME = "=cmd|'/C calc'!A0 <img src=x onerror=attacked=1>${7*7}\"'";
    private static final String HOSTILE_FLAG = "<script>attacked()</script>{{7*7}}${7*7}'";
    private static final String HOSTILE_REASON =
            "</dd><b class=\"hostile\">&lt;script&gt; =1+1 ' \" javascript:attacked()";
    private static final String HOSTILE_WORDS = "<b class=hostile>{{7*7}} ${7*7} [[${7*7}]] __${7*7}__::x 'quoted'";
    private static final String HOSTILE =
            """
            Rule: %s
              Owner: %s
              Why: %s
              Source: %s
              When
                the student is in year 14
              Then
                flag "%s" as high
                recommend PGI-01
              Because
                %s
            """.formatted(HOSTILE_NAME, HOSTILE_WORDS, HOSTILE_WORDS, HOSTILE_WORDS, HOSTILE_FLAG, HOSTILE_REASON);

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    BookInForce book;

    @Autowired
    RuleBooks books;

    @Autowired
    EvaluationWorker worker;

    @Autowired
    TurnOfDay turnOfDay;

    @Autowired
    Standings standings;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        BookFiles pack = ShippedPack.files();
        for (String path : pack.paths()) {
            Files.createDirectories(FOLDER.resolve(path).getParent());
            Files.write(FOLDER.resolve(path), pack.bytes(path));
        }
        Files.deleteIfExists(FOLDER.resolve("topics/own.txt"));
        properties.add("signpost.rules.dir", FOLDER::toString);
        // A book of one's own judges every student of the database again: those of other tests are none of its
        // business.
        String database = SharedDatabase.another("rules_folder");
        properties.add("spring.datasource.url", () -> database);
    }

    @AfterEach
    void asItWas() throws IOException {
        Files.deleteIfExists(FOLDER.resolve("topics/own.txt"));
        book.look();
    }

    @Test
    void aSavedRuleTakesEffectAndJudgesEverybodyAgain() throws IOException {
        UUID school = schools.school().id();
        UUID student = students.enrol(school, "F1", Map.of("nc_year", "14", "enrol_status", "C"));
        turnOfDay.come();
        worker.work();
        assertThat(flags(school, student)).doesNotContain("Third year");

        Files.writeString(FOLDER.resolve("topics/own.txt"), RULE);
        book.look();
        // Another replica may have taken the student: work until it is done, here or there.
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!flags(school, student).contains("Third year") && System.nanoTime() < deadline) {
            worker.work();
        }

        assertThat(flags(school, student)).contains("Third year");
        String digest = book.recommender().book().digest();
        assertThat(books.hasPassed(digest)).isTrue();
        sql.sql("update rule_books set checked_by = 'an older release' where digest = ?")
                .param(digest)
                .update();
        assertThat(books.hasPassed(digest)).isFalse();
    }

    @Test
    void aBrokenFileLeavesTheBookAsItWasAndSaysWhatIsWrong(CapturedOutput log) throws IOException {
        String before = book.recommender().book().digest();

        Files.writeString(FOLDER.resolve("topics/own.txt"), RULE.replace("recommend PGI-01", "recommend PGI-99"));
        book.look();

        assertThat(book.recommender().book().digest()).isEqualTo(before);
        assertThat(log).contains("topics/own.txt:7:15").contains("no intervention \"PGI-99\"");
        assertThat(books.lastAttempt().orElseThrow().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(7));
    }

    @Test
    void aRuleWhoseScenarioFailsIsNotPutInForce() throws IOException {
        String before = book.recommender().book().digest();

        Files.writeString(FOLDER.resolve("topics/own.txt"), RULE + """

                        Scenario: Year 13 is not meant
                          For: Third year of sixth form
                          Given
                            the student is in year 13
                          Expect
                            flag "Third year"
                        """);
        book.look();

        assertThat(book.recommender().book().digest()).isEqualTo(before);
        assertThat(books.lastAttempt().orElseThrow().problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("Year 13 is not meant"));
    }

    @Test
    void aHostileBookIsTextOnEveryPage() throws IOException {
        var school = schools.school();
        UUID student = students.enrol(school.id(), "H1", Map.of("nc_year", "14", "enrol_status", "C"));
        Files.writeString(FOLDER.resolve("topics/own.txt"), HOSTILE);
        book.look();
        assertThat(books.lastAttempt().orElseThrow().problems()).isEmpty();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!flags(school.id(), student).contains(HOSTILE_FLAG) && System.nanoTime() < deadline) {
            turnOfDay.come();
            worker.work();
        }

        Page page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        assertThat(shown(page, "/rule-book")).contains(HOSTILE_NAME, HOSTILE_FLAG, HOSTILE_REASON, HOSTILE_WORDS);
        assertThat(shown(page, "/caseload?view=all")).contains(HOSTILE_FLAG);
        assertThat(shown(page, "/students/" + student)).contains(HOSTILE_NAME, HOSTILE_FLAG, HOSTILE_REASON);

        Files.writeString(FOLDER.resolve("topics/own.txt"), HOSTILE.replace("recommend PGI-01", HOSTILE_WORDS));
        book.look();
        assertThat(shown(page, "/rule-book")).contains("a problem", HOSTILE_WORDS);
    }

    /** The text of a page, on which nothing of a book has become an element. */
    private String shown(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        assertThat(page.locator("img[src='x'], main script, b.hostile").count()).isZero();
        assertThat(page.evaluate("typeof window.attacked")).isEqualTo("undefined");
        return page.locator("main").textContent();
    }

    private Set<String> flags(UUID school, UUID student) {
        return schools
                .scope()
                .within(school, () -> standings.find(school, student))
                .orElse(Standing.NONE)
                .flags()
                .stream()
                .map(flag -> flag.flag())
                .collect(java.util.stream.Collectors.toSet());
    }
}
