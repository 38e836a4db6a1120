package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

@SignpostTest
class SignInTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Test
    void anAdviserSignsInAndOut() {
        var school = schools.school();
        var adviser = school.person(Role.ADVISER);
        var page = browser.page();
        var complaints = new java.util.ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                complaints.add(message.text());
            }
        });

        page.navigate(url("/no-such-page"));
        assertThat(page.url()).endsWith("/sign-in");
        assertAccessible(page);
        signIn(page, adviser.username(), TestSchools.PASSWORD);

        assertThat(words(page, "h1")).isEqualTo("Page not found");
        assertThat(words(page, "body")).contains(adviser.displayName(), school.name(), "The school");
        assertAccessible(page);

        page.locator("text=Sign out").click();
        assertThat(words(page, "body")).contains("You have signed out");
        page.navigate(url("/no-such-page"));
        assertThat(page.url()).endsWith("/sign-in");
        assertThat(complaints).isEmpty();
    }

    @Test
    void signingInWorksWithoutScripts() {
        var page = browser.pageWithoutScripts();
        page.navigate(url("/no-such-page"));
        signIn(page, schools.school().person(Role.TUTOR).username(), TestSchools.PASSWORD);
        assertThat(words(page, "h1")).isEqualTo("Page not found");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldTheSame() {
        var page = browser.page();
        page.navigate(url("/sign-in"));
        signIn(page, schools.school().person(Role.TUTOR).username(), "wrong");
        var wrong = words(page, ".govuk-error-summary");
        assertAccessible(page);
        signIn(page, "nobody-of-this-name", "wrong");
        assertThat(words(page, ".govuk-error-summary")).isEqualTo(wrong);
    }

    @Test
    void nineWrongPasswordsDoNotLockTheAccount() {
        var tutor = schools.school().person(Role.TUTOR);
        var page = browser.pageWithoutScripts();
        page.navigate(url("/sign-in"));
        for (int i = 1; i < Accounts.ATTEMPTS_ALLOWED; i++) {
            signIn(page, tutor.username(), "wrong");
        }
        signIn(page, tutor.username(), TestSchools.PASSWORD);
        assertThat(words(page, "h1")).isEqualTo("This week");
    }

    @Test
    void whatCannotBeAUsernameIsRefusedLikeAnyOther() {
        var page = browser.pageWithoutScripts();
        page.navigate(url("/sign-in"));
        page.evaluate("() => document.querySelector('#username').value = 'a\\u0000b'");
        page.fill("#password", "wrong");
        page.click("button:has-text('Sign in')");
        assertThat(page.locator(".govuk-error-summary").count()).isOne();
    }

    @Test
    void tenWrongPasswordsLockTheAccountEvenForTheRightOne() {
        var tutor = schools.school().person(Role.TUTOR);
        var page = browser.pageWithoutScripts();
        page.navigate(url("/sign-in"));
        for (int i = 0; i < Accounts.ATTEMPTS_ALLOWED; i++) {
            signIn(page, tutor.username(), "wrong");
        }
        signIn(page, tutor.username(), TestSchools.PASSWORD);
        assertThat(words(page, ".govuk-error-summary")).contains("wait 15 minutes");
    }

    private static void signIn(Page page, String username, String password) {
        page.fill("#username", username);
        page.fill("#password", password);
        Keyboard.enter(page);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
