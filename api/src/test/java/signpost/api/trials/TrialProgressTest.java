package signpost.api.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** Of more students than are judged at once, the page says how many are, and goes on. */
@SignpostTest
class TrialProgressTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transactions;

    @Value("${signpost.trials.at-once:3000}")
    int atOnce;

    private final List<Route> asked = new ArrayList<>();
    private TestSchools.TestSchool school;
    private String impact;

    @BeforeEach
    void aLargeSchool() {
        school = schools.school();
        UUID draft = schools.scope().within(school.id(), () -> {
            transactions.execute(status -> sql.sql("""
                            insert into students (school_id, id, student_id, surname, forename, created_at, updated_at)
                            select :school, gen_random_uuid(), 'L' || number, 'Marsh', 'Robin', now(), now()
                            from generate_series(1, :many) as number
                            """)
                    .param("school", school.id())
                    .param("many", atOnce + 1)
                    .update());
            return typing.draft(
                    school.id(),
                    new Owner(school.id(), false, school.name()),
                    new Person("Sam H", Optional.empty()),
                    Map.of("topics/own.txt", TrialsTest.RULE));
        });
        impact = "http://localhost:" + port + "/rule-book/drafts/" + draft + "/impact";
    }

    @Test
    void thePageGoesOnByItselfAndNeverLoadsAnew() {
        Page page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.route(url -> url.contains("/impact"), this::keptBack);
        page.navigate(impact);
        assertThat(words(page)).contains("3,000 of 3,001 students are judged by both books");
        Look.atBoth(page, "trial-progress");
        page.evaluate("document.documentElement.dataset.former = 'yes'");
        page.waitForCondition(() -> !asked.isEmpty());
        asked.forEach(Route::resume);
        page.waitForSelector("h1:has-text('What it would change now'):focus");
        assertThat(page.title()).startsWith("Impact: ");
        assertThat(words(page)).contains("of 3,001 students", "Judge again");
        assertThat(page.locator("html[data-former]").count()).isOne();
        Look.at(page, "impact-large");
    }

    @Test
    void withoutScriptsItGoesOnWhenAsked() {
        Page page = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(impact);
        page.click("text=Go on now");
        assertThat(words(page)).contains("What it would change now", "of 3,001 students");
    }

    /** What the page asks by itself waits until somebody has looked at it. */
    private void keptBack(Route route) {
        if (route.request().headers().containsKey("hx-request")) {
            asked.add(route);
        } else {
            route.resume();
        }
    }
}
