package signpost.api.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
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

/** From places being set to somebody being moved up, as the people who do it walk it. */
@SignpostTest
class CapacityPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    TestSchools.TestSchool school;

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
        assertThat(words(page)).contains("Nothing is limited this term");
        Keyboard.press(page, "Set places and hours");
        assertAccessible(page);
        Keyboard.tabTo(page, "#places-ATT-01");
        page.keyboard().type("two");
        Keyboard.enter(page);
        assertThat(words(page, ".govuk-error-summary")).contains("Attendance plan: enter places as a whole number");
        assertThat(page.inputValue("#places-ATT-01")).isEqualTo("two");
        Look.at(page, "capacity-limits");
        Keyboard.tabTo(page, "#places-ATT-01");
        page.keyboard().press("Control+a");
        page.keyboard().type("2");
        Keyboard.enter(page);
        assertThat(row(page, "Attendance plan")).contains("2", "0", "1");
        Look.at(page, "capacity");

        page.navigate(url("/caseload"));
        assertThat(words(page)).contains("Place 1 of 2.", "Place 2 of 2.", "Waits: first in line.");
        page.navigate(url("/capacity/lines/ATT-01"));
        assertThat(page.locator("tbody th a").allTextContents().get(0)).isEqualTo("Rowan Ashby");
        assertThat(words(page))
                .contains("Because the 2 places of this term are taken or go to those before.")
                .contains("Year 11", "Gravest flag high", "RONI points", "waiting since");
        Look.at(page, "capacity-line");
        var last = page.locator("tbody th a").last().textContent();
        var second = page.locator("tbody th a").nth(1).textContent();
        Keyboard.tabTo(page, "tbody tr:last-child td a");
        Keyboard.enter(page);
        Keyboard.tabTo(page, "main form button");
        Keyboard.enter(page);
        assertThat(words(page, ".govuk-error-summary")).contains("Choose where in the line", "Enter the reason");
        assertThat(words(page))
                .contains(last + " gets a place. " + second + " loses theirs and waits.", last + " still waits.");
        Look.atBoth(page, "capacity-move");
        Keyboard.tabTo(page, "#direction-1");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "#reason");
        page.keyboard().type("Moves school at half term.");
        Keyboard.tabTo(page, "main form button");
        Keyboard.enter(page);
        assertThat(page.locator("tbody th a").first().textContent()).isEqualTo(last);
        assertThat(words(page))
                .contains("Moved up by Sam H: “Moves school at half term.”", second + " loses theirs and waits.");
        Keyboard.tabTo(page, "tbody th a");
        Keyboard.enter(page);
        assertThat(words(page)).contains("Place 1 of 2, moved up.");
    }

    @Test
    void acceptingTakesAPlaceOnAPhoneWithoutScripts() {
        var head = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        head.navigate(url("/capacity/limits"));
        head.fill("#places-ATT-01", "1");
        head.locator("input[id^=adviser-]").first().fill("1.5");
        head.click("button:has-text('Save')");
        head.waitForSelector(".govuk-notification-banner");
        assertThat(words(head)).contains("Hours of the advisers");
        head.navigate(url("/students/" + cohort.idOf(school.id(), "A3")));
        head.locator("article:has-text('Attendance plan') button:has-text('Accept')")
                .first()
                .click();
        head.waitForSelector(".govuk-notification-banner");
        assertThat(head.locator(".govuk-notification-banner").textContent()).doesNotContain("1st of");
        head.navigate(url("/students/" + cohort.idOf(school.id(), "A2")));
        head.locator("article:has-text('Attendance plan') button:has-text('Accept')")
                .first()
                .click();
        head.waitForSelector(".govuk-notification-banner");
        assertThat(head.locator(".govuk-notification-banner").textContent())
                .contains("That is the 2nd of 1 place this term.");
        head.navigate(url("/capacity/lines/ATT-01"));
        assertThat(head.locator("#holders tbody th").count()).isEqualTo(2);
        head.navigate(url("/capacity"));
        assertThat(row(head, "Attendance plan")).contains("1 2, more than there is 0");
        for (var name : new String[] {"/capacity", "/capacity/limits", "/capacity/lines/ATT-01"}) {
            head.navigate(url(name));
            Look.at(head, name.substring(1).replace('/', '-'));
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
        assertThat(words(second)).contains("(now 9)");
        assertAccessible(second);
    }

    private static String row(Page page, String title) {
        return words(page, "#interventions tr:has-text('" + title + "')");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
