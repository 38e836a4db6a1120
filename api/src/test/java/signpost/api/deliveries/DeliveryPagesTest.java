package signpost.api.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Locator;
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
import signpost.engine.vocabulary.Dates;

/** From an acceptance to its delivery, as an adviser walks it. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryPagesTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String DECIDED = "section[aria-labelledby=decided]";

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
    void fromAnAcceptanceToADeliveryAndBackOnALaptop() {
        walk(browser.page(), true);
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        walk(page, false);
    }

    private void walk(Page page, boolean scripts) {
        accepted(page);
        open(page, "Record what happened");
        assertThat(page.locator("h1").textContent()).startsWith("Record what happened: ");
        assertThat(page.locator("input[type=radio]:checked").count()).isZero();
        assertThat(page.inputValue("#on-day")).isEqualTo("" + TODAY.getDayOfMonth());
        looked(page, scripts, "html", "delivery");

        page.fill("#on-day", "31");
        page.fill("#on-month", "2");
        page.fill("#note", "Maya was ill.");
        record(page);
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Choose what happened", "Enter a day that exists");
        assertThat(page.inputValue("#note")).isEqualTo("Maya was ill.");
        looked(page, scripts, "html", "delivery-mistakes");

        LocalDate next = TODAY.plusDays(7);
        choose(page, "planned", next);
        assertThat(decided(page)).contains("Planned for " + Dates.words(next), "Maya was ill.");
        open(page, "Record what happened");
        choose(page, "did_not_attend", TODAY);
        assertThat(decided(page)).doesNotContain("twice");
        open(page, "Record what happened");
        choose(page, "did_not_attend", TODAY);
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("This is recorded already");
        choose(page, "cancelled", TODAY);
        open(page, "Record what happened");
        choose(page, "did_not_attend", TODAY);
        assertThat(decided(page)).contains("Did not attend twice. Speak to the student another way.");
        looked(page, scripts, DECIDED, "not-attended");

        open(page, "Record what happened");
        page.check("input[value='helped']");
        choose(page, "delivered", TODAY);
        assertThat(page.locator(".govuk-notification-banner").textContent()).contains("Delivered on ");
        assertThat(decided(page))
                .contains("Delivered on " + Dates.words(TODAY), "Outcome: it helped")
                .doesNotContain("Speak to the student another way", "Change this decision");
        looked(page, scripts, DECIDED, "delivered");

        open(page, "Record how it went");
        record(page);
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("Choose how it went");
        looked(page, scripts, "html", "outcome");
        page.check("input[value='some_change']");
        record(page);
        assertThat(decided(page)).contains("Outcome: some change");

        card(page).locator("button:has-text('Undo')").click();
        page.waitForLoadState();
        assertThat(page.locator(".govuk-notification-banner").textContent()).contains("Undone: ");
        assertThat(decided(page))
                .contains("Accepted", "Did not attend twice", "Change this decision")
                .doesNotContain("Outcome");
    }

    @Test
    void recordingNeedsOnlyTheKeyboard() {
        var page = browser.page();
        accepted(page);
        tabTo(page, "Record what happened");
        page.keyboard().press("Enter");
        page.waitForURL("**/delivery");
        tabTo(page, "");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/students/**");
        assertThat(decided(page)).contains("Did not attend on " + Dates.words(TODAY));
    }

    @Test
    void theLaterOfTwoAdvisersIsToldWhatTheOtherDidAndItNoLongerCounts() {
        var first = browser.page();
        accepted(first);
        var second = browser.page();
        Browser.signIn(second, port, school.person(Role.HEAD_OF_DESTINATIONS));
        second.navigate(url("/caseload"));
        assertThat(figures(second)).contains("1 accepted, still to do");
        second.navigate(student);
        open(second, "Record what happened");
        open(first, "Record what happened");
        choose(first, "delivered", TODAY);
        var decision =
                first.url().replaceAll("/students/.*", "") + "/recommendations/" + idOf(card(first)) + "/decision";

        choose(second, "did_not_attend", TODAY);
        assertThat(second.locator("main").textContent())
                .contains("It was delivered on " + Dates.words(TODAY), "Nothing was recorded");
        assertAccessible(second);
        second.navigate(decision);
        assertThat(second.locator("main").textContent()).contains("It was delivered on " + Dates.words(TODAY));
        second.navigate(url("/caseload"));
        assertThat(figures(second)).contains("0 accepted, still to do");
    }

    @Test
    void anotherSchoolFindsNothingAndATutorIsRefused() {
        var own = browser.page();
        accepted(own);
        var delivery = "/recommendations/" + idOf(card(own)) + "/delivery";

        var tutor = browser.page();
        Browser.signIn(tutor, port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(url(delivery)).status()).isEqualTo(403);
        tutor.navigate(student);
        assertThat(tutor.locator("main").textContent()).contains("Accepted by").doesNotContain("Record what happened");

        school = schools.school();
        var foreign = browser.page();
        Browser.signIn(foreign, port, school.person(Role.ADVISER));
        assertThat(foreign.navigate(url(delivery)).status()).isEqualTo(404);
    }

    /** Signs in and accepts the suggestion that attendance asks for. */
    private void accepted(Page page) {
        Browser.signIn(page, port, school.person(Role.ADVISER));
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
        page.fill("#on-day", "" + on.getDayOfMonth());
        page.fill("#on-month", "" + on.getMonthValue());
        page.fill("#on-year", "" + on.getYear());
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
        return card(page).textContent().replaceAll("\\s+", " ");
    }

    private static String figures(Page page) {
        return page.locator("main").textContent().replaceAll("\\s+", " ");
    }

    /** What axe says of a part of a page, the width of the page, and a picture of what the screen shows. */
    private static void looked(Page page, boolean scripts, String part, String name) {
        // The same elements at another width: axe, which is a script itself, is asked once.
        if (scripts) {
            assertAccessible(page, part);
        }
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits")
                .isTrue();
        page.locator(part).scrollIntoViewIfNeeded();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + "-" + page.viewportSize().width + ".png")));
    }

    private static void tabTo(Page page, String words) {
        for (int step = 0; step < 200; step++) {
            page.keyboard().press("Tab");
            var there = (Boolean) page.evaluate(
                    "words => words ? document.activeElement.textContent.trim().startsWith(words)"
                            + " : document.activeElement.type === 'radio'",
                    words);
            if (there) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + words);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
