package signpost.api.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** From places being set to somebody being moved up, as the people who do it walk it. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapacityPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    Browser browser;
    TestSchools.TestSchool school;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void threeStudentsWhoNeedAnAttendancePlan() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "A1,Thornley,Maya,11,11B,C,84",
                "A2,Ashby,Rowan,11,11C,C,45",
                "A3,Brook,Imran,10,10A,C,83");
    }

    @Test
    void placesAreSetPeopleFitOrWaitAndSomebodyIsMovedUpByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/capacity"));
        assertThat(text(page)).contains("Nothing is limited this term");
        tabTo(page, "Set places and hours");
        page.keyboard().press("Enter");
        page.waitForURL("**/capacity/limits");
        assertAccessible(page);
        page.focus("#places-ATT-01");
        page.keyboard().type("two");
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Enter places as a whole number");
        assertThat(page.inputValue("#places-ATT-01")).isEqualTo("two");
        looked(page, "capacity-limits");
        page.focus("#places-ATT-01");
        page.keyboard().press("Control+a");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-notification-banner");
        assertThat(row(page, "Attendance plan")).contains("2", "0", "1");
        looked(page, "capacity");

        page.navigate(url("/caseload"));
        assertThat(text(page)).contains("Place 1 of 2.", "Place 2 of 2.", "Waits: first in line.");
        page.navigate(url("/capacity/lines/ATT-01"));
        assertThat(page.locator("tbody th").allTextContents().get(0)).isEqualTo("Rowan Ashby");
        assertThat(text(page)).contains("Because the 2 places of this term are taken or go to those before.");
        looked(page, "capacity-line");
        var last = page.locator("tbody th").last().textContent();
        page.locator("tbody a:has-text('Move')").last().focus();
        page.keyboard().press("Enter");
        page.waitForSelector("#direction-1");
        page.locator("main form button").focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Choose where in the line", "Enter the reason");
        looked(page, "capacity-move");
        page.focus("#direction-1");
        page.keyboard().press("Space");
        page.focus("#reason");
        page.keyboard().type("Moves school at half term.");
        page.locator("main form button").focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-notification-banner");
        assertThat(page.locator("tbody th").first().textContent()).isEqualTo(last);
        assertThat(text(page)).contains("Moved up by Sam H: “Moves school at half term.”");
        page.locator("tbody th a").first().click();
        page.waitForURL("**/students/**");
        assertThat(text(page)).contains("Place 1 of 2, moved up.");
    }

    @Test
    void acceptingTakesAPlaceOnAPhoneWithoutScripts() {
        var head = browser.pageWithoutScripts();
        head.setViewportSize(390, 844);
        Browser.signIn(head, port, school.person(Role.HEAD_OF_DESTINATIONS));
        head.navigate(url("/capacity/limits"));
        head.fill("#places-ATT-01", "1");
        head.locator("input[id^=adviser-]").first().fill("1.5");
        head.click("button:has-text('Save')");
        head.waitForSelector(".govuk-notification-banner");
        assertThat(text(head)).contains("Hours of the advisers");
        head.navigate(url("/students/" + cohort.idOf(school.id(), "A3")));
        head.locator("article:has-text('Attendance plan') button:has-text('Accept')")
                .first()
                .click();
        head.waitForSelector(".govuk-notification-banner");
        head.navigate(url("/capacity"));
        assertThat(row(head, "Attendance plan").replaceAll("\\s+", " ")).contains("1 1 0 1 2");
        for (var name : new String[] {"/capacity", "/capacity/limits", "/capacity/lines/ATT-01"}) {
            head.navigate(url(name));
            assertThat((Boolean) browserWidth(head)).as(name).isTrue();
            shoot(head, name.substring(1).replace('/', '-') + "-390");
        }
    }

    @Test
    void onlyTheHeadSetsCapacityAndTutorsSeeNoLine() {
        var adviser = browser.signedIn(port, school.person(Role.ADVISER));
        assertThat(adviser.navigate(url("/capacity/limits")).status()).isEqualTo(403);
        assertThat(adviser.navigate(url("/capacity")).status()).isEqualTo(200);
        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(url("/capacity")).status()).isEqualTo(403);
        assertThat(tutor.navigate(url("/capacity/lines/ATT-01")).status()).isEqualTo(403);
    }

    @Test
    void twoHeadsSettingAtOnceLoseNothing() {
        var first = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        var second = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        first.navigate(url("/capacity/limits"));
        second.navigate(url("/capacity/limits"));
        first.fill("#places-ATT-01", "3");
        first.fill("#places-PGI-01", "9");
        first.click("button:has-text('Save')");
        first.waitForSelector(".govuk-notification-banner--success");
        second.fill("#places-PGI-01", "5");
        second.click("button:has-text('Save')");
        second.waitForSelector("text=Changed since you opened it");
        assertThat(second.inputValue("#places-PGI-01")).isEqualTo("5");
        assertThat(second.inputValue("#places-ATT-01")).isEqualTo("3");
        assertThat(text(second)).contains("(now 9)");
        assertAccessible(second);
    }

    private static Object browserWidth(Page page) {
        return page.locator("main").evaluate("main => document.documentElement.scrollWidth <= window.innerWidth");
    }

    private static String row(Page page, String title) {
        return page.locator("#interventions tr:has-text('" + title + "')").textContent();
    }

    private static void looked(Page page, String name) {
        assertAccessible(page);
        shoot(page, name + "-1280");
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    private static void tabTo(Page page, String words) {
        for (int step = 0; step < 150; step++) {
            page.keyboard().press("Tab");
            var text = (String) page.evaluate("document.activeElement.textContent");
            if (text.strip().startsWith(words)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + words);
    }

    private static String text(Page page) {
        page.waitForLoadState();
        return page.locator("main").textContent();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
