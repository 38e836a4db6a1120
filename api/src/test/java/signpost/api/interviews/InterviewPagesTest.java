package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

/** An adviser takes an interview down while talking. */
@SignpostTest
class InterviewPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    TestSchools.TestSchool school;
    String student;

    @BeforeEach
    void aStudent() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,sectors,knows_fe",
                "A1,Thornley,Maya,11,11B,C,Health;Construction,2");
        student = "http://localhost:" + port + "/students/" + cohort.idOf(school.id(), "A1");
    }

    @Test
    void theWholeInterviewNeedsOnlyTheKeyboard() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(student);
        Keyboard.press(page, "Guidance interview");
        assertThat(page.locator("main input[type=radio]:checked:not([value=''])")
                        .count())
                .as("nothing is answered for the student")
                .isZero();
        assertThat(words(page, "#q-knows_fe-before")).contains("2 of 4", "from the school's MIS");
        Look.atBoth(page, "interview-form");

        Keyboard.tabTo(page, "[name='q.plan_state']:checked");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        Keyboard.tabTo(page, "[name='q.knows_fe']:checked");
        page.keyboard().press("4");
        Keyboard.tabTo(page, "#q-barriers-6");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "[name='w.barriers']");
        Keyboard.type(page, "The bus stops at five");
        Keyboard.tabTo(page, "#action-1-what");
        Keyboard.type(page, "Visit the college", "Student", "soon");
        Keyboard.press(page, "Save the interview");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter a day such as");
        Look.atBoth(page, "interview-mistakes");
        page.locator("#action-1-by").fill("4/12/2026");
        Keyboard.press(page, "Save the interview");

        assertThat(words(page))
                .contains(
                        "Post-16 plan: ideas, nothing applied for (was: not known)",
                        "Visit the college",
                        "something else: “The bus stops at five”");
        Look.atBoth(page, "interview");
        Keyboard.press(page, "Mark as done");
        assertThat(words(page)).contains("The action is marked as done.");
        page.navigate(student);
        assertThat(words(page, "section[aria-labelledby=interviews]"))
                .contains("Guidance interview", "Visit the college", "(done)");
        assertThat(words(page, "section[aria-labelledby=known]"))
                .containsIgnoringCase("something else: “The bus stops at five”");
    }

    @Test
    void theConversationThatWasAcceptedIsMarkedAsDeliveredAndCanBeTakenBack() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(student);
        page.click("button:has-text('Accept: Tutor careers conversation')");
        page.navigate(student + "/interviews/new?kind=tutor");
        page.fill("#notes", "Talked about the college");
        page.click(".signpost-save button:has-text('Save the interview')");

        page.waitForSelector("#changes");
        assertThat(words(page)).contains("The accepted “Tutor careers conversation” is marked as delivered");
        Look.atBoth(page, "interview-delivered");
        page.navigate(student);
        page.click("button:has-text('Undo: Delivered on')");
        assertThat(words(page)).contains("Undone: Tutor careers conversation.");
    }

    @Test
    void whatIsTypedOutlivesALostConnectionAndTheEndOfTheSession() {
        var person = school.person(Role.ADVISER);
        var page = browser.signedIn(port, person);
        page.clock().install();
        page.navigate(student + "/interviews/new?kind=guidance");
        page.context().setOffline(true);
        page.fill("#notes", "Half a sentence");
        page.focus("#present");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).hasText("Not saved yet, trying again.");
        page.context().setOffline(false);
        page.fill("#present", "Her mother");
        page.focus("#notes");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("Draft saved at");

        page.context().clearCookies();
        page.fill("#notes", "Half a sentence and the other");
        page.click(".signpost-save button:has-text('Save the interview')");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("you are signed out");
        assertThat(page.inputValue("#notes")).isEqualTo("Half a sentence and the other");
        Browser.signIn(page.context().newPage(), port, person);
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        PlaywrightAssertions.assertThat(page.locator("#draft-state")).containsText("Draft saved at");
        // A second click within a second of the first would count as a slip of the finger.
        page.clock().fastForward(1_000);
        page.click(".signpost-save button:has-text('Save the interview')");
        page.waitForSelector("#changes");
        assertThat(words(page)).contains("Half a sentence and the other", "Her mother");
        assertThat((String) page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                .as("nothing about a student stays in the browser")
                .doesNotContain("sentence", "mother", "Thornley", "Maya");
    }

    @Test
    void withoutScriptsOnAPhoneTheDraftIsSavedByAButton() {
        var page = browser.phone(port, school.person(Role.ADVISER));
        page.navigate(student);
        Look.at(page, "student-interviews");
        page.click("a:has-text('Leaver call')");
        page.fill("#q-sectors-1", "Health\nCatering");
        page.check("[name='q.knows_he'][value='?']");
        page.click("button:has-text('Save draft') >> nth=1");
        page.navigate(student + "/interviews/new?kind=leaver");
        assertThat(words(page, ".signpost-draft")).contains("This is your draft");
        assertThat(page.inputValue("#q-sectors-1").lines()).containsExactly("Health", "Catering");
        Look.at(page, "interview-draft");
        page.click(".signpost-save button:has-text('Save the interview')");
        page.waitForURL("**/interviews/*-*");
        assertThat(words(page))
                .contains("Leaver call", "Health, Catering", "asked; the student was not sure".substring(1));
        Look.at(page, "interview");
    }

    @Test
    void theLaterOfTwoIsToldAndWhoMayNotIsRefused() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(student + "/interviews/new?kind=tutor");
        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.navigate(student + "/interviews/new?kind=guidance").status())
                .isEqualTo(403);
        tutor.navigate(student + "/interviews/new?kind=tutor");
        assertThat(tutor.locator("[name='q.barriers']").count()).isZero();
        tutor.fill("#notes", "Seen in tutor time");
        tutor.click(".signpost-save button:has-text('Save the interview')");
        tutor.waitForSelector("#changes");

        page.fill("#notes", "Seen by the adviser");
        page.click(".signpost-save button:has-text('Save the interview')");
        page.waitForSelector("#news-title");
        assertThat(page.inputValue("#notes")).contains("Seen in tutor time", "Seen by the adviser");
        Look.atBoth(page, "interview-news");
        var stranger = browser.signedIn(port, schools.school().person(Role.ADVISER));
        assertThat(stranger.navigate(student + "/interviews/new?kind=guidance").status())
                .isEqualTo(404);
    }
}
