package signpost.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import signpost.engine.rulebook.Severity;

/** The list for a pastoral meeting, as an adviser makes it and as a tutor sees it. */
@SignpostTest
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

    @Autowired
    MeetingStudents meeting;

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
        page.navigate(url("/meeting-list?year=11"));
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

    @Test
    void aMistypedYearIsHandedBackWithWhatWasTyped() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/meeting-list?year=11"));
        page.locator("select[name=student]")
                .selectOption(cohort.idOf(school.id(), "A1").toString());
        page.fill("#what", "Visit the college");
        page.fill("#who", "Student");
        page.fill("#by-day", "4");
        page.fill("#by-month", "12");
        for (var year : new String[] {"20261", "2020", "2199"}) {
            page.fill("#by-year", year);
            page.focus("#what");
            Keyboard.enter(page);
            assertThat(words(page, ".govuk-error-summary")).contains("Enter a day");
            assertThat(page.inputValue("#what")).isEqualTo("Visit the college");
        }
        page.fill("#by-year", "" + (LocalDate.now().getYear() + 1));
        page.focus("#what");
        Keyboard.enter(page);
        page.navigate(url("/students/" + cohort.idOf(school.id(), "A1")));
        page.click("section[aria-labelledby=interviews] button:has-text('Mark as done')");
        assertThat(words(page)).contains("The action is marked as done.");
        assertThat(words(page, "section[aria-labelledby=interviews]"))
                .contains("Agreed in meetings", "Visit the college", "Done on");
    }

    @Test
    void aPersonsFlagCountsAndCanBeChosenByAndWhoHasLeftIsNotTalkedOf() {
        var adviser = school.person(Role.ADVISER);
        students.flag(
                school.id(),
                cohort.idOf(school.id(), "A2"),
                adviser.staffId(),
                "Unsettled since the move",
                Severity.HIGH);
        students.flag(school.id(), cohort.idOf(school.id(), "A1"), adviser.staffId(), "Left in a hurry", Severity.HIGH);
        students.tell(school.id(), cohort.idOf(school.id(), "A1"), Map.of("enrol_status", "P"));

        var all = found(null);
        assertThat(all).extracting(MeetingStudents.Row::name).containsExactly("=Daniel Okafor", "Katie Pearson");
        assertThat(all.get(0).flags()).extracting(flag -> flag.flag()).contains("Unsettled since the move");
        assertThat(found("Unsettled since the move")).hasSize(1);
        var choices = schools.scope().within(school.id(), () -> meeting.choices(school.id()));
        assertThat(choices.groups()).containsExactly("10A", "11A");
        assertThat(choices.flags()).contains("Unsettled since the move").doesNotContain("Left in a hurry");
    }

    private List<MeetingStudents.Row> found(@Nullable String flag) {
        return schools.scope()
                .within(school.id(), () -> meeting.of(school.id(), Chosen.of(null, null, flag, null), 10));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
