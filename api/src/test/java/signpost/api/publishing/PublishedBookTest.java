package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.recommendations.EvaluationWorker;
import signpost.api.recommendations.Standing;
import signpost.api.recommendations.Standings;
import signpost.api.recommendations.TurnOfDay;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** What is published judges everybody again, and whatever a book says is only ever text. */
@SignpostTest
class PublishedBookTest {

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
    TestBooks books;

    @Autowired
    EvaluationWorker worker;

    @Autowired
    TurnOfDay turnOfDay;

    @Autowired
    Standings standings;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Test
    void aHostileBookJudgesEverybodyAgainAndIsTextOnEveryPage() {
        var school = schools.school();
        UUID student = students.enrol(school.id(), "H1", Map.of("nc_year", "14", "enrol_status", "C"));
        turnOfDay.come();
        worker.work();
        assertThat(flags(school.id(), student)).doesNotContain(HOSTILE_FLAG);

        books.publish(school, Map.of("topics/own.txt", HOSTILE));
        // The program's own job may have taken the student: work until it is done, here or there.
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!flags(school.id(), student).contains(HOSTILE_FLAG) && System.nanoTime() < deadline) {
            worker.work();
        }

        Page page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        assertThat(shown(page, "/rule-book")).contains(HOSTILE_NAME, HOSTILE_FLAG, HOSTILE_REASON, HOSTILE_WORDS);
        assertThat(shown(page, "/caseload?view=all")).contains(HOSTILE_FLAG);
        assertThat(shown(page, "/students/" + student)).contains(HOSTILE_NAME, HOSTILE_FLAG, HOSTILE_REASON);
        assertThat(shown(page, "/rule-book/versions")).contains(HOSTILE_NAME, HOSTILE_FLAG);
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
                .collect(Collectors.toSet());
    }
}
