package signpost.api.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** Assignments as a head of destinations and an administrator work on them. */
@SignpostTest
class AssignmentPagesTest {

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
    void fourStudents() {
        school = schools.school();
        add("Priya Shah", Role.ADVISER);
        add("Tom Reed", Role.ADVISER);
        add("Jo Park", Role.TUTOR);
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status",
                "A1,Thornley,Maya,11,11B,C",
                "A2,Byrne,Leo,11,11A,C",
                "A3,Osei,Ama,10,10A,C",
                "A4,Quill,Finn,10,10A,C");
    }

    @Test
    void aHeadOfDestinationsGivesEveryStudentAnAdviserByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        open(page, "/assignments");
        assertThat(words(page, "#nobodys")).isEqualTo("4 students have no adviser");
        Keyboard.press(page, "Change the rules");
        Keyboard.tabTo(page, "#year-1");
        page.keyboard().type("Year 11");
        Keyboard.tabTo(page, "#staff-1");
        page.keyboard().type("Priya");
        Keyboard.tabTo(page, "#staff-2");
        page.keyboard().type("Tom");
        Keyboard.press(page, "Show what would change");
        assertThat(words(page)).contains("4 students have another adviser", "Nobody Tom Reed 2");
        Look.atBoth(page, "assignment-preview");
        Keyboard.press(page, "Change it");

        assertThat(words(page))
                .contains("Changed. 4 students have another adviser.", "Every student has an adviser")
                .contains("Year 11: Priya Shah", "Everybody else: Tom Reed");
        Look.atBoth(page, "assignments");
        open(page, "/assignments/move");
        page.selectOption("#from", new SelectOption().setLabel("Priya Shah"));
        page.selectOption("#to", new SelectOption().setLabel("Tom Reed"));
        page.click("text=Show what would change");
        Keyboard.press(page, "Change it");
        Look.at(page, "assignments-moved");
        Keyboard.press(page, "Undo");
        assertThat(words(page)).contains("Undone. 2 students have another adviser.");
    }

    @Test
    void anAdministratorMovesAWholeCaseloadOnAPhoneWithoutScriptsAndSeesNoStudent() {
        var page = browser.phone(port, school.person(Role.ADMINISTRATOR));
        open(page, "/assignments/rules");
        page.selectOption("#staff-1", new SelectOption().setLabel("Priya Shah"));
        page.click("text=Show what would change");
        page.click("text=Change it");
        page.click("text=Give a whole caseload to a colleague");
        page.click("text=Show what would change");
        assertThat(words(page, ".govuk-error-summary")).contains("Choose whose caseload", "Choose who has it");
        page.selectOption("#from", new SelectOption().setLabel("Priya Shah"));
        page.selectOption("#to", new SelectOption().setLabel("Tom Reed"));
        page.click("text=Show what would change");
        assertThat(words(page)).contains("Priya Shah Tom Reed 4");
        page.click("text=Go back");
        assertThat(page.inputValue("#to")).isNotEmpty();
        page.click("text=Show what would change");
        page.click("text=Change it");

        assertThat(words(page))
                .contains("Everybody else: Tom Reed")
                .doesNotContain("Give students by hand")
                .doesNotContain("Thornley");
        assertThat(words(page)).contains("Today the whole caseload of Priya Shah went to Tom Reed.");
        Look.at(page, "assignments-moved");
        page.click("button:has-text('Undo')");
        assertThat(words(page))
                .contains("Undone. 4 students have another adviser.", "Everybody else: Priya Shah")
                .doesNotContain("Today the whole caseload");
        open(page, "/assignments/history");
        assertThat(words(page)).contains("A whole caseload went back from Tom Reed to Priya Shah");
        assertThat(open(page, "/assignments/students")).isEqualTo(403);
        assertThat(open(page, "/assignments/students/" + cohort.idOf(school.id(), "A1")))
                .isEqualTo(403);
    }

    @Test
    void tickedStudentsGoToAnAdviserByHandAndOneGoesBackToTheRules() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        open(page, "/assignments/students?whose=nobody");
        page.click("text=Show what would change");
        assertThat(words(page, ".govuk-error-summary")).contains("Tick the students", "Choose an adviser");
        page.check("text=Maya Thornley");
        page.check("text=Leo Byrne");
        page.click("text=Show what would change");
        assertThat(page.isChecked("text=Leo Byrne"))
                .as("what was ticked is kept")
                .isTrue();
        Look.atBoth(page, "assignment-students");
        page.selectOption("#to", new SelectOption().setLabel("Tom Reed"));
        page.click("text=Show what would change");
        page.click("text=Change it");
        assertThat(words(page)).contains("2 students have another adviser", "Tom Reed 2 2");

        open(page, "/students/" + cohort.idOf(school.id(), "A1"));
        page.click("text=Change the careers adviser");
        assertThat(words(page)).contains("Now: Tom Reed, given by hand", "Given to Tom Reed by hand");
        Look.atBoth(page, "assignment-student");
        page.selectOption("#to", "rules");
        page.click("text=Show what would change");
        page.click("text=Change it");
        assertThat(words(page)).contains("One student has another adviser", "Tom Reed 1 1");
        page.click("text=What was changed");
        assertThat(words(page)).contains("Students were given an adviser by hand");
        Look.atBoth(page, "assignment-history");
    }

    @Test
    void coverAndTutorGroupsAreArranged() {
        var page = browser.signedIn(port, school.person(Role.ADMINISTRATOR));
        open(page, "/assignments/cover");
        page.selectOption("#absent", new SelectOption().setLabel("Priya Shah"));
        page.check("label:has-text('Priya Shah')");
        page.click("button:has-text('Arrange cover')");
        assertThat(words(page, ".govuk-error-summary"))
                .contains("Nobody stands in for themselves", "Enter the last day");
        Look.atBoth(page, "assignment-cover");
        page.uncheck("label:has-text('Priya Shah')");
        page.check("label:has-text('Tom Reed')");
        var last = LocalDate.now().plusDays(3);
        Browser.fillDay(page, "to", last);
        page.click("button:has-text('Arrange cover')");
        assertThat(words(page)).contains("Priya Shah is covered until " + Dates.words(last));
        open(page, "/assignments");
        assertThat(words(page)).contains("Away, covered by Tom Reed", "Stands in for Priya Shah");
        open(page, "/assignments/cover");
        page.click("button:has-text('End now')");
        assertThat(words(page)).contains("The cover has ended", "Nobody is covered");

        var other = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        open(other, "/assignments/tutor-groups");
        open(page, "/assignments/tutor-groups");
        page.selectOption("select[name='tutor-1-1']", new SelectOption().setLabel("Jo Park"));
        Look.atBoth(page, "assignment-tutor-groups");
        page.click("text=Save");
        assertThat(words(page)).contains("One group was changed");
        other.selectOption("select[name='tutor-2-1']", new SelectOption().setLabel("Jo Park"));
        other.click("text=Save");
        assertThat(words(other)).contains("Changed since you opened it", "Group 10A has now: Jo Park");
        assertThat(other.inputValue("select[name='tutor-2-1']")).isNotEmpty();
    }

    @Test
    void whoMayNotAssignIsRefusedAndSeesNoLink() {
        for (var role : List.of(Role.ADVISER, Role.TUTOR)) {
            var page = browser.signedIn(port, school.person(role));
            page.navigate("http://localhost:" + port + "/school");
            assertThat(words(page, "body")).contains("Rule book").doesNotContain("Assignments");
            for (var path : List.of("", "/rules", "/move", "/cover", "/tutor-groups", "/history", "/students")) {
                assertThat(page.request()
                                .get("http://localhost:" + port + "/assignments" + path)
                                .status())
                        .as(role + path)
                        .isEqualTo(403);
            }
        }
    }

    private void add(String name, Role role) {
        school.schools().addStaff(school.id(), "u-" + UUID.randomUUID(), name, Set.of(role), TestSchools.PASSWORD);
    }

    private int open(Page page, String path) {
        return page.navigate("http://localhost:" + port + path).status();
    }
}
