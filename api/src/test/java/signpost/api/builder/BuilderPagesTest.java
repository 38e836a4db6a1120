package signpost.api.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
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

/** Rules picked together by somebody who has never programmed. */
@SignpostTest
class BuilderPagesTest {

    private static final String TEXT = """
            # Half days count as half.
            Rule: Often away
              Owner: Head of destinations
              Why: Who is away misses things that others plan with.
              When
                the student is in year 10 or 11
                # as the governors agreed
                and attendance is 85% or below
                and at least 2 of:
                  the student is in care
                  the number of suspensions is 1 or above
                  the wind is from the east
              Then
                flag "Often away" as medium
                recommend ATT-01 within 2 weeks
              Because
                attendance is {attendance}
            """;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private TestSchools.Person head;
    private String draft;

    @BeforeEach
    void aDraft() {
        var school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS);
        UUID id = schools.scope()
                .within(
                        school.id(),
                        () -> typing.draft(
                                school.id(),
                                new Owner(school.id(), false, school.name()),
                                new Person(head.displayName(), Optional.of(head.accountId())),
                                Map.of("topics/own.txt", TEXT)));
        draft = "http://localhost:" + port + "/rule-book/drafts/" + id;
    }

    @Test
    void aRuleIsChangedByKeyboardAlone() {
        Page page = browser.signedIn(port, head);
        page.navigate(draft + "/file?path=topics/own.txt");
        Look.atBoth(page, "builder-file");
        Keyboard.press(page, "Often away");
        assertThat(words(page)).contains("A problem in this rule", "the wind is from the east");
        Look.atBoth(page, "builder-rule");

        Keyboard.press(page, "Change: attendance is 85%");
        Look.atBoth(page, "builder-condition");
        Keyboard.tabTo(page, "#v0");
        page.keyboard().press("Control+A");
        Keyboard.type(page, "190");
        Keyboard.enter(page);
        assertThat(words(page, ".govuk-error-summary")).contains("from 0 to 100");
        Look.atBoth(page, "builder-condition-mistake");
        Keyboard.tabTo(page, "#v0");
        page.keyboard().press("Control+A");
        Keyboard.type(page, "88");
        Keyboard.enter(page);
        assertThat(words(page)).contains("attendance is 88% or below");

        Keyboard.press(page, "Change: the wind");
        Look.atBoth(page, "builder-line");
        Keyboard.press(page, "Pick it instead");
        Keyboard.tabTo(page, "#q");
        Keyboard.type(page, "barriers");
        Keyboard.enter(page);
        Keyboard.tabTo(page, ".builder-subjects a");
        Keyboard.enter(page);
        Look.atBoth(page, "builder-condition-many");
        Keyboard.tabTo(page, "[type=checkbox]");
        page.keyboard().press("Space");
        Keyboard.enter(page);
        assertThat(words(page)).contains("No problems in this rule").doesNotContain("the wind");
        Keyboard.press(page, "Move up: attendance");
        assertThat(words(page, "#content section[aria-labelledby=when]"))
                .startsWith("When Note: as the governors agreed attendance is 88% or below");
    }

    @Test
    void aNewRuleIsMadeByKeyboardAlone() {
        Page page = browser.signedIn(port, head);
        page.navigate(draft);
        Keyboard.press(page, "Add a rule");
        Look.atBoth(page, "builder-new");
        Keyboard.tabTo(page, "#rule");
        Keyboard.type(page, "Sent home", "Whoever is sent home misses things.");
        Keyboard.tabTo(page, "#topic");
        Keyboard.type(page, "Our own ways");
        Keyboard.enter(page);
        Look.atBoth(page, "builder-subject");
        Keyboard.tabTo(page, "#q");
        Keyboard.type(page, "suspensions");
        Keyboard.enter(page);
        Keyboard.tabTo(page, ".builder-subjects a");
        Keyboard.enter(page);
        Keyboard.tabTo(page, "#verb");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        Keyboard.tabTo(page, "#v0");
        Keyboard.type(page, "3");
        Keyboard.enter(page);
        Look.atBoth(page, "builder-acts");
        Keyboard.press(page, "Recommend an intervention");
        Look.atBoth(page, "builder-consequence");
        Keyboard.tabTo(page, "#what");
        Keyboard.type(page, "Attendance");
        Keyboard.tabTo(page, "#due");
        Keyboard.type(page, "within 2");
        Keyboard.press(page, "Save what follows");
        Look.atBoth(page, "builder-field");
        Keyboard.press(page, "Save");
        assertThat(words(page)).contains("Sent home", "3 or above", "within 2 weeks", "No problems in this rule");
    }

    @Test
    void aGroupIsAddedOnAPhoneWithoutScripts() {
        Page page = browser.phone(port, head);
        page.navigate(draft + "/rule?path=topics/own.txt&name=Often%20away");
        page.click("text=Add a group");
        page.click("text=Pick its first condition");
        assertThat(words(page, ".govuk-error-summary")).contains("Choose how many");
        page.check("#kind-1");
        Look.at(page, "builder-group");
        page.click("text=Pick its first condition");
        page.click("text=The day");
        page.selectOption("#verb", "FROM_TO");
        page.click("text=Use this comparison");
        page.fill("#v0", "1 November");
        page.selectOption("#v1-of", "the end of this term");
        Look.at(page, "builder-condition-days");
        page.click("button.govuk-button:has-text('Save the condition')");
        assertThat(words(page)).contains("any of these:", "today is from 1 November to the end of this term");
        page.click("button:has-text('Remove: today is from')");
        assertThat(words(page)).contains("Removed: “today is from 1 November").contains("any of these:");
        Look.at(page, "builder-rule-phone");
    }
}
