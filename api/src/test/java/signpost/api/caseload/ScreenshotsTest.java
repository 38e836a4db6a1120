package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/**
 * Pictures of the adviser's pages with a whole school in them, for people to look at: what a screen shows, and with
 * {@code -Pthorough} all of a page, which takes seconds for a long one.
 */
@SignpostTest
class ScreenshotsTest {

    private static final Path FOLDER = Path.of("target/screenshots");

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Test
    void picturesOfAWholeSchool() {
        var school = schools.school("Larkrigg School");
        cohort.takePilotSchool(school.id());
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        var student = page.locator(".signpost-student h2 a").first().getAttribute("href");
        page.navigate(url(student));
        page.locator("section[aria-labelledby=suggested] a:has-text('Override')")
                .first()
                .click();
        var decision = page.url();
        page.navigate(url(student));
        page.locator("section[aria-labelledby=suggested] button:has-text('Accept')")
                .last()
                .click();
        assertThat(page.locator(".govuk-notification-banner").count()).isOne();
        shoot(page, "recorded");
        page.navigate(decision);
        shoot(page, "decision");
        for (var width : new int[] {1280, 390}) {
            page.setViewportSize(width, width == 1280 ? 1000 : 844);
            for (var path : new String[][] {
                {"caseload", "/caseload"},
                {"all", "/caseload?view=all"},
                {"student", student},
                {"rule-book", "/rule-book"}
            }) {
                page.navigate(url(path[1]));
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(path[0] + " fits " + width)
                        .isTrue();
                shoot(page, path[0] + "-" + width);
            }
        }
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        if (Boolean.getBoolean("signpost.thorough")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(name + "-full.png"))
                    .setFullPage(true));
        }
    }

    private String url(String path) {
        return path.startsWith("http") ? path : "http://localhost:" + port + path;
    }
}
