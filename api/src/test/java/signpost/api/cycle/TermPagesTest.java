package signpost.api.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.cycle.SchoolYear.TODAY;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.TermCalendar;
import signpost.engine.vocabulary.Dates;

/** A term as a head of destinations runs it. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermPagesTest {

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
    void aSchoolInTheMiddleOfItsAutumn() {
        school = schools.school();
        SchoolYear.around(students, sql, school.id(), 10);
        students.enrol(school.id(), "A1", WEAK_MATHS);
        cohort.settle(school.id());
    }

    @Test
    void aTermIsReviewedClosedAndTheNextOpenedByKeyboardAlone() {
        var page = browser.page();
        Browser.signIn(page, port, school.person(Role.HEAD_OF_DESTINATIONS));
        enter(page, "The school");
        looked(page, "school");
        enter(page, "Terms");
        looked(page, "terms");
        enter(page, "Autumn term");
        looked(page, "term");
        enter(page, "Mark as reviewed");
        assertThat(text(page)).contains("is marked as reviewed", "Marked as reviewed", "Sam H");
        enter(page, "See what closing it would do");
        assertThat(text(page)).contains("expire", "(1 student)");
        looked(page, "term-close");
        students.enrol(school.id(), "A2", WEAK_MATHS);
        cohort.settle(school.id());
        enter(page, "Close the term");
        assertThat(text(page)).contains("Nothing was closed. The figures below are new", "(2 students)");
        enter(page, "Close the term");
        assertThat(text(page)).contains("is closed.", "expired", "Closed");
        enter(page, "Terms");
        enter(page, "Spring term");
        enter(page, "See what opening it would do");
        assertThat(text(page)).contains("know the flags of 2 students");
        looked(page, "term-open");
        enter(page, "Open the term today");
        assertThat(text(page)).contains("is open. Every student is being evaluated", Dates.words(TODAY));
        page.waitForSelector("#run:has-text('2 students were evaluated')");
        assertThat(text(page)).contains("Begun by Sam H");
        enter(page, "Evaluate everybody now");
        page.waitForSelector("#run:has-text('Nothing changed')");
        looked(page, "term-run");
    }

    @Test
    void daysAreChangedOnAPhoneWithoutScriptsAndMistakesToldAllAtOnce() {
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        Browser.signIn(page, port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/terms"));
        shoot(page, "terms-390");
        page.navigate(url("/terms/years/" + TermCalendar.academicYear(TODAY)));
        fill(page, "autumn-ends", TODAY.plusDays(3));
        fill(page, "autumn-starts", TODAY.plusDays(6));
        page.fill("#spring-ends-month", "13");
        page.click("button:has-text('Keep these days')");
        assertThat(page.locator(".govuk-error-summary").textContent())
                .contains("There is a gap from " + Dates.words(TODAY.plusDays(4)), "enter a day that exists");
        assertThat(page.inputValue("#spring-ends-month")).isEqualTo("13");
        assertThat(page.inputValue("#autumn-starts-day"))
                .isEqualTo("" + TODAY.plusDays(6).getDayOfMonth());
        shoot(page, "term-days-mistakes-390");

        fill(page, "autumn-starts", TODAY.plusDays(4));
        fill(page, "spring-ends", TODAY.plusDays(30));
        fill(page, "spring-starts", TODAY.plusDays(31));
        page.click("button:has-text('Keep these days')");
        assertThat(text(page))
                .contains("have these days", Dates.words(TODAY.plusDays(3)), Dates.words(TODAY.plusDays(31)));
    }

    @Test
    void yearGroupsAreMovedUpAndBackOnAPhoneWithoutScripts() {
        students.in(
                school.id(),
                () -> sql.sql("update observations set observed_on = :day, confirmed_on = :day")
                        .param("day", TODAY.minusDays(500))
                        .update());
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        Browser.signIn(page, port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/terms"));
        page.click("a:has-text('Move year groups up') >> nth=0");
        assertThat(text(page)).contains("Year 10");
        page.selectOption("#last", "11");
        page.click("button:has-text('Show')");
        shoot(page, "roll-over-390");
        page.click("button:has-text('Move 1 student up, let 0 leave')");
        assertThat(text(page)).contains("1 student moved up", "1 student stands as it left them");
        page.click("button:has-text('Take it back')");
        assertThat(text(page)).contains("Taken back: 1 student as before", "Year 10", "Sam H");
        var wide = browser.page();
        Browser.signIn(wide, port, school.person(Role.HEAD_OF_DESTINATIONS));
        wide.navigate(page.url());
        looked(wide, "roll-over");
    }

    @Test
    void theLaterOfTwoIsToldWhichDaysTheOtherChose() {
        var first = browser.page();
        Browser.signIn(first, port, school.person(Role.HEAD_OF_DESTINATIONS));
        var days = url("/terms/years/" + TermCalendar.academicYear(TODAY));
        first.navigate(days);
        looked(first, "term-days");
        students.in(school.id(), () -> {
            sql.sql("update terms set ends_on = ends_on + 2 where season = 'AUTUMN'")
                    .update();
            sql.sql("update terms set starts_on = starts_on + 2 where season = 'SPRING'")
                    .update();
        });
        fill(first, "autumn-ends", TODAY.plusDays(5));
        first.click("button:has-text('Keep these days')");
        assertThat(text(first)).contains("is now from", Dates.words(TODAY.plusDays(12)), "Nothing was changed");
        assertThat(first.inputValue("#autumn-ends-day"))
                .isEqualTo("" + TODAY.plusDays(5).getDayOfMonth());
    }

    @Test
    void advisersSeeTermsAndOnlyAHeadOfDestinationsRunsThem() {
        var page = browser.page();
        Browser.signIn(page, port, school.person(Role.ADVISER));
        page.navigate(url("/terms"));
        assertThat(text(page)).doesNotContain("Change the days");
        page.click("main a:has-text('Autumn term')");
        assertThat(text(page)).doesNotContain("Review and close");
        var term = page.url();
        assertThat(page.navigate(term + "/close").status()).isEqualTo(403);
        assertThat(page.navigate(url("/terms/years/" + TermCalendar.academicYear(TODAY)))
                        .status())
                .isEqualTo(403);

        school = schools.school();
        var foreign = browser.page();
        Browser.signIn(foreign, port, school.person(Role.HEAD_OF_DESTINATIONS));
        assertThat(foreign.navigate(term).status()).isEqualTo(404);
    }

    private static void fill(Page page, String name, LocalDate day) {
        page.fill("#" + name + "-day", "" + day.getDayOfMonth());
        page.fill("#" + name + "-month", "" + day.getMonthValue());
        page.fill("#" + name + "-year", "" + day.getYear());
    }

    /** Moves to a link or button by Tab and presses Enter. */
    private static void enter(Page page, String words) {
        for (int step = 0; step < 60; step++) {
            page.keyboard().press("Tab");
            if ((Boolean)
                    page.evaluate("words => document.activeElement.textContent.trim().startsWith(words)", words)) {
                page.evaluate("document.body.dataset.former = 'yes'");
                page.keyboard().press("Enter");
                page.waitForSelector("body:not([data-former])");
                page.waitForLoadState();
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + words);
    }

    private static String text(Page page) {
        page.waitForLoadState();
        return page.locator("main").textContent().replaceAll("\\s+", " ");
    }

    private static void looked(Page page, String name) {
        assertAccessible(page);
        shoot(page, name + "-1280");
    }

    private static void shoot(Page page, String name) {
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits")
                .isTrue();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
