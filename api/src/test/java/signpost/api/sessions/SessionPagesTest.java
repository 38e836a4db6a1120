package signpost.api.sessions;

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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** From a session planned to what it changed, as an adviser walks it. */
@SignpostTest
@Import(CountedStatements.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionPagesTest {

    private static final LocalDate TODAY = LocalDate.now();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    TestCohort cohort;

    @Autowired
    JdbcClient sql;

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
    void threeStudentsForWhomHelpIsAccepted() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,maths_current,maths_predicted",
                "A1,Thornley,Maya,10,10B,C,3,3",
                "A2,Okafor,Daniel,10,10A,C,3,3",
                "A3,Pearson,Katie,10,10A,C,2,3");
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set state = 'ACCEPTED', decided_term_id = term_id"
                                + " where intervention = 'MAT-01'")
                        .update());
    }

    @Test
    void aSessionIsPlannedKeptAndMarkedWithTheKeyboardAlone() {
        var page = browser.page();
        Browser.signIn(page, port, school.person(Role.ADVISER));
        page.navigate(url("/sessions"));
        looked(page, "sessions-none");
        page.navigate(url("/sessions/new"));
        tabTo(page, "intervention");
        page.keyboard().type("Mat");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("Enter a day from two weeks ago", "Enter the number of places");
        looked(page, "session-form");
        tabTo(page, "on-day");
        page.keyboard().type("" + TODAY.getDayOfMonth());
        page.keyboard().press("Tab");
        page.keyboard().type("" + TODAY.getMonthValue());
        page.keyboard().press("Tab");
        page.keyboard().type("" + TODAY.getYear());
        page.keyboard().press("Tab");
        page.keyboard().type("14.30");
        page.keyboard().press("Tab");
        page.keyboard().type("Library");
        tabTo(page, "places");
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        page.waitForURL("**/students");

        assertThat(page.locator("input[type=checkbox]:checked").count()).isZero();
        for (int student = 0; student < 3; student++) {
            tabTo(page, "choose-");
            page.keyboard().press("Space");
        }
        looked(page, "session-students");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.matches(".*/sessions/[^/]+"));
        assertThat(text(page)).contains("3 of 12 places taken", "at 14:30", "3 students added");
        assertThat(page.locator("input[type=radio]:checked").count()).isZero();

        tabTo(page, "p-");
        page.keyboard().press("Space");
        tabTo(page, "p-");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        looked(page, "session-register");
        page.keyboard().press("Enter");
        page.locator("main:has-text('2 students recorded')").waitFor();

        page.locator("a:has-text('Mark sheet')").press("Enter");
        page.waitForURL("**/outcomes");
        tabTo(page, "o-");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().type("Asks for more");
        looked(page, "session-outcomes");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.matches(".*/sessions/[^/]+"));
        assertThat(text(page)).contains("One outcome recorded.");
        page.navigate(url("/sessions"));
        assertThat(text(page)).contains("3 of 12", "2 of 3 recorded");
        looked(page, "sessions");
    }

    @Test
    void onAPhoneWithoutScriptsWhatAnotherRecordedIsToldAndTheRestSaved() {
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        Browser.signIn(page, port, school.person(Role.ADVISER));
        page.navigate(url("/sessions/new?intervention=MAT-01"));
        page.fill("#on-day", "" + TODAY.getDayOfMonth());
        page.fill("#on-month", "" + TODAY.getMonthValue());
        page.fill("#on-year", "" + TODAY.getYear());
        page.fill("#places", "12");
        page.click("button:has-text('Continue')");
        for (var box : page.locator("input[type=checkbox]").all()) {
            box.check();
        }
        page.click("button:has-text('Add to the list')");
        var second = browser.page();
        Browser.signIn(second, port, school.person(Role.HEAD_OF_DESTINATIONS));
        second.navigate(page.url());

        present(page, 0);
        page.click("button:has-text('Save the register')");
        present(second, 0);
        present(second, 1);
        second.locator("li:nth-child(1) label:has-text('Did not attend')").click();
        second.click("button:has-text('Save the register')");

        assertThat(text(second))
                .contains("One student recorded.", "Sam A recorded meanwhile: delivered on")
                .doesNotContain("Whitelabel");
        assertThat(second.locator("li:nth-child(1) input[value='did_not_attend']")
                        .isChecked())
                .isTrue();
        looked(second, "session-told");
        page.navigate(second.url().replace("/register", ""));
        assertThat(page.locator("input[value='delivered']:checked").count()).isEqualTo(2);
        looked(page, "session-register");
        page.click("a:has-text('Mark sheet')");
        looked(page, "session-outcomes");
        page.navigate(url("/reviews"));
        assertThat(text(page)).contains("Nothing is due for review");
        students.in(
                school.id(),
                () -> sql.sql("insert into delivery_reviews (school_id, id, delivery, review_on, staff, recorded_at)"
                                + " select school_id, gen_random_uuid(), id, on_day, staff, now() from deliveries"
                                + " where what = 'DELIVERED'")
                        .update());
        page.navigate(url("/reviews"));
        looked(page, "reviews");
        page.locator("input[value='helped']").first().check();
        page.locator("input[name^='note-']").last().fill("No outcome yet");
        page.click("button:has-text('Save all')");
        assertThat(text(page)).contains("One outcome recorded. 1 was not saved", "a note is kept with an outcome");
        assertThat(page.locator("input[name^='note-']").last().inputValue()).isEqualTo("No outcome yet");
    }

    @Test
    void aTutorHasNoSessionsAndAnotherSchoolFindsNothing() {
        var adviser = browser.signedIn(port, school.person(Role.ADVISER));
        adviser.navigate(url("/sessions/new?intervention=MAT-01"));
        adviser.fill("#on-day", "" + TODAY.getDayOfMonth());
        adviser.fill("#on-month", "" + TODAY.getMonthValue());
        adviser.fill("#on-year", "" + TODAY.getYear());
        adviser.fill("#places", "3");
        adviser.click("button:has-text('Continue')");
        adviser.waitForURL("**/students");
        var address = adviser.url();

        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(address).status()).isEqualTo(403);
        assertThat(tutor.navigate(url("/reviews")).status()).isEqualTo(403);
        var foreign = browser.signedIn(port, schools.school().person(Role.ADVISER));
        assertThat(foreign.navigate(address).status()).isEqualTo(404);
    }

    private static void present(Page page, int line) {
        page.locator("input[value='delivered']").nth(line).check();
    }

    private static String text(Page page) {
        page.waitForLoadState();
        return page.locator("main").textContent().replaceAll("\\s+", " ");
    }

    private static void looked(Page page, String name) {
        if (page.viewportSize().width > 1000) {
            assertAccessible(page);
        }
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits")
                .isTrue();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", name + "-" + page.viewportSize().width + ".png")));
    }

    /** Presses Tab until something is reached whose id begins so. */
    private static void tabTo(Page page, String id) {
        for (int step = 0; step < 120; step++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("id => document.activeElement.id.startsWith(id)", id)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + id);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
