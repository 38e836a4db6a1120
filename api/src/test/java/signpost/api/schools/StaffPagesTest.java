package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** Staff and tokens as an administrator looks after them. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    StaffRoom staff;

    Browser browser;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void anAdministratorAddsATutorWhoSetsAPasswordAndIsEndedAtOnce() {
        var page = browser.signedIn(port, schools.school().person(Role.ADMINISTRATOR));
        page.click("main a:has-text('Staff')");
        page.fill("#username", "jo." + System.nanoTime() + "@school.example");
        page.keyboard().press("Enter");
        assertThat(words(page)).contains("Enter their name", "Choose at least one role");
        assertThat(page.inputValue("#username")).isNotEmpty();
        looked(page, "staff");
        page.fill("#name", "Jo Park");
        page.check("label:has-text('Tutor')");
        page.focus("#name");
        page.keyboard().press("Enter");
        page.waitForSelector("#link");
        var link = page.textContent("#link");
        looked(page, "staff-link");

        var tutor = browser.page();
        tutor.navigate(link);
        tutor.fill("#password", TestSchools.PASSWORD);
        tutor.keyboard().press("Enter");
        tutor.waitForURL("**/sign-in?ready");
        page.click("text=Back to the staff");
        assertThat(page.content()).doesNotContain(link.substring(link.indexOf("key=")));
        var username = page.locator("tr:has-text('Jo Park') .staff-username")
                .textContent()
                .replaceFirst("^\\s+", "")
                .strip();
        tutor.fill("#username", username);
        tutor.fill("#password", TestSchools.PASSWORD);
        tutor.keyboard().press("Enter");
        tutor.waitForURL(address -> !address.contains("/sign-in"));

        page.click("text=Jo Park");
        looked(page, "staff-member");
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
        looked(page, "token-made");
        page.click("text=Back to the tokens");
        assertThat(page.content()).contains("Arbor").doesNotContain(secret);
        looked(page, "tokens");
        page.click("button:has-text('Revoke')");
        assertThat(words(page)).contains("does not work any more", "Revoked on");
        open(page, "/administration/who-may-see-what");
        looked(page, "who-may-see-what");
        open(page, "/administration");
        looked(page, "administration");
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static String words(Page page) {
        return page.locator("main").textContent().replaceAll("\\s+", " ");
    }

    private static void looked(Page page, String name) {
        assertAccessible(page);
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(name + " fits " + width)
                    .isTrue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", name + "-" + width + ".png")));
        }
    }
}
