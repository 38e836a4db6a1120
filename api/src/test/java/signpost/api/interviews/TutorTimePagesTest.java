package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

/** A tutor takes down what the group says. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TutorTimePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    Clock clock;

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
    void aGroup() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,leaving_date,plan_state,knows_fe",
                "A1,Thornley,Maya,11,11B,C,,ideas,2",
                "A2,Marsh,Robin,11,11B,C,,,",
                "L1,Okoro,Sam,12,,P,2026-07-20,,");
    }

    @Test
    void aWholeGroupIsTakenDownByKeyboard() {
        var page = browser.signedIn(port, school.person(Role.TUTOR));
        page.click("nav a:has-text('Tutor time')");
        InterviewPagesTest.looked(page, "tutor-time");
        page.click("main a:has-text('11B')");
        assertThat(page.textContent("tr:has-text('Maya Thornley')")).contains("Ideas, nothing applied for, ");
        var plan = page.locator("select[name$='.plan_state']").first();
        plan.focus();
        page.keyboard().press("3");
        assertThat(plan.inputValue()).as("the figure on the printed sheet").isEqualTo("applied");
        for (int field = 0; !((String) page.evaluate("document.activeElement.name")).endsWith("knows_fe"); field++) {
            assertThat(field).as("Tab leads through the row").isLessThan(8);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("3");
        page.locator("[name$='.sectors']").nth(1).fill("none; Health");
        page.keyboard().press("Enter");
        assertThat(page.locator(".govuk-error-summary").count())
                .as("Enter sends no half-filled table")
                .isZero();
        InterviewPagesTest.looked(page, "tutor-time-group");
        page.locator("button:has-text('Save all answers')").focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.textContent(".govuk-error-summary"))
                .contains("Answers of one student saved", "Maya Thornley: List of sectors");
        assertThat(page.locator("[name$='.sectors']").nth(1).inputValue()).isEqualTo("none; Health");
        InterviewPagesTest.looked(page, "tutor-time-back");
        page.locator("[name$='.sectors']").nth(1).fill("none");
        page.click("button:has-text('Save all answers')");
        page.waitForSelector(".govuk-notification-banner");
        String today = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).format(LocalDate.now(clock));
        assertThat(page.textContent("table").replaceAll("\\s+", " "))
                .contains("Applied, " + today, "3 of 4 (mostly), " + today, "None, " + today);
    }

    @Test
    void whatIsTypedOutlivesTheEndOfTheSessionAndLeavingThePage() {
        var person = school.person(Role.TUTOR);
        var page = browser.signedIn(port, person);
        page.clock().install();
        page.navigate(url("/tutor-time/11B"));
        page.context().clearCookies();
        page.selectOption("select[name$='.knows_fe'] >> nth=0", "4");
        page.click("button:has-text('Save all answers')");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("you are signed out");
        assertThat(page.inputValue("select[name$='.knows_fe'] >> nth=0")).isEqualTo("4");
        Browser.signIn(page.context().newPage(), port, person);
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("Draft saved at");
        page.navigate(url("/tutor-time"));
        page.navigate(url("/tutor-time/11B"));
        assertThat(page.textContent(".signpost-draft")).contains("This is your draft");
        assertThat(page.inputValue("select[name$='.knows_fe'] >> nth=0")).isEqualTo("4");
        page.click("button:has-text('Save all answers')");
        PlaywrightAssertions.assertThat(page.locator(".govuk-notification-banner"))
                .containsText("Answers of one student saved.");
        assertThat(page.locator(".signpost-draft").count()).isZero();
    }

    @Test
    void withoutScriptsEnterKeepsADraftAndItCanBeDiscarded() {
        var page = browser.pageWithoutScripts();
        Browser.signIn(page, port, school.person(Role.TUTOR));
        page.navigate(url("/tutor-time/leavers/2026"));
        page.fill("[name$='.sectors']", "Health");
        page.keyboard().press("Enter");
        page.waitForSelector(".signpost-draft");
        assertThat(page.inputValue("[name$='.sectors']")).isEqualTo("Health");
        page.click("button:has-text('Discard this draft')");
        assertThat(page.textContent(".govuk-notification-banner")).contains("Draft discarded.");
        assertThat(page.inputValue("[name$='.sectors']")).isEmpty();
    }

    @Test
    void theSheetShowsLastAnswersOnlyWhenAskedAndLeaversHaveTheirs() {
        var page = browser.signedIn(port, school.person(Role.TUTOR));
        page.navigate(url("/tutor-time/11B/sheet"));
        assertThat(page.textContent("table")).contains("Maya Thornley").doesNotContain("Ideas");
        page.navigate(url("/tutor-time/11B/sheet?answers=true"));
        assertThat(page.textContent("table")).contains("Ideas, nothing applied for");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header").isVisible()).isFalse();
        InterviewPagesTest.looked(page, "tutor-time-sheet");
        page.navigate(url("/tutor-time/leavers/2026"));
        assertThat(page.textContent("main")).contains("Left in 2025/26", "Sam Okoro");
        page.selectOption("select[name$='.plan_state']", "accepted");
        page.click("button:has-text('Save all answers')");
        PlaywrightAssertions.assertThat(page.locator("table")).containsText("Offer accepted, ");
        assertThat(page.navigate(url("/tutor-time/99Z")).status()).isEqualTo(404);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
