package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** Staff and tokens as an administrator looks after them. */
@SignpostTest
class StaffPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    StaffRoom staff;

    @Test
    void anAdministratorAddsATutorWhoSetsAPasswordAndIsEndedAtOnce() {
        var page = browser.signedIn(port, schools.school().person(Role.ADMINISTRATOR));
        page.click("main a:has-text('Staff')");
        page.fill("#username", "jo." + System.nanoTime() + "@school.example");
        Keyboard.enter(page);
        assertThat(words(page)).contains("Enter their name", "Choose at least one role");
        assertThat(page.inputValue("#username")).isNotEmpty();
        Look.atBoth(page, "staff");
        page.fill("#username", "jo park");
        page.click("main form button:has-text('Add')");
        assertThat(words(page)).contains("Enter a username without spaces");
        page.fill("#username", "jo." + System.nanoTime() + "@school.example");
        page.fill("#name", "Jo Parc");
        page.check("label:has-text('Tutor')");
        page.focus("#name");
        Keyboard.enter(page);
        var link = page.textContent("#link");
        Look.atBoth(page, "staff-link");

        var tutor = browser.page();
        tutor.navigate(link);
        tutor.fill("#password", TestSchools.PASSWORD);
        Keyboard.enter(tutor);
        assertThat(tutor.url()).endsWith("/sign-in?ready");
        page.click("text=Back to the staff");
        assertThat(page.content()).doesNotContain(link.substring(link.indexOf("key=")));
        var username = words(page, "tr:has-text('Jo Parc') .staff-username");
        tutor.fill("#username", username);
        tutor.fill("#password", TestSchools.PASSWORD);
        Keyboard.enter(tutor);
        assertThat(tutor.url()).doesNotContain("/sign-in");

        page.click("text=Jo Parc");
        page.fill("#name", " ");
        page.click("button:has-text('Correct the name')");
        assertThat(words(page)).contains("Enter their name");
        page.fill("#name", "Jo Park");
        page.click("button:has-text('Correct the name')");
        assertThat(words(page)).contains("The name is Jo Park.", "Name corrected (Tutor)");
        Look.atBoth(page, "staff-member");
        page.click("button:has-text('End access')");
        assertThat(words(page)).contains("Jo Park cannot sign in any more", "Access ended (Tutor)");
        tutor.reload();
        assertThat(tutor.url()).as("signed out at once").contains("/sign-in");
    }

    @Test
    void rolesChangeAtOnceAndTheLastAdministratorStays() {
        var school = schools.school();
        var page = browser.pageWithoutScripts();
        page.setViewportSize(390, 844);
        var only = school.person(Role.ADMINISTRATOR);
        Browser.signIn(page, port, only);
        open(page, "/administration/staff/" + only.staffId());
        page.click("button:has-text('End access')");
        assertThat(words(page)).contains("The school needs an administrator");
        page.uncheck("label:has-text('Administrator')");
        page.check("label:has-text('Tutor')");
        page.click("button:has-text('Change roles')");
        assertThat(words(page)).contains("The school needs an administrator");
        assertThat(page.isChecked("label:has-text('Tutor')")).isTrue();

        var adviser = school.person(Role.ADVISER);
        var theirs = browser.signedIn(port, adviser);
        open(page, "/administration/staff/" + adviser.staffId());
        page.check("label:has-text('Administrator')");
        page.click("button:has-text('Change roles')");
        assertThat(words(page)).contains("Roles changed");
        theirs.reload();
        assertThat(theirs.url()).contains("/sign-in");
        open(page, "/administration/staff/" + only.staffId());
        page.click("button:has-text('End access')");
        assertThat(page.url()).as("signed out oneself").contains("/sign-in");
    }

    @Test
    void aPasswordThatOpensAnotherSchoolTooIsNotThisOnesToSet() {
        var ours = schools.school();
        var admin = ours.person(Role.ADMINISTRATOR);
        var both = schools.school().person(Role.ADVISER);
        ours.schools().addStaff(ours.id(), both.username(), "Sam Both", java.util.Set.of(Role.TUTOR));
        var member = schools.scope().within(ours.id(), () -> staff.all(ours.id())).stream()
                .filter(one -> one.name().equals("Sam Both"))
                .findFirst()
                .orElseThrow();
        assertThat(member.mayHaveLink()).isFalse();
        var answer = schools.scope().within(ours.id(), () -> staff.link(ours.id(), admin.staffId(), member.id()));
        assertThat(answer).isInstanceOf(StaffRoom.Answer.Refused.class);
        assertThat(schools.scope().within(ours.id(), () -> staff.find(ours.id(), both.staffId())))
                .as("another school's row is not there")
                .isEmpty();
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        var page = browser.signedIn(port, schools.school().person(Role.ADMINISTRATOR));
        open(page, "/administration/tokens");
        page.click("button:has-text('Make the token')");
        assertThat(words(page)).contains("Enter what the token is for", "Choose what it may do");
        page.fill("#name", "Arbor");
        page.check("label:has-text('students:write')");
        page.click("button:has-text('Make the token')");
        var secret = page.textContent("#token");
        assertThat(secret).matches("spt_[A-Za-z0-9_-]{43}");
        Look.atBoth(page, "token-made");
        page.click("text=Back to the tokens");
        assertThat(page.content()).contains("Arbor").doesNotContain(secret);
        Look.atBoth(page, "tokens");
        page.click("main table a:has-text('Revoke')");
        Look.atBoth(page, "token-revoke");
        page.click("text=Cancel");
        assertThat(words(page)).as("nothing is revoked unless it is said twice").contains("Works until");
        page.click("main table a:has-text('Revoke')");
        page.click("button:has-text('Revoke the token')");
        assertThat(words(page)).contains("does not work any more", "Revoked on");
        open(page, "/administration/who-may-see-what");
        Look.atBoth(page, "who-may-see-what");
        open(page, "/administration");
        Look.atBoth(page, "administration");
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
