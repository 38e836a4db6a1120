package signpost.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** The history of a recommendation, several decided alike, and what the head of destinations sees of it. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    Browser browser;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void severalAreDecidedAlikeAndLeaveEvidenceByKeyboard() {
        var school = pupils();
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        press(page, "Decide alike");
        chooseFirst(page);
        assertThat(page.locator("input:checked").count()).isZero();
        assertThat(page.locator(".signpost-alike__why").first().textContent()).contains("84%");
        press(page, "Decide for all ticked");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Tick the students you decide on", "Choose what you decide");
        looked(page, "alike");
        page.focus("#student-1");
        page.keyboard().press("Space");
        page.focus("#student-2");
        page.keyboard().press("Space");
        page.focus("#outcome-1");
        page.keyboard().press("Space");
        press(page, "Decide for all ticked");
        assertThat(text(page)).contains("Accepted for 2 students.");

        page.locator(".signpost-alike__why a").first().click();
        page.waitForLoadState();
        press(page, "History");
        assertThat(text(page)).contains("Suggested", "Asked for by rule book", "Reasons shown to Sam A");
        looked(page, "history");
        assertThat(page.navigate(url("/evidence")).status()).isEqualTo(403);

        var head = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        press(head, "The school");
        press(head, "Evidence");
        assertThat(text(head)).contains("By rule", "Persistent absence", "By person", "Sam A");
        looked(head, "evidence");
        var file = head.request().get(url("/evidence/people.csv"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).startsWith("person,suggested,accepted").contains("Sam A,");
        assertThat(head.request().get(url("/evidence/nothing.csv")).status()).isEqualTo(404);
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var school = pupils();
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        Browser.signIn(page, port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/caseload/alike"));
        chooseFirst(page);
        looked(page, "alike");
        page.check("#student-1");
        page.check("#outcome-2");
        page.selectOption("#overrideReason", "NO-CAPACITY");
        page.click("button:has-text('Decide for all ticked')");
        assertThat(text(page)).contains("Overridden for 1 student.");
        page.locator(".signpost-alike__why a").first().click();
        page.locator("a:has-text('History')").first().click();
        looked(page, "history");
        page.navigate(url("/evidence"));
        assertThat(text(page)).contains("Overridden: no place or time this term, 1");
        looked(page, "evidence");
    }

    @Test
    void aTutorReachesNoneOfIt() {
        var school = pupils();
        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        for (var path : new String[] {"/caseload/alike", "/evidence", "/evidence/rules.csv"}) {
            assertThat(tutor.request().get(url(path)).status()).as(path).isEqualTo(403);
        }
        assertThat(tutor.content()).doesNotContain("Decide alike", "/evidence");
    }

    private TestSchools.TestSchool pupils() {
        var school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "A1,Thornley,Maya,11,11B,C,84",
                "A2,Marsh,Robin,11,11B,C,84",
                "A3,Okafor,Ife,11,11A,C,84");
        return school;
    }

    /** Of what is suggested, what attendance asks for. */
    private static void chooseFirst(Page page) {
        page.selectOption("#intervention", "ATT-01");
        page.click("button:has-text('Show the students')");
        page.waitForLoadState();
    }

    /** Reaches what begins with these words by keyboard alone, and presses it. */
    @SuppressWarnings("deprecation")
    private static void press(Page page, String words) {
        page.evaluate("document.activeElement.blur()");
        for (int step = 0; step < 200; step++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate(
                    "words => document.activeElement.textContent.trim().startsWith(words)"
                            + " && /^(A|BUTTON)$/.test(document.activeElement.tagName)",
                    words)) {
                page.waitForNavigation(() -> page.keyboard().press("Enter"));
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + words);
    }

    private static String text(Page page) {
        page.waitForLoadState();
        return page.locator("main").textContent().replaceAll("\\s+", " ");
    }

    /** What axe says on a laptop, that a laptop's page fits, and a picture. */
    private static void looked(Page page, String name) {
        if (page.viewportSize().width > 1000) {
            assertAccessible(page);
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(name + " fits")
                    .isTrue();
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", name + "-" + page.viewportSize().width + ".png")));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
