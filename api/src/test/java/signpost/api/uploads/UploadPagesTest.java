package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;

/** Files are sent, looked at and put into a draft by somebody without a mouse, and by somebody without scripts. */
@SignpostTest
class UploadPagesTest {

    private static final String REASONS = "catalogue/override-reasons.csv";
    private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, 0, 1};

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool school;
    private TestSchools.Person head;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS);
        draft = schools.scope()
                .within(
                        school.id(),
                        () -> typing.draft(
                                school.id(),
                                own(),
                                new Person(head.displayName(), Optional.of(head.accountId())),
                                Map.of()));
    }

    @Test
    void aTableComesInByKeyboardAlone() {
        Page page = browser.signedIn(port, head);
        page.navigate(address(""));
        Keyboard.press(page, "Upload files");
        Look.atBoth(page, "uploads");
        choose(page, "override-reasons (1).csv", text().replace("BETTER-OPTION", "OTHER-HELP"));
        Keyboard.press(page, "See what would change");
        assertThat(words(page)).contains("What would change", REASONS, "OTHER-HELP", "BETTER-OPTION");
        Look.atBoth(page, "upload");
        assertThat(text()).contains("BETTER-OPTION");
        Keyboard.press(page, "Put into the draft");
        assertThat(words(page)).contains("is in the draft");
        assertThat(text()).contains("OTHER-HELP").doesNotContain("BETTER-OPTION");
    }

    @Test
    void whatIsWrongWithAFileIsWhereTheKeyboardIs() {
        Page page = browser.signedIn(port, head);
        page.navigate(address("/uploads"));
        Keyboard.press(page, "See what would change");
        assertRefused(page, "Choose a file.");
        Keyboard.tabTo(page, ".govuk-error-summary a");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("file");

        choose(
                page,
                "book.zip",
                BookZip.pack(new BookFiles(Map.of("topics/holiday.txt", NO_TEXT, "topics/beach.txt", NO_TEXT))));
        Keyboard.press(page, "See what would change");
        assertRefused(page, "holiday.txt");
        assertThat(page.locator(".govuk-error-summary li").count()).isGreaterThan(1);
        Look.atBoth(page, "uploads-refused");
        assertThat(text()).contains("BETTER-OPTION");
    }

    @Test
    void whatWouldBeWrongIsSeenAndThrownAway() {
        Page page = browser.signedIn(port, head);
        page.navigate(address("/uploads"));
        choose(page, "notes.txt", "Rule: A rule without an end\n");
        Keyboard.tabTo(page, "#into");
        page.keyboard().type("in topics");
        Keyboard.press(page, "See what would change");
        assertThat(words(page)).contains("topics/notes.txt new", "What would be wrong");
        Look.atBoth(page, "upload-wrong");
        Keyboard.press(page, "Throw away");
        assertThat(words(page)).contains("Thrown away. The draft is as it was.").doesNotContain("topics/notes.txt");
    }

    @Test
    void itGoesWithoutScripts() {
        Page page = browser.phone(port, head);
        page.navigate(address("/uploads"));
        page.click("main button");
        assertThat(words(page, ".govuk-error-summary")).contains("Choose a file.");
        page.setInputFiles("#file", file("override-reasons.csv", text().replace("BETTER-OPTION", "OTHER-HELP")));
        page.click("main button");
        assertThat(words(page)).contains("OTHER-HELP");
        page.click("text=Put into the draft");
        assertThat(words(page)).contains("is in the draft");
        assertThat(text()).contains("OTHER-HELP");
    }

    /** Comes to the field by keyboard. The dialogue behind it is the system's own, and does not always open where there is no screen. */
    private static void choose(Page page, String name, byte[] content) {
        Keyboard.tabTo(page, "#file");
        page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", content));
    }

    private static void choose(Page page, String name, String content) {
        choose(page, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Page page, String because) {
        assertThat(page.title()).startsWith("Error: ");
        page.waitForSelector(".govuk-error-summary:focus");
        assertThat(words(page, ".govuk-error-summary")).contains("This file cannot be taken", because);
    }

    private String text() {
        return schools.scope()
                .within(
                        school.id(),
                        () -> new String(typing.own(school.id(), own(), draft).bytes(REASONS), StandardCharsets.UTF_8));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private String address(String rest) {
        return "http://localhost:" + port + "/rule-book/drafts/" + draft + rest;
    }
}
