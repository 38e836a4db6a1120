package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
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

/** Undoing, adding and flagging, as an adviser walks them. */
@SignpostTest
class DecidingPagesTest {

    private static final LocalDate DUE = LocalDate.now().plusDays(9);

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    TestSchools.TestSchool school;
    String student;

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
        var page = signedIn();
        Keyboard.press(page, "Accept");
        assertThat(banner(page)).contains("Accepted: ");
        page.click("summary:has-text('Change this decision') >> nth=0");
        page.click("section[aria-labelledby=decided] a:has-text('Override') >> nth=0");
        assertThat(words(page)).contains("It is accepted already, by Sam A on ");
        Look.atBoth(page, "override-accepted");
        page.navigate(student);
        Keyboard.press(page, "Undo");
        Keyboard.press(page, "Accept");
        Look.at(page, "undo-offered");
        Keyboard.press(page, "Undo");
        assertThat(banner(page)).contains("Undone: ").doesNotContain("this decision");

        Keyboard.press(page, "Add an intervention");
        Look.at(page, "add-intervention");
        Keyboard.press(page, "Add it");
        assertThat(words(page, ".govuk-error-summary"))
                .contains("Choose an intervention", "Write why you add it", "Enter the day");
        page.selectOption("#intervention", "PGI-01");
        page.fill("#reason", "Asked for a talk");
        Browser.fillDay(page, "due", DUE);
        Keyboard.press(page, "Add it");
        assertThat(section(page, "decided")).contains("Asked for a talk", "Added on professional judgement by");

        Keyboard.press(page, "Raise a flag");
        Look.at(page, "flag");
        Keyboard.press(page, "Raise the flag");
        assertThat(words(page, ".govuk-error-summary")).contains("Choose how much it matters");
        page.fill("#name", "Unsettled since the move");
        page.check("#severity-3");
        page.fill("#reason", "Quiet since September");
        Keyboard.press(page, "Raise the flag");
        assertThat(section(page, "flags"))
                .contains("Unsettled since the move, high", "By professional judgement: Quiet since September");
        Look.at(page, "flag-raised", "section[aria-labelledby=flags]");
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var page = browser.phone(port, school.person(Role.ADVISER));
        page.navigate(student);
        click(page, "button", "Accept");
        click(page, "main button", "Undo");
        assertThat(banner(page)).contains("Undone: ");
        click(page, "a", "Add an intervention");
        Look.at(page, "add-intervention");
        page.selectOption("#intervention", "PGI-01");
        page.fill("#reason", "Asked for a talk");
        Browser.fillDay(page, "due", DUE);
        click(page, "button", "Add it");
        assertThat(section(page, "decided")).contains("Added on professional judgement by ");
        click(page, "section[aria-labelledby=decided] button", "Undo");
        assertThat(section(page, "earlier")).contains("withdrawn: whoever added it took that back");

        click(page, "a", "Raise a flag");
        Look.at(page, "flag");
        page.fill("#name", "Unsettled since the move");
        page.check("#severity-3");
        page.fill("#reason", "Quiet since September");
        click(page, "button", "Raise the flag");
        Look.at(page, "flag-raised");
        page.navigate(url("/caseload"));
        assertThat(words(page)).contains("by professional judgement");
        page.navigate(student);
        click(page, "a", "Clear");
        Look.at(page, "flag-clear");
        click(page, "button", "Clear the flag");
        assertThat(words(page, ".govuk-error-summary")).contains("Write why it no longer holds");
        page.fill("#reason", "Settled in");
        click(page, "button", "Clear the flag");
        assertThat(section(page, "flags")).doesNotContain("Unsettled");
    }

    @Test
    void aTutorSeesNoOwnWordsAndMayDoNothingOfThis() {
        var page = signedIn();
        page.navigate(student + "/flag");
        page.fill("#name", "Unsettled since the move");
        page.check("#severity-3");
        page.fill("#reason", "Quiet since September");
        click(page, "button", "Raise the flag");

        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
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
        var first = signedIn();
        click(first, "button", "Accept");
        var second = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        second.navigate(student);
        click(first, "main button", "Undo");

        click(second, "section[aria-labelledby=decided] button", "Undo");

        assertThat(words(second, "h1")).startsWith("Not undone: ");
        assertThat(words(second)).contains("undid the decision before", "Nothing was changed");
        assertAccessible(second);
    }

    private Page signedIn() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(student);
        return page;
    }

    private static void click(Page page, String what, String words) {
        page.locator(what + ":has-text('" + words + "')").first().click();
        page.waitForLoadState();
    }

    private static String banner(Page page) {
        return words(page, ".govuk-notification-banner");
    }

    private static String section(Page page, String name) {
        return words(page, "section[aria-labelledby=" + name + "]");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
