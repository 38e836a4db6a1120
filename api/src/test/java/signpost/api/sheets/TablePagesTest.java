package signpost.api.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
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

/** A table of a draft is worked row by row, by somebody without a mouse and by somebody without scripts. */
@SignpostTest
class TablePagesTest {

    private static final String RONI = "tables/roni.csv";
    private static final String REASONS = "catalogue/override-reasons.csv";

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
        draft = schools.scope().within(school.id(), () -> typing.draft(school.id(), own(), by(), Map.of()));
    }

    @Test
    void aRowIsChangedAndMendedByKeyboardAlone() {
        Page page = browser.signedIn(port, head);
        page.navigate(address(""));
        Keyboard.tabTo(page, "a[href*='/table?path=" + RONI + "']");
        Keyboard.enter(page);
        assertThat(words(page)).contains(RONI, "RONI attendance below 90", "Download as a spreadsheet");
        Look.atBoth(page, "table");

        Keyboard.press(page, "Change");
        Look.atBoth(page, "table-row");
        retype(page, "#cell-2", "<9o");
        Keyboard.press(page, "Save the row");
        assertThat(words(page)).contains("is not a number");
        assertThat(text(RONI)).contains(",<9o");
        Look.atBoth(page, "table-wrong");

        Keyboard.tabTo(page, "section[aria-labelledby=problems] a");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("row-7");
        Keyboard.press(page, "Change");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.inputValue("#cell-2")).isEqualTo("<9o");
        assertThat(words(page, "#cell-2-error")).contains("is not a number");
        Look.atBoth(page, "table-row-wrong");
        retype(page, "#cell-2", "<92");
        Keyboard.press(page, "Save the row");
        assertThat(words(page)).contains("The row is saved.").doesNotContain("is not a number");
        assertThat(text(RONI)).contains(",<92");
    }

    @Test
    void aRowIsAddedMovedAndTakenAwayByKeyboardAlone() {
        Page page = browser.signedIn(port, head);
        String before = text(REASONS);
        page.navigate(table(REASONS));
        Keyboard.press(page, "Add a row");
        Keyboard.press(page, "Save the row");
        page.waitForSelector(".govuk-error-summary:focus");
        assertThat(page.title()).startsWith("Error: ");
        Look.atBoth(page, "table-row-empty");
        Keyboard.tabTo(page, ".govuk-error-summary a");
        page.keyboard().press("Enter");
        Keyboard.type(page, "ELSEWHERE", "Moved, and gone", "yes", "Say where");
        Keyboard.press(page, "Save the row");
        assertThat(text(REASONS)).isEqualTo(before + "ELSEWHERE,\"Moved, and gone\",yes,Say where\n");
        Keyboard.press(page, "Move up ELSEWHERE");
        assertThat(words(page)).contains("The row is moved.");
        Keyboard.press(page, "Take away ELSEWHERE");
        assertThat(words(page)).contains("The row is gone.").doesNotContain("Say where");
        assertThat(text(REASONS)).isEqualTo(before);
    }

    @Test
    void aSpreadsheetIsFetchedByKey() {
        Page page = browser.signedIn(port, head);
        page.navigate(table(REASONS));
        Keyboard.tabTo(page, "a[href*='/sheet.xlsx']");
        var fetched = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(fetched.suggestedFilename()).isEqualTo("override-reasons.xlsx");
    }

    @Test
    void whatSomebodyElseSavedInTheRowIsShownAndWhatWasTypedStays() {
        Page page = browser.signedIn(port, head);
        page.navigate(table(REASONS));
        Keyboard.press(page, "Change OTHER");
        schools.scope()
                .within(
                        school.id(),
                        () -> typing.save(
                                school.id(),
                                own(),
                                draft,
                                REASONS,
                                text(REASONS).replace("OTHER,Another reason", "OTHER,Some other reason"),
                                by()));
        retype(page, "#cell-1", "A reason of our own");
        Keyboard.press(page, "Save the row");
        assertThat(words(page)).contains("Somebody else changed this row meanwhile", "Some other reason");
        assertThat(page.inputValue("#cell-1")).isEqualTo("A reason of our own");
        Look.atBoth(page, "table-row-conflict");
        Keyboard.press(page, "Save the row");
        assertThat(text(REASONS)).contains("OTHER,A reason of our own");
    }

    @Test
    void itGoesWithoutScripts() {
        Page page = browser.phone(port, head);
        page.navigate(table(RONI));
        page.click("a:has-text('Change') >> nth=0");
        page.fill("#cell-2", "<9o");
        page.click("text=Save the row");
        assertThat(words(page)).contains("is not a number");
        page.click("a:has-text('Change') >> nth=0");
        page.fill("#cell-2", "<92");
        page.click("text=Save the row");
        assertThat(words(page)).contains("The row is saved.");
        assertThat(text(RONI)).contains(",<92");
    }

    private static void retype(Page page, String field, String text) {
        Keyboard.tabTo(page, field);
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
    }

    private String text(String path) {
        return schools.scope()
                .within(
                        school.id(),
                        () -> new String(typing.own(school.id(), own(), draft).bytes(path), StandardCharsets.UTF_8));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private Person by() {
        return new Person(head.displayName(), Optional.of(head.accountId()));
    }

    private String table(String path) {
        return address("/table?path=" + path);
    }

    private String address(String rest) {
        return "http://localhost:" + port + "/rule-book/drafts/" + draft + rest;
    }
}
