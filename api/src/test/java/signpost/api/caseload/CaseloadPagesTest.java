package signpost.api.caseload;

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

/** Finding a student, narrowing the list and keeping it, as an adviser walks it. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseloadPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    Browser browser;
    TestSchools.TestSchool school;

    @BeforeAll
    void aSchoolWithLeavers() {
        browser = Browser.open();
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,sen_provision,in_care,attendance_pct",
                "A1,Thornley,Maya,11,11B,C,K,N,84.123",
                "A2,Ashby,Zoë,11,11C,C,N,Y,71",
                "A3,Brook,Imran,10,10A,C,N,N,88",
                "A4,Carr,Noor,12,,P,N,N,");
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aStudentIsFoundAListNarrowedKeptAndLetGoByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        page.focus("#fragment");
        page.keyboard().type("zoe");
        page.keyboard().press("Enter");
        page.waitForSelector(".signpost-found");
        assertThat(page.url()).doesNotContain("zoe");
        assertThat(page.locator("tbody th").allTextContents()).containsExactly("Zoë Ashby");
        assertAccessible(page);

        page.navigate(url("/caseload"));
        page.focus("#year");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        tabTo(page, "Filter");
        page.keyboard().press("Enter");
        page.waitForSelector("a:has-text('Save this list')");
        assertThat(names(page)).containsExactlyInAnyOrder("Maya Thornley", "Zoë Ashby");
        assertThat(page.locator("#year option:checked").textContent()).isEqualTo("Year 11 (2)");
        assertThat(page.locator("main").textContent()).contains("84.1%").doesNotContain("84.123");
        tabTo(page, "Save this list");
        page.keyboard().press("Enter");
        page.waitForSelector("#name");
        tabTo(page, "Save");
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Enter a name for the list");
        assertAccessible(page);
        shoot(page, "saved-views-mistake");
        page.focus("#name");
        page.keyboard().type("My year 11");
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-notification-banner");
        assertThat(page.locator(".signpost-views a[aria-current=page]").textContent())
                .isEqualTo("My year 11");
        assertThat(names(page)).hasSize(2);

        page.navigate(url("/caseload/views"));
        assertAccessible(page);
        shoot(page, "saved-views-1280");
        tabTo(page, "Remove");
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-notification-banner");
        assertThat(page.locator("main").textContent()).contains("You keep none yet");
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        Browser.signIn(page, port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        page.fill("#fragment", "carr");
        page.click("button:has-text('Find')");
        page.waitForSelector(".signpost-found");
        assertThat(page.locator("tbody th").allTextContents()).containsExactly("Noor Carr");
        assertThat(page.url()).contains("found=yes").doesNotContain("carr");
        page.click("text=Show everybody");
        page.waitForSelector(
                ".signpost-found",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.selectOption("#students", "left");
        page.click("button:has-text('Filter')");
        page.waitForSelector("text=Save this list");
        assertThat(page.locator("tbody th").allTextContents()).containsExactly("Noor Carr");
        page.click("text=Save this list");
        page.waitForSelector("#name");
        page.fill("#name", "Left");
        page.click("form button:has-text('Save')");
        assertThat(page.waitForSelector(".govuk-notification-banner").textContent())
                .contains("“Left” is saved");
        page.navigate(url("/caseload/views"));
        fits(page);
        shoot(page, "saved-views-390");
        page.click("button:has-text('Remove')");
        page.waitForSelector(".govuk-notification-banner");
        assertThat(page.locator("main").textContent()).contains("You keep none yet");
    }

    @Test
    void aTutorIsOfferedNothingThatTellsOfCare() {
        var page = browser.signedIn(port, school.person(Role.TUTOR));
        page.navigate(url("/caseload?view=all&care=Y&send=K&intervention=CAR-01"));
        assertThat(page.locator("tbody th").count()).isEqualTo(3);
        assertThat(page.locator("select")
                        .evaluateAll("all => all.map(one => one.id)")
                        .toString())
                .isEqualTo("[whose, students, year, group, status, flag, since]");
    }

    private static void tabTo(Page page, String words) {
        for (int step = 0; step < 100; step++) {
            page.keyboard().press("Tab");
            var text = (String) page.evaluate("document.activeElement.textContent");
            if (text.strip().startsWith(words)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + words);
    }

    private static java.util.List<String> names(Page page) {
        return page.locator(".signpost-student h2").allTextContents();
    }

    private static void fits(Page page) {
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
