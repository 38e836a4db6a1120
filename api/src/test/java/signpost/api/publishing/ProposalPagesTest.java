package signpost.api.publishing;

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

/** A draft is begun, proposed, returned and approved, by people without a mouse and by people without scripts. */
@SignpostTest
class ProposalPagesTest {

    static final String RULE = """
            Rule: Third year of sixth form
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestBooks books;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool school;
    private TestSchools.Person head;

    @BeforeEach
    void aHead() {
        school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS);
    }

    @Test
    void aDraftIsBegunAndGivenUpByKeyboardAlone() {
        Page page = browser.signedIn(port, head);
        page.navigate(url("/rule-book"));
        Keyboard.press(page, "Drafts and proposals");
        assertThat(words(page)).contains("There are no drafts.");
        Keyboard.press(page, "Start a draft");
        page.waitForSelector(".govuk-error-summary:focus");
        assertThat(page.title()).startsWith("Error: ");
        Look.at(page, "drafts-wrong");
        Keyboard.tabTo(page, "#name");
        page.keyboard().type("Attendance below 90 per cent");
        Keyboard.press(page, "Start a draft");
        assertThat(words(page)).contains("Attendance below 90 per cent", "Passed", "as it was");
        Look.atBoth(page, "draft");
        Keyboard.tabTo(page, "#path");
        page.keyboard().type("topics/own.doc");
        Keyboard.press(page, "Add a file");
        assertThat(words(page, "[role=alert]")).contains(".txt");
        assertThat(page.inputValue("#path")).isEqualTo("topics/own.doc");
        Keyboard.press(page, "Drafts and proposals");
        Look.atBoth(page, "drafts");
        Keyboard.press(page, "Attendance below");
        Keyboard.press(page, "Discard the draft");
        assertThat(words(page)).contains("The draft was discarded.");
    }

    @Test
    void itIsProposedReturnedInWordsAndApprovedByKeyboardAlone() {
        UUID draft = written(RULE);
        Page page = browser.signedIn(port, head);
        page.navigate(draft(draft));
        Keyboard.press(page, "See what changes, and propose it");
        assertThat(words(page)).contains("Third year of sixth form", "recommend PGI-01");
        Keyboard.press(page, "Propose");
        page.waitForSelector(".govuk-error-summary:focus");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter why the book should change");
        Look.atBoth(page, "proposal-wrong");
        Keyboard.tabTo(page, ".govuk-error-summary a");
        page.keyboard().press("Enter");
        page.keyboard().type("Nobody should be forgotten");
        Keyboard.press(page, "Propose");
        assertThat(words(page)).contains("A second person can approve it now", "You had a hand in this");
        assertThat(page.locator("button:text-is('Approve')").count()).isZero();
        Look.atBoth(page, "proposal");

        Page second = browser.signedIn(port, school.person(Role.SENIOR_LEADER));
        second.navigate(url("/rule-book/drafts"));
        Keyboard.press(second, "A draft");
        Keyboard.press(second, "See the proposal");
        assertThat(words(second)).contains("Nobody should be forgotten");
        Look.atBoth(second, "proposal-to-approve");
        Keyboard.tabTo(second, "#note");
        second.keyboard().type("Say in the reason whom we asked");
        Keyboard.press(second, "Return");
        assertThat(words(second)).contains("Returned.");

        page.reload();
        assertThat(words(page)).contains("Answered bySam S", "Say in the reason whom we asked");
        Look.atBoth(page, "proposal-returned");
        Keyboard.tabTo(page, "#reason");
        page.keyboard().press("Control+End");
        page.keyboard().type(", as the tutors asked");
        Keyboard.press(page, "Propose");

        second.reload();
        assertThat(words(second)).contains("Nobody should be forgotten, as the tutors asked");
        Keyboard.press(second, "Approve");
        assertThat(words(second)).contains("It is in force.", "See how many students were judged by it");
        Look.at(second, "proposal-published");
    }

    @Test
    void aDraftThatIsWrongSaysWhereAndIsNotProposed() {
        UUID draft = written(RULE.replace("PGI-01", "PGI-99"));
        Page page = browser.signedIn(port, head);
        page.navigate(draft(draft));
        assertThat(words(page)).contains("A problem", "What is wrong", "PGI-99");
        Look.atBoth(page, "draft-wrong");
        page.navigate(draft(draft) + "/proposal");
        assertThat(words(page)).contains("The draft has a problem.");
        assertThat(page.locator("#reason").count()).isZero();
        Keyboard.press(page, "See what is wrong");
        assertThat(page.url()).endsWith("#problems");
    }

    @Test
    void anotherVersionMeanwhileAsksWhoseWordsShallStand() {
        UUID draft = written(RULE);
        books.publish(school, Map.of("topics/own.txt", RULE.replace("2 weeks", "4 weeks")));
        Page page = browser.signedIn(port, head);
        page.navigate(draft(draft));
        assertThat(words(page)).contains("Version 1 was published since this draft was begun.");
        Keyboard.press(page, "Bring the draft up to date");
        assertThat(words(page)).contains("The same was changed meanwhile", "within 2 weeks", "within 4 weeks");
        Look.atBoth(page, "draft-conflict-updating");
        Keyboard.tabTo(page, "input[value=mine]");
        page.keyboard().press("Space");
        Keyboard.press(page, "Save with these choices");
        assertThat(words(page)).contains("up to date with the last version published");
    }

    @Test
    void itGoesWithoutScripts() {
        UUID draft = written(RULE);
        Page page = browser.phone(port, head);
        page.navigate(draft(draft));
        page.click("text=See what changes, and propose it");
        page.click("button:text-is('Propose')");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter why");
        page.fill("#reason", "Nobody should be forgotten");
        page.click("button:text-is('Propose')");
        assertThat(words(page)).contains("A second person can approve it now");
        Page second = browser.phone(port, school.person(Role.SENIOR_LEADER));
        second.navigate(draft(draft) + "/proposal");
        second.click("button:text-is('Approve')");
        assertThat(words(second)).contains("It is in force.");
    }

    private UUID written(String text) {
        return schools.scope()
                .within(
                        school.id(),
                        () -> typing.draft(
                                school.id(),
                                new Owner(school.id(), false, school.name()),
                                new Person(head.displayName(), Optional.of(head.accountId())),
                                Map.of("topics/own.txt", text)));
    }

    private String draft(UUID id) {
        return url("/rule-book/drafts/" + id);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
