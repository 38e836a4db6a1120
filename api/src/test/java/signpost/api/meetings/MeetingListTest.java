package signpost.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** The list for a pastoral meeting, as an adviser makes it and as a tutor sees it. */
@SignpostTest
@Import(CountedStatements.class)
class MeetingListTest {

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
    void aFewStudents() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct,sen_provision,future_career_plan",
                "A1,Thornley,Maya,11,11B,C,84,,",
                "A2,Okafor,=Daniel,11,11A,C,97,E,N",
                "A3,Pearson,Katie,10,10A,C,84,,");
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set state = 'ACCEPTED', decided_term_id = term_id"
                                + " where intervention = 'ATT-01'")
                        .update());
    }

    @Test
    void chosenByKeyboardPickedAndPrintedOnA4Landscape() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/meeting-list"));
        assertThat(page.locator("table").count()).isZero();
        Keyboard.tabTo(page, "#year");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        Keyboard.enter(page);
        assertThat(page.url()).contains("year=11");
        assertThat(words(page))
                .contains("Maya Thornley", "Attendance plan", "pastoral team")
                .doesNotContain("Katie");
        Look.at(page, "meeting-list");

        Keyboard.press(page, "Add the action");
        assertThat(words(page, ".govuk-error-summary")).contains("Choose the student", "Enter who");
        page.selectOption("#student", new com.microsoft.playwright.options.SelectOption().setLabel("Maya Thornley"));
        page.fill("#what", "Meet the family");
        page.fill("#who", "=Head of year");
        Keyboard.press(page, "Add the action");
        assertThat(words(page)).contains("The action is added", "Meet the family", "=Head of year");
        assertThat(page.url()).contains("year=11");
        assertThat(page.request().get(url("/meeting-list.csv?year=11")).text())
                .contains("Meet the family,'=Head of year");

        Keyboard.tabTo(page, "[id^=pick-]");
        page.keyboard().press("Space");
        Keyboard.enter(page);
        assertThat(page.url()).contains("pick=");
        assertThat(page.locator("tbody").count()).isOne();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator("form.signpost-filter").isVisible()).isFalse();
        assertThat(page.locator("header").isVisible()).isFalse();
    }

    @Test
    void onAPhoneWithoutScriptsItIsAList() {
        var page = browser.phone(port, school.person(Role.ADVISER));
        page.navigate(url("/meeting-list"));
        page.selectOption("#group", "11B");
        page.click("button:has-text('Show')");
        assertThat(words(page)).contains("Maya Thornley").doesNotContain("Okafor");
        Look.at(page, "meeting-list");
    }

    @Test
    void theFileRunsNothingInASpreadsheet() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        var file = page.request().get(url("/meeting-list.csv?year=11"));
        assertThat(file.headers().get("content-disposition")).contains("attachment");
        assertThat(file.text())
                .startsWith("\uFEFFStudent,Year and group,Need,Agreed action,Who,By when")
                .contains("'=Daniel Okafor", "Attendance plan")
                .doesNotContain("\n=");
    }

    @Test
    void aTutorSeesNoNeedThatRestsOnHealthAndAnotherSchoolNobody() {
        var adviser = browser.signedIn(port, school.person(Role.ADVISER));
        adviser.navigate(url("/meeting-list?group=11A"));
        assertThat(words(adviser)).contains("SEND without a plan");

        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        tutor.navigate(url("/meeting-list?group=11A"));
        assertThat(words(tutor))
                .contains("Okafor", "Restricted to careers advisers")
                .doesNotContain("SEND");
        assertThat(tutor.request().get(url("/meeting-list.csv?group=11A")).text())
                .contains("Restricted to careers advisers")
                .doesNotContain("SEND");

        var foreign = browser.signedIn(port, schools.school().person(Role.ADVISER));
        foreign.navigate(url("/meeting-list?pick=" + cohort.idOf(school.id(), "A1")));
        assertThat(words(foreign)).contains("Nobody fits");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
