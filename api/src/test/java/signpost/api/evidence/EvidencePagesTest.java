package signpost.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
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

/** The history of a recommendation, several decided alike, and what the head of destinations sees of it. */
@SignpostTest
class EvidencePagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Test
    void severalAreDecidedAlikeAndLeaveEvidenceByKeyboard() {
        var school = pupils();
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        Keyboard.press(page, "Decide alike");
        chooseFirst(page);
        assertThat(page.locator("input:checked").count()).isZero();
        assertThat(page.locator(".signpost-alike__why").first().textContent()).contains("84%");
        Keyboard.press(page, "Decide for all ticked");
        assertThat(words(page, ".govuk-error-summary"))
                .contains("Tick the students you decide on", "Choose what you decide");
        Look.at(page, "alike");
        Keyboard.tabTo(page, "#student-1");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "#student-2");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "#outcome-1");
        page.keyboard().press("Space");
        Keyboard.press(page, "Decide for all ticked");
        assertThat(words(page)).contains("Accepted for 2 students.");

        page.locator(".signpost-alike__why a").first().click();
        Keyboard.press(page, "History");
        assertThat(words(page)).contains("Suggested", "Asked for by rule book", "Reasons shown to Sam A");
        Look.at(page, "history");
        assertThat(page.navigate(url("/evidence")).status()).isEqualTo(403);

        var head = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        Keyboard.press(head, "The school");
        Keyboard.press(head, "Evidence");
        assertThat(words(head)).contains("By rule", "Persistent absence", "By person", "Sam A");
        Look.at(head, "evidence");
        var file = head.request().get(url("/evidence/people.csv"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).startsWith("person,suggested,accepted").contains("Sam A,");
        assertThat(head.request().get(url("/evidence/nothing.csv")).status()).isEqualTo(404);
    }

    @Test
    void theSameOnAPhoneWithoutScripts() {
        var school = pupils();
        var page = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/caseload/alike"));
        chooseFirst(page);
        Look.at(page, "alike");
        page.check("#student-1");
        page.check("#outcome-2");
        page.selectOption("#overrideReason", "NO-CAPACITY");
        page.click("button:has-text('Decide for all ticked')");
        assertThat(words(page)).contains("Overridden for 1 student.");
        page.locator(".signpost-alike__why a").first().click();
        page.locator("a:has-text('History')").first().click();
        Look.at(page, "history");
        page.navigate(url("/evidence"));
        assertThat(words(page)).contains("Overridden: no place or time this term, 1");
        Look.at(page, "evidence");
    }

    @Test
    void aTutorReachesNoneOfIt() {
        var school = pupils();
        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        for (var path : new String[] {"/caseload/alike", "/evidence", "/evidence/rules.csv"}) {
            assertThat(tutor.request().get(url(path)).status()).as(path).isEqualTo(403);
        }
        assertThat(tutor.content()).doesNotContain("Decide alike", "/evidence");
    }

    private TestSchools.TestSchool pupils() {
        var school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "A1,Thornley,Maya,11,11B,C,84",
                "A2,Marsh,Robin,11,11B,C,84",
                "A3,Okafor,Ife,11,11A,C,84");
        return school;
    }

    /** Of what is suggested, what attendance asks for. */
    private static void chooseFirst(Page page) {
        page.selectOption("#intervention", "ATT-01");
        page.click("button:has-text('Show the students')");
        page.waitForLoadState();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
