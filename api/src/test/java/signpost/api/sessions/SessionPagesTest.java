package signpost.api.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** From a session planned to what it changed, as an adviser walks it. */
@SignpostTest
class SessionPagesTest {

    private static final LocalDate TODAY = LocalDate.now();

    @RegisterExtension
    static final Browser browser = Browser.open();

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

    TestSchools.TestSchool school;

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
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/sessions"));
        Look.at(page, "sessions-none");
        page.navigate(url("/sessions/new"));
        Keyboard.tabTo(page, "#intervention");
        Keyboard.type(page, "Mat", "");
        Keyboard.enter(page);
        assertThat(words(page, ".govuk-error-summary"))
                .contains("Enter a day from two weeks ago", "Enter the number of places");
        Look.at(page, "session-form");
        Keyboard.tabTo(page, "#on-day");
        Keyboard.type(page, TODAY.getDayOfMonth(), TODAY.getMonthValue(), TODAY.getYear(), "14.30", "Library");
        Keyboard.tabTo(page, "#places");
        page.keyboard().type("12");
        Keyboard.enter(page);
        assertThat(page.url()).endsWith("/students");

        assertThat(page.locator("input[type=checkbox]:checked").count()).isZero();
        for (int student = 0; student < 3; student++) {
            Keyboard.tabTo(page, "[id^='choose-']");
            page.keyboard().press("Space");
        }
        Look.at(page, "session-students");
        Keyboard.enter(page);
        assertThat(page.url()).matches(".*/sessions/[^/]+");
        assertThat(words(page)).contains("3 of 12 places taken", "at 14:30", "3 students added");
        assertThat(page.locator("input[type=radio]:checked").count()).isZero();

        Keyboard.tabTo(page, "[id^='p-']");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "[id^='p-']");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        Look.atBoth(page, "session-register");
        Keyboard.enter(page);
        assertThat(words(page))
                .contains("2 students recorded", "It takes 6 meetings.")
                .doesNotContain("Mark sheet");
        Keyboard.tabTo(page, "[id^='p-']:checked");
        page.keyboard().press("ArrowDown");
        Keyboard.enter(page);
        assertThat(words(page)).contains("One student recorded");

        Keyboard.press(page, "Mark sheet");
        Keyboard.tabTo(page, "[id^='o-']");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        Keyboard.type(page, "", "Asks for more");
        Look.at(page, "session-outcomes");
        Keyboard.enter(page);
        assertThat(page.url()).matches(".*/sessions/[^/]+");
        assertThat(words(page)).contains("One outcome recorded.");
        page.navigate(url("/sessions"));
        assertThat(words(page)).contains("3 of 12", "2 of 3 recorded");
        Look.at(page, "sessions");
    }

    @Test
    void onAPhoneWithoutScriptsWhatAnotherRecordedIsToldAndTheRestSaved() {
        var page = browser.phone(port, school.person(Role.ADVISER));
        planned(page);
        for (var box : page.locator("input[type=checkbox]").all()) {
            box.check();
        }
        page.click("button:has-text('Add to the list')");
        var second = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        second.navigate(page.url());

        present(page, 0);
        page.click("button:has-text('Save the register')");
        present(second, 0);
        present(second, 1);
        second.locator("li:nth-child(1) label:has-text('Did not attend')").click();
        second.click("button:has-text('Save the register')");

        assertThat(words(second))
                .contains("One student recorded.", "Sam A recorded meanwhile: delivered on")
                .doesNotContain("Whitelabel");
        assertThat(second.locator("li:nth-child(1) input[value='did_not_attend']")
                        .isChecked())
                .isTrue();
        Look.at(second, "session-told");
        page.navigate(second.url().replace("/register", ""));
        assertThat(page.locator("input[value='delivered']:checked").count()).isEqualTo(2);
        Look.at(page, "session-register");
        page.click("a:has-text('Mark sheet')");
        Look.at(page, "session-outcomes");
        page.click("a.govuk-back-link");
        page.click("a:has-text('Change day')");
        Look.at(page, "session-change");
        page.fill("#place", "Library");
        page.click("button:has-text('Save')");
        assertThat(words(page)).contains("Library");
        page.navigate(url("/reviews"));
        assertThat(words(page)).contains("Nothing is due for review");
        reviewsAreDue();
        page.navigate(url("/reviews"));
        Look.at(page, "reviews");
        page.locator("input[value='helped']").first().check();
        page.locator("input[name^='note-']").last().fill("No outcome yet");
        page.click("button:has-text('Save all')");
        assertThat(words(page)).contains("One outcome recorded. 1 was not saved", "a note is kept with an outcome");
        assertThat(page.locator("input[name^='note-']").last().inputValue()).isEqualTo("No outcome yet");
    }

    @Test
    void aSessionIsChangedAndAReviewAnsweredWithTheKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        planned(page);
        Keyboard.tabTo(page, "[id^='choose-']");
        page.keyboard().press("Space");
        Keyboard.enter(page);
        Keyboard.press(page, "Change day, place or places");
        Keyboard.tabTo(page, "#places");
        page.keyboard().press("Control+a");
        page.keyboard().type("none");
        Keyboard.enter(page);
        assertThat(words(page, ".govuk-error-summary")).contains("places");
        Look.at(page, "session-change");
        Keyboard.tabTo(page, "#places");
        page.keyboard().press("Control+a");
        page.keyboard().type("8");
        Keyboard.press(page, "Save");
        assertThat(words(page)).contains("1 of 8 places taken");

        Keyboard.tabTo(page, "[id^='p-']");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        Keyboard.enter(page);
        reviewsAreDue();
        page.navigate(url("/reviews"));
        Look.at(page, "reviews");
        Keyboard.tabTo(page, "main [type=radio]");
        page.keyboard().press("Space");
        Keyboard.press(page, "Save all");
        assertThat(words(page)).contains("One outcome recorded.", "Nothing is due for review");
    }

    @Test
    void aTutorHasNoSessionsAndAnotherSchoolFindsNothing() {
        var adviser = browser.signedIn(port, school.person(Role.ADVISER));
        planned(adviser);
        var address = adviser.url();

        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(address).status()).isEqualTo(403);
        assertThat(tutor.navigate(url("/reviews")).status()).isEqualTo(403);
        var foreign = browser.signedIn(port, schools.school().person(Role.ADVISER));
        assertThat(foreign.navigate(address).status()).isEqualTo(404);
    }

    /** A session of today, as far as the choice of its students. */
    private void planned(Page page) {
        page.navigate(url("/sessions/new?intervention=MAT-01"));
        Browser.fillDay(page, "on", TODAY);
        page.fill("#places", "12");
        page.click("button:has-text('Continue')");
        page.waitForURL("**/students");
    }

    private void reviewsAreDue() {
        students.in(
                school.id(),
                () -> sql.sql("insert into delivery_reviews (school_id, id, delivery, review_on, staff, recorded_at)"
                                + " select school_id, gen_random_uuid(), id, on_day, staff, now() from deliveries"
                                + " where what = 'DELIVERED'")
                        .update());
    }

    private static void present(Page page, int line) {
        page.locator("input[value='delivered']").nth(line).check();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
