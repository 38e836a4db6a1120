package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** A tutor takes down what the group says. */
@SignpostTest
class TutorTimePagesTest {

    private static final String SECTORS_OF_MAYA = "tr:nth-child(2) [name$='.sectors']";

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    Clock clock;

    TestSchools.TestSchool school;

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
    void aWholeGroupIsTakenDownByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.TUTOR));
        Keyboard.press(page, "Tutor time");
        Look.atBoth(page, "tutor-time");
        Keyboard.tabTo(page, "main a[href$='/11B']");
        Keyboard.enter(page);
        assertThat(words(page, "tr:has-text('Maya Thornley')")).contains("Ideas, nothing applied for, ");
        Keyboard.tabTo(page, "select[name$='.plan_state']");
        page.keyboard().press("3");
        assertThat(page.inputValue("tr:nth-child(1) [name$='.plan_state']"))
                .as("the figure on the printed sheet")
                .isEqualTo("applied");
        Keyboard.tabTo(page, "[name$='.knows_fe']");
        page.keyboard().press("3");
        Keyboard.tabTo(page, SECTORS_OF_MAYA);
        page.keyboard().type("none; Health");
        page.keyboard().press("Enter");
        assertThat(page.locator(".govuk-error-summary").count())
                .as("Enter sends no half-filled table")
                .isZero();
        Look.atBoth(page, "tutor-time-group");
        Keyboard.press(page, "Save all answers");
        assertOneIsBack(page);
        Look.atBoth(page, "tutor-time-back");
        Keyboard.tabTo(page, SECTORS_OF_MAYA);
        page.keyboard().press("Control+a");
        page.keyboard().type("none");
        Keyboard.press(page, "Save all answers");
        assertThat(words(page, "table"))
                .contains("Applied, " + today(), "3 of 4 (mostly), " + today(), "None, " + today());
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
        assertThat(words(page, ".signpost-draft")).contains("This is your draft");
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
        Keyboard.enter(page);
        assertThat(page.locator(".signpost-draft").count()).isOne();
        assertThat(page.inputValue("[name$='.sectors']")).isEqualTo("Health");
        page.click("button:has-text('Discard this draft')");
        assertThat(words(page, ".govuk-notification-banner")).contains("Draft discarded.");
        assertThat(page.inputValue("[name$='.sectors']")).isEmpty();
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var page = browser.phone(port, school.person(Role.TUTOR));
        page.navigate(url("/tutor-time"));
        Look.at(page, "tutor-time");
        page.click("main a:has-text('11B')");
        page.selectOption("tr:nth-child(1) [name$='.plan_state']", "applied");
        page.fill(SECTORS_OF_MAYA, "none; Health");
        page.click("button:has-text('Save all answers')");
        assertOneIsBack(page);
        Look.at(page, "tutor-time-back");
        page.fill(SECTORS_OF_MAYA, "none");
        page.click("button:has-text('Save all answers')");
        assertThat(words(page, "table")).contains("Applied, " + today(), "None, " + today());
        Look.at(page, "tutor-time-group");
    }

    private String today() {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).format(LocalDate.now(clock));
    }

    private static void assertOneIsBack(Page page) {
        assertThat(words(page, ".govuk-error-summary"))
                .contains("Answers of one student saved", "Maya Thornley: List of sectors");
        assertThat(page.inputValue(SECTORS_OF_MAYA)).isEqualTo("none; Health");
    }

    @Test
    void theSheetShowsLastAnswersOnlyWhenAskedAndLeaversHaveTheirs() {
        var page = browser.signedIn(port, school.person(Role.TUTOR));
        page.navigate(url("/tutor-time/11B/sheet"));
        assertThat(words(page, "table")).contains("Maya Thornley").doesNotContain("Ideas");
        page.navigate(url("/tutor-time/11B/sheet?answers=true"));
        assertThat(words(page, "table")).contains("Ideas, nothing applied for");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header").isVisible()).isFalse();
        Look.atBoth(page, "tutor-time-sheet");
        page.navigate(url("/tutor-time/leavers/2026"));
        assertThat(words(page)).contains("Left in 2025/26", "Sam Okoro");
        page.selectOption("select[name$='.plan_state']", "accepted");
        page.click("button:has-text('Save all answers')");
        PlaywrightAssertions.assertThat(page.locator("table")).containsText("Offer accepted, ");
        assertThat(page.navigate(url("/tutor-time/99Z")).status()).isEqualTo(404);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
