package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
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

/** Undoing, adding and flagging, as an adviser walks them. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidingPagesTest {

    private static final LocalDate DUE = LocalDate.now().plusDays(9);

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
    void aStudentWhoNeedsHelp() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "A1,Thornley,Maya,11,11B,C,84");
        student = url("/students/" + cohort.idOf(school.id(), "A1"));
    }

    @Test
    void undoingAddingAndFlaggingByKeyboard() {
        var page = signedIn(browser.page());
        press(page, "Accept");
        assertThat(banner(page)).contains("Accepted: ");
        looked(page, "html", "undo-offered");
        press(page, "Undo");
        assertThat(banner(page)).contains("Undone: ").doesNotContain("this decision");

        press(page, "Add an intervention");
        looked(page, "html", "add-intervention");
        press(page, "Add it");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Choose an intervention", "Write why you add it", "Enter the day");
        page.selectOption("#intervention", "PGI-01");
        page.fill("#reason", "Asked for a talk");
        day(page);
        press(page, "Add it");
        assertThat(section(page, "decided")).contains("Asked for a talk", "Accepted by");

        press(page, "Raise a flag");
        looked(page, "html", "flag");
        press(page, "Raise the flag");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Choose how much it matters");
        page.fill("#name", "Unsettled since the move");
        page.check("#severity-3");
        page.fill("#reason", "Quiet since September");
        press(page, "Raise the flag");
        assertThat(section(page, "flags"))
                .contains("Unsettled since the move, high", "By professional judgement: Quiet since September");
        looked(page, "section[aria-labelledby=flags]", "flag-raised");
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var phone = browser.pageWithoutScripts();
        phone.setViewportSize(390, 844);
        var page = signedIn(phone);
        click(page, "button", "Accept");
        click(page, "main button", "Undo");
        assertThat(banner(page)).contains("Undone: ");
        click(page, "a", "Add an intervention");
        looked(page, "html", "add-intervention");
        page.selectOption("#intervention", "PGI-01");
        page.fill("#reason", "Asked for a talk");
        day(page);
        click(page, "button", "Add it");
        assertThat(section(page, "decided")).contains("Added on professional judgement, not suggested by a rule, by ");
        click(page, "section[aria-labelledby=decided] button", "Undo");
        assertThat(section(page, "earlier")).contains("withdrawn: whoever added it took that back");

        click(page, "a", "Raise a flag");
        looked(page, "html", "flag");
        page.fill("#name", "Unsettled since the move");
        page.check("#severity-3");
        page.fill("#reason", "Quiet since September");
        click(page, "button", "Raise the flag");
        looked(page, "html", "flag-raised");
        page.navigate(url("/caseload"));
        assertThat(page.locator("main").textContent()).contains("by professional judgement");
        page.navigate(student);
        click(page, "a", "Clear");
        looked(page, "html", "flag-clear");
        click(page, "button", "Clear the flag");
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Write why it no longer holds");
        page.fill("#reason", "Settled in");
        click(page, "button", "Clear the flag");
        assertThat(section(page, "flags")).doesNotContain("Unsettled");
    }

    @Test
    void aTutorSeesNoOwnWordsAndMayDoNothingOfThis() {
        var page = signedIn(browser.page());
        page.navigate(student + "/flag");
        page.fill("#name", "Unsettled since the move");
        page.check("#severity-3");
        page.fill("#reason", "Quiet since September");
        click(page, "button", "Raise the flag");

        var tutor = browser.page();
        Browser.signIn(tutor, port, school.person(Role.TUTOR));
        for (var forbidden : new String[] {"/flag", "/add"}) {
            assertThat(tutor.navigate(student + forbidden).status()).isEqualTo(403);
        }
        for (var seen : new String[] {student, url("/caseload")}) {
            tutor.navigate(seen);
            assertThat(tutor.content()).doesNotContain("Unsettled", "Quiet since", "Undo");
        }
    }

    @Test
    void theLaterOfTwoIsToldWhatTheOtherDid() {
        var first = signedIn(browser.page());
        click(first, "button", "Accept");
        var second = browser.page();
        Browser.signIn(second, port, school.person(Role.HEAD_OF_DESTINATIONS));
        second.navigate(student);
        click(first, "main button", "Undo");

        click(second, "section[aria-labelledby=decided] button", "Undo");

        assertThat(second.locator("h1").textContent()).startsWith("Not undone: ");
        assertThat(second.locator("main").textContent()).contains("undid the decision before", "Nothing was changed");
        assertAccessible(second);
    }

    private Page signedIn(Page page) {
        Browser.signIn(page, port, school.person(Role.ADVISER));
        page.navigate(student);
        return page;
    }

    private static void day(Page page) {
        page.fill("#due-day", "" + DUE.getDayOfMonth());
        page.fill("#due-month", "" + DUE.getMonthValue());
        page.fill("#due-year", "" + DUE.getYear());
    }

    private static void click(Page page, String what, String words) {
        page.locator(what + ":has-text('" + words + "')").first().click();
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

    private static String banner(Page page) {
        return page.locator(".govuk-notification-banner").textContent().replaceAll("\\s+", " ");
    }

    private static String section(Page page, String name) {
        return page.locator("section[aria-labelledby=" + name + "]")
                .textContent()
                .replaceAll("\\s+", " ");
    }

    /** What axe says, the width of the page, and a picture; axe is asked once of a page, on a laptop. */
    private static void looked(Page page, String part, String name) {
        if (page.viewportSize().width > 1000) {
            assertAccessible(page, part);
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
