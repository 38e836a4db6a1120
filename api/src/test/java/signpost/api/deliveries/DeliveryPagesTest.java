package signpost.api.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Locator;
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
import signpost.engine.vocabulary.Dates;

/** From an acceptance to its delivery, as an adviser walks it. */
@SignpostTest
class DeliveryPagesTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String DECIDED = "section[aria-labelledby=decided]";

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
    void fromAnAcceptanceToADeliveryAndBackOnALaptop() {
        walk(browser.signedIn(port, school.person(Role.ADVISER)));
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        walk(browser.phone(port, school.person(Role.ADVISER)));
    }

    private void walk(Page page) {
        accepted(page);
        open(page, "Record what happened");
        assertThat(words(page, "h1")).startsWith("Record what happened: ");
        assertThat(page.locator("input[type=radio]:checked").count()).isZero();
        assertThat(page.inputValue("#on-day")).isEqualTo("" + TODAY.getDayOfMonth());
        Look.at(page, "delivery");

        page.fill("#on-day", "31");
        page.fill("#on-month", "2");
        page.fill("#note", "Maya was ill.");
        record(page);
        assertThat(words(page, ".govuk-error-summary")).contains("Choose what happened", "Enter a day that exists");
        assertThat(page.inputValue("#note")).isEqualTo("Maya was ill.");
        Look.at(page, "delivery-mistakes");

        LocalDate next = TODAY.plusDays(7);
        choose(page, "planned", next);
        assertThat(decided(page)).contains("Planned for " + Dates.words(next), "Maya was ill.");
        open(page, "Record what happened");
        choose(page, "did_not_attend", TODAY);
        assertThat(decided(page)).doesNotContain("twice");
        open(page, "Record what happened");
        choose(page, "did_not_attend", TODAY);
        assertThat(words(page, ".govuk-error-summary")).contains("This is recorded already");
        choose(page, "cancelled", TODAY);
        open(page, "Record what happened");
        choose(page, "did_not_attend", TODAY);
        assertThat(decided(page)).contains("Did not attend twice. Speak to the student another way.");
        Look.at(page, "delivery-not-attended", DECIDED);

        open(page, "Record what happened");
        page.check("input[value='helped']");
        choose(page, "delivered", TODAY);
        assertThat(words(page, ".govuk-notification-banner")).contains("Delivered on ");
        assertThat(decided(page))
                .contains("Delivered on " + Dates.words(TODAY), "Outcome: it helped")
                .doesNotContain("Speak to the student another way", "Change this decision");
        Look.at(page, "delivered", DECIDED);

        open(page, "Record how it went");
        record(page);
        assertThat(words(page, ".govuk-error-summary")).contains("Choose how it went");
        Look.at(page, "outcome");
        page.check("input[value='some_change']");
        record(page);
        assertThat(decided(page)).contains("Outcome: some change");

        card(page).locator("button:has-text('Undo')").click();
        assertThat(words(page, ".govuk-notification-banner")).contains("Undone: ");
        assertThat(decided(page))
                .contains("Accepted", "Did not attend twice", "Change this decision")
                .doesNotContain("Outcome");
    }

    @Test
    void recordingNeedsOnlyTheKeyboard() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        accepted(page);
        Keyboard.press(page, "Record what happened");
        Keyboard.tabTo(page, "[type=radio]");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        Keyboard.enter(page);
        assertThat(decided(page)).contains("Did not attend on " + Dates.words(TODAY));
    }

    @Test
    void theLaterOfTwoAdvisersIsToldWhatTheOtherDidAndItNoLongerCounts() {
        var first = browser.signedIn(port, school.person(Role.ADVISER));
        accepted(first);
        var second = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        second.navigate(url("/caseload"));
        assertThat(words(second)).contains("1 accepted, still to do");
        second.navigate(student);
        open(second, "Record what happened");
        open(first, "Record what happened");
        choose(first, "delivered", TODAY);
        var decision =
                first.url().replaceAll("/students/.*", "") + "/recommendations/" + idOf(card(first)) + "/decision";

        choose(second, "did_not_attend", TODAY);
        assertThat(words(second)).contains("It was delivered on " + Dates.words(TODAY), "Nothing was recorded");
        assertAccessible(second);
        second.navigate(decision);
        assertThat(words(second)).contains("It was delivered on " + Dates.words(TODAY));
        second.navigate(url("/caseload"));
        assertThat(words(second)).contains("0 accepted, still to do");
    }

    @Test
    void anotherSchoolFindsNothingAndATutorIsRefused() {
        var own = browser.signedIn(port, school.person(Role.ADVISER));
        accepted(own);
        var delivery = "/recommendations/" + idOf(card(own)) + "/delivery";

        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(url(delivery)).status()).isEqualTo(403);
        tutor.navigate(student);
        assertThat(words(tutor)).contains("Accepted by").doesNotContain("Record what happened");

        school = schools.school();
        var foreign = browser.signedIn(port, school.person(Role.ADVISER));
        assertThat(foreign.navigate(url(delivery)).status()).isEqualTo(404);
    }

    /** Accepts the suggestion that attendance asks for. */
    private void accepted(Page page) {
        page.navigate(student);
        page.locator("section[aria-labelledby=suggested] article:has(p:has-text(\"84%\"))")
                .first()
                .locator("button:has-text('Accept')")
                .click();
        page.waitForLoadState();
        assertThat(card(page).count()).isOne();
    }

    private static void open(Page page, String link) {
        card(page).locator("a:has-text('" + link + "')").click();
        page.waitForLoadState();
    }

    private static void choose(Page page, String what, LocalDate on) {
        page.check("input[value='" + what + "']");
        Browser.fillDay(page, "on", on);
        record(page);
    }

    private static void record(Page page) {
        page.click("button:has-text('Record')");
        page.waitForLoadState();
    }

    private static Locator card(Page page) {
        return page.locator(DECIDED + " article");
    }

    private static String idOf(Locator card) {
        return card.getAttribute("id").substring("r-".length());
    }

    private static String decided(Page page) {
        return words(page, DECIDED + " article");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
