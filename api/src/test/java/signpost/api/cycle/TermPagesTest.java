package signpost.api.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.cycle.SchoolYear.TODAY;
import static signpost.api.testing.Look.words;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

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
import signpost.engine.profile.TermCalendar;
import signpost.engine.vocabulary.Dates;

/** A term as a head of destinations runs it. */
@SignpostTest
class TermPagesTest {

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
    void aSchoolInTheMiddleOfItsAutumn() {
        school = schools.school();
        SchoolYear.around(students, sql, school.id(), 10);
        students.enrol(school.id(), "A1", WEAK_MATHS);
        cohort.settle(school.id());
    }

    @Test
    void aTermIsReviewedClosedAndTheNextOpenedByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        Keyboard.press(page, "The school");
        Look.at(page, "school");
        Keyboard.press(page, "Terms");
        Look.at(page, "terms");
        Keyboard.press(page, "Autumn term");
        Look.at(page, "term");
        Keyboard.press(page, "Mark as reviewed");
        assertThat(words(page)).contains("is marked as reviewed", "Marked as reviewed", "Sam H");
        Keyboard.press(page, "See what closing it would do");
        assertThat(words(page)).contains("expire", "(1 student)");
        Look.at(page, "term-close");
        students.enrol(school.id(), "A2", WEAK_MATHS);
        cohort.settle(school.id());
        Keyboard.press(page, "Close the term");
        assertThat(words(page)).contains("Nothing was closed. The figures below are new", "(2 students)");
        Keyboard.press(page, "Close the term");
        assertThat(words(page)).contains("is closed.", "expired", "Closed");
        Keyboard.press(page, "Terms");
        Keyboard.press(page, "Spring term");
        Keyboard.press(page, "See what opening it would do");
        assertThat(words(page)).contains("know the flags of 2 students");
        Look.at(page, "term-open");
        Keyboard.press(page, "Open the term today");
        assertThat(words(page)).contains("is open. Every student is being evaluated", Dates.words(TODAY));
        page.waitForSelector("#run:has-text('2 students were evaluated')");
        assertThat(words(page)).contains("Begun by Sam H");
        Keyboard.press(page, "Evaluate everybody now");
        page.waitForSelector("#run:has-text('Nothing changed')");
        Look.at(page, "term-run");
    }

    @Test
    void daysAreChangedOnAPhoneWithoutScriptsAndMistakesToldAllAtOnce() {
        var page = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/terms"));
        Look.at(page, "terms");
        page.navigate(url("/terms/years/" + TermCalendar.academicYear(TODAY)));
        Browser.fillDay(page, "autumn-ends", TODAY.plusDays(3));
        Browser.fillDay(page, "autumn-starts", TODAY.plusDays(6));
        page.fill("#spring-ends-month", "13");
        page.click("button:has-text('Keep these days')");
        assertThat(words(page, ".govuk-error-summary"))
                .contains("There is a gap from " + Dates.words(TODAY.plusDays(4)), "enter a day that exists");
        assertThat(page.inputValue("#spring-ends-month")).isEqualTo("13");
        assertThat(page.inputValue("#autumn-starts-day"))
                .isEqualTo("" + TODAY.plusDays(6).getDayOfMonth());
        Look.at(page, "term-days-mistakes");

        Browser.fillDay(page, "autumn-starts", TODAY.plusDays(4));
        Browser.fillDay(page, "spring-ends", TODAY.plusDays(30));
        Browser.fillDay(page, "spring-starts", TODAY.plusDays(31));
        page.click("button:has-text('Keep these days')");
        assertThat(words(page))
                .contains("have these days", Dates.words(TODAY.plusDays(3)), Dates.words(TODAY.plusDays(31)));
    }

    @Test
    void yearGroupsAreMovedUpAndBackOnAPhoneWithoutScripts() {
        students.in(
                school.id(),
                () -> sql.sql("update observations set observed_on = :day, confirmed_on = :day")
                        .param("day", TODAY.minusDays(500))
                        .update());
        var page = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/terms"));
        page.click("a:has-text('Move year groups up') >> nth=0");
        assertThat(words(page)).contains("Year 10");
        page.selectOption("#last", "11");
        page.click("button:has-text('Show')");
        Look.at(page, "roll-over");
        page.click("button:has-text('Move 1 student up, let 0 leave')");
        assertThat(words(page))
                .contains("1 student moved up", "It moved 1 up, let 0 leave", "1 student stands as it left them");
        page.click("button:has-text('Take it back')");
        assertThat(words(page)).contains("Taken back: 1 student as before", "Year 10", "Sam H");
        var wide = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        wide.navigate(page.url());
        Look.at(wide, "roll-over");
    }

    @Test
    void theLaterOfTwoIsToldWhichDaysTheOtherChose() {
        var first = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        var days = url("/terms/years/" + TermCalendar.academicYear(TODAY));
        first.navigate(days);
        Look.at(first, "term-days");
        students.in(school.id(), () -> {
            sql.sql("update terms set ends_on = ends_on + 2 where season = 'AUTUMN'")
                    .update();
            sql.sql("update terms set starts_on = starts_on + 2 where season = 'SPRING'")
                    .update();
        });
        Browser.fillDay(first, "autumn-ends", TODAY.plusDays(5));
        first.click("button:has-text('Keep these days')");
        assertThat(words(first)).contains("is now from", Dates.words(TODAY.plusDays(12)), "Nothing was changed");
        assertThat(first.inputValue("#autumn-ends-day"))
                .isEqualTo("" + TODAY.plusDays(5).getDayOfMonth());
    }

    @Test
    void advisersSeeTermsAndOnlyAHeadOfDestinationsRunsThem() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/terms"));
        assertThat(words(page)).doesNotContain("Change the days");
        page.click("main a:has-text('Autumn term')");
        assertThat(words(page)).doesNotContain("Review and close");
        var term = page.url();
        assertThat(page.navigate(term + "/close").status()).isEqualTo(403);
        assertThat(page.navigate(url("/terms/years/" + TermCalendar.academicYear(TODAY)))
                        .status())
                .isEqualTo(403);

        school = schools.school();
        var foreign = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        assertThat(foreign.navigate(term).status()).isEqualTo(404);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
