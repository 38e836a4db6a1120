package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

/** Finding a student, narrowing the list and keeping it, as an adviser walks it. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseloadPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    TestSchools.TestSchool school;

    @BeforeAll
    void aSchoolWithLeavers() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,sen_provision,in_care,attendance_pct",
                "A1,Thornley,Maya,11,11B,C,K,N,84.123",
                "A2,Ashby,Zoë,11,11C,C,N,Y,71",
                "A3,Brook,Imran,10,10A,C,N,N,88",
                "A4,Carr,Noor,12,,P,N,N,");
    }

    @Test
    void aStudentIsFoundAListNarrowedKeptAndLetGoByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        Keyboard.tabTo(page, "#fragment");
        page.keyboard().type("zoe");
        Keyboard.enter(page);
        assertThat(page.locator(".signpost-found").count()).isOne();
        assertThat(page.url()).doesNotContain("zoe");
        assertThat(page.locator("tbody th").allTextContents()).containsExactly("Zoë Ashby");
        assertAccessible(page);

        page.navigate(url("/caseload"));
        Keyboard.tabTo(page, "#year");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        Keyboard.press(page, "Filter");
        assertThat(names(page)).containsExactlyInAnyOrder("Maya Thornley", "Zoë Ashby");
        assertThat(words(page, "#year option:checked")).isEqualTo("Year 11 (2)");
        assertThat(words(page)).contains("84.1%").doesNotContain("84.123");
        Keyboard.press(page, "Save this list");
        Keyboard.press(page, "Save");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter a name for the list");
        Look.at(page, "saved-views-mistake");
        Keyboard.tabTo(page, "#name");
        page.keyboard().type("My year 11");
        Keyboard.enter(page);
        assertThat(words(page, ".signpost-views a[aria-current=page]")).isEqualTo("My year 11");
        assertThat(names(page)).hasSize(2);

        page.navigate(url("/caseload/views"));
        Look.at(page, "saved-views");
        Keyboard.press(page, "Remove");
        assertThat(words(page)).contains("You keep none yet");
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var page = browser.phone(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        page.fill("#fragment", "carr");
        page.click("button:has-text('Find')");
        page.waitForSelector(".signpost-found");
        assertThat(page.locator("tbody th").allTextContents()).containsExactly("Noor Carr");
        assertThat(page.url()).contains("found=yes").doesNotContain("carr");
        page.click("text=Show everybody");
        page.waitForSelector(
                ".signpost-found",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.selectOption("#students", "left");
        page.click("button:has-text('Filter')");
        page.waitForSelector("text=Save this list");
        assertThat(page.locator("tbody th").allTextContents()).containsExactly("Noor Carr");
        page.click("text=Save this list");
        page.waitForSelector("#name");
        page.fill("#name", "Left");
        page.click("form button:has-text('Save')");
        assertThat(page.waitForSelector(".govuk-notification-banner").textContent())
                .contains("“Left” is saved");
        page.navigate(url("/caseload/views"));
        Look.at(page, "saved-views");
        page.click("button:has-text('Remove')");
        page.waitForSelector(".govuk-notification-banner");
        assertThat(words(page)).contains("You keep none yet");
    }

    @Test
    void aTutorIsOfferedNothingThatTellsOfCare() {
        var page = browser.signedIn(port, school.person(Role.TUTOR));
        page.navigate(url("/caseload?view=all&care=Y&send=K&intervention=CAR-01"));
        assertThat(page.locator("tbody th").count()).isEqualTo(3);
        assertThat(page.locator("select")
                        .evaluateAll("all => all.map(one => one.id)")
                        .toString())
                .isEqualTo("[whose, students, year, group, status, flag, since]");
    }

    private static java.util.List<String> names(Page page) {
        return page.locator(".signpost-student h2").allTextContents();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
