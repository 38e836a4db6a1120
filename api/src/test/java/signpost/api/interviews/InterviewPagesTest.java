package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

/** An adviser takes an interview down while talking. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterviewPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    Browser browser;
    TestSchools.TestSchool school;
    String student;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void aStudent() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,sectors,knows_fe",
                "A1,Thornley,Maya,11,11B,C,Health;Construction,2");
        student = "http://localhost:" + port + "/students/" + cohort.idOf(school.id(), "A1");
    }

    @Test
    void theWholeInterviewNeedsOnlyTheKeyboard() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(student);
        focus(page, "a:has-text('Guidance interview')");
        page.keyboard().press("Enter");
        page.waitForURL("**/interviews/new?kind=guidance");
        assertThat(page.locator("main input[type=radio]:checked:not([value=''])")
                        .count())
                .as("nothing is answered for the student")
                .isZero();
        assertThat(page.textContent("#q-knows_fe-before")).contains("2 of 4", "from the school's MIS");
        looked(page, "interview-form");

        focus(page, "[name='q.plan_state']:checked");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        focus(page, "[name='q.knows_fe']:checked");
        page.keyboard().press("4");
        focus(page, "#q-barriers-6");
        page.keyboard().press("Space");
        focus(page, "#action-1-what");
        page.keyboard().type("Visit the college");
        page.keyboard().press("Tab");
        page.keyboard().type("Student");
        page.keyboard().press("Tab");
        page.keyboard().type("soon");
        focus(page, ".signpost-save button");
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.textContent(".govuk-error-summary")).contains("Enter a day such as");
        looked(page, "interview-mistakes");
        page.locator("#action-1-by").fill("4/12/2026");
        focus(page, ".signpost-save button");
        page.keyboard().press("Enter");
        page.waitForSelector("#changes");

        assertThat(words(page))
                .contains("Post-16 plan: ideas, nothing applied for (was: not known)", "Visit the college", "money");
        looked(page, "interview");
        focus(page, "button:has-text('Mark as done')");
        page.keyboard().press("Enter");
        page.waitForSelector("text=The action is marked as done.");
        page.navigate(student);
        assertThat(page.textContent("section[aria-labelledby=interviews]"))
                .contains("Guidance interview", "Visit the college", "(done)");
    }

    @Test
    void whatIsTypedOutlivesALostConnectionAndTheEndOfTheSession() {
        var person = school.person(Role.ADVISER);
        var page = browser.signedIn(port, person);
        page.clock().install();
        page.navigate(student + "/interviews/new?kind=guidance");
        page.context().setOffline(true);
        page.fill("#notes", "Half a sentence");
        page.focus("#present");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).hasText("Not saved yet, trying again.");
        page.context().setOffline(false);
        page.fill("#present", "Her mother");
        page.focus("#notes");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("Draft saved at");

        page.context().clearCookies();
        page.fill("#notes", "Half a sentence and the other");
        page.click(".signpost-save button:has-text('Save the interview')");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("you are signed out");
        assertThat(page.inputValue("#notes")).isEqualTo("Half a sentence and the other");
        Browser.signIn(page.context().newPage(), port, person);
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("Draft saved at");
        // A second click within a second of the first would count as a slip of the finger.
        page.clock().fastForward(1_000);
        page.click(".signpost-save button:has-text('Save the interview')");
        page.waitForSelector("#changes");
        assertThat(words(page)).contains("Half a sentence and the other", "Her mother");
        assertThat((String) page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                .as("nothing about a student stays in the browser")
                .doesNotContain("sentence", "mother", "Thornley", "Maya");
    }

    @Test
    void withoutScriptsOnAPhoneTheDraftIsSavedByAButton() {
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        Browser.signIn(page, port, school.person(Role.ADVISER));
        page.navigate(student);
        picture(page, "student-interviews");
        page.click("a:has-text('Leaver call')");
        page.fill("#q-sectors-1", "Health\nCatering");
        page.check("[name='q.knows_he'][value='?']");
        page.click("button:has-text('Save draft') >> nth=1");
        page.navigate(student + "/interviews/new?kind=leaver");
        assertThat(page.textContent(".signpost-draft")).contains("This is your draft");
        assertThat(page.inputValue("#q-sectors-1").lines()).containsExactly("Health", "Catering");
        picture(page, "interview-draft");
        page.click(".signpost-save button:has-text('Save the interview')");
        page.waitForURL("**/interviews/*-*");
        assertThat(words(page))
                .contains("Leaver call", "Catering, Health", "asked; the student was not sure".substring(1));
        picture(page, "interview");
    }

    @Test
    void theLaterOfTwoIsToldAndWhoMayNotIsRefused() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(student + "/interviews/new?kind=tutor");
        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(student + "/interviews/new?kind=guidance").status())
                .isEqualTo(403);
        tutor.navigate(student + "/interviews/new?kind=tutor");
        assertThat(tutor.locator("[name='q.barriers']").count()).isZero();
        tutor.fill("#notes", "Seen in tutor time");
        tutor.click(".signpost-save button:has-text('Save the interview')");
        tutor.waitForSelector("#changes");

        page.fill("#notes", "Seen by the adviser");
        page.click(".signpost-save button:has-text('Save the interview')");
        page.waitForSelector("#news-title");
        assertThat(page.inputValue("#notes")).contains("Seen in tutor time", "Seen by the adviser");
        looked(page, "interview-news");
        var stranger = browser.signedIn(port, schools.school().person(Role.ADVISER));
        assertThat(stranger.navigate(student + "/interviews/new?kind=guidance").status())
                .isEqualTo(404);
    }

    static void focus(Page page, String what) {
        // Reached with Tab by a person; a locator spares a minute of pressing it, and only what Tab reaches counts.
        var element = page.locator(what).first();
        assertThat((Integer) element.evaluate("one => one.tabIndex")).isNotNegative();
        element.focus();
    }

    private static String words(Page page) {
        return page.textContent("main").replaceAll("\\s+", " ");
    }

    static void looked(Page page, String name) {
        assertAccessible(page);
        picture(page, name);
        page.setViewportSize(390, 844);
        picture(page, name);
        page.setViewportSize(1280, 900);
    }

    static void picture(Page page, String name) {
        // What sticks to the edge of a window would lie in the middle of a picture of the whole page.
        page.evaluate("document.querySelectorAll('.signpost-save').forEach(bar => bar.style.position = 'static')");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", name + "-" + page.viewportSize().width + ".png")));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(name + " fits")
                .isNotPositive();
    }
}
