package signpost.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** What each role finds in the menu: one row of what is opened every day, the rest two steps away. */
@SignpostTest
class MenuTest {

    private static final String LINKS = "nav[aria-label=Menu] a";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @Test
    void aHeadOfDestinationsFindsTheRestBehindOneEntry() {
        var page = menu(
                Role.HEAD_OF_DESTINATIONS, "Home", "Caseload", "Meeting list", "Sessions", "Tutor time", "The school");
        assertThat(page.locator("nav[aria-label=Menu] ul").boundingBox().height).isLessThan(70);
        page.click("text=The school");
        assertThat(links(page, "main dt a"))
                .containsExactly(
                        "Terms", "Compare terms", "Destinations", "Capacity", "Assignments", "Evidence", "Rule book");
        assertAccessible(page);
        for (var link : page.locator("main dt a").all()) {
            var answer = page.request().get("http://localhost:" + port + link.getAttribute("href"));
            assertThat(answer.status()).as(link.textContent()).isEqualTo(200);
        }
        page.click("main a:has-text('Capacity')");
        assertThat(page.url()).endsWith("/capacity");
        assertThat(links(page, LINKS + "[aria-current]")).containsExactly("The school");
    }

    @Test
    void anAdviserATutorAndAnAdministratorFindWhatTheyMayOpen() {
        var adviser = menu(Role.ADVISER, "Home", "Caseload", "Meeting list", "Sessions", "Tutor time", "The school");
        adviser.click("text=The school");
        assertThat(links(adviser, "main dt a")).containsExactly("Terms", "Compare terms", "Capacity", "Rule book");
        var tutor = menu(Role.TUTOR, "Home", "Caseload", "Meeting list", "Tutor time", "The school");
        tutor.click("text=The school");
        assertThat(links(tutor, "main dt a")).containsExactly("Terms", "Compare terms", "Rule book");
        var administrator = menu(Role.ADMINISTRATOR, "Assignments", "Administration");
        assertThat(links(administrator, LINKS + "[aria-current]")).containsExactly("Administration");
    }

    private Page menu(Role role, String... titles) {
        var page = browser.signedIn(port, schools.school().person(role));
        assertThat(links(page, LINKS)).containsExactly(titles);
        looked(page, role + "-first");
        if (role != Role.ADMINISTRATOR) {
            page.navigate("http://localhost:" + port + "/school");
            looked(page, role + "-school");
        }
        return page;
    }

    private static List<String> links(Page page, String selector) {
        return page.locator(selector).allTextContents();
    }

    private static void looked(Page page, String name) {
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + width)
                    .isEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/menu-" + name + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }
}
