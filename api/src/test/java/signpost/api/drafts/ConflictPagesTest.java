package signpost.api.drafts;

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
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** Two people change one rule at a time, and the later is asked whose words shall stand. */
@SignpostTest
class ConflictPagesTest {

    private static final String OWN = "topics/own.txt";
    private static final String RULE = """
            Rule: Third year of sixth form
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;
    private static final String MINE = RULE.replace("2 weeks", "3 weeks");
    private static final String THEIRS = RULE.replace("2 weeks", "4 weeks");

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool school;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        draft = schools.scope()
                .within(school.id(), () -> typing.draft(school.id(), own(), by("Ada"), Map.of(OWN, RULE)));
    }

    @Test
    void bothAreShownAndOneIsChosenByKeyboardAlone() {
        Page page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(file());
        page.waitForSelector("#rule-editor[data-ready]");
        theySave();
        Keyboard.tabTo(page, "#rule-editor");
        page.keyboard().press("Control+a");
        page.keyboard().insertText(MINE);
        page.keyboard().press("Escape");
        Keyboard.press(page, "Save and check");
        assertAsked(page);
        Look.atBoth(page, "draft-conflict");
        Keyboard.tabTo(page, "input[value=mine]");
        page.keyboard().press("ArrowDown");
        assertThat(page.isChecked("input[value=theirs]")).isTrue();
        page.keyboard().press("ArrowUp");
        Keyboard.press(page, "Save with these choices");
        assertThat(words(page)).contains("Saved");
        assertThat(text()).isEqualTo(MINE);
    }

    @Test
    void itGoesWithoutScripts() {
        Page page = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(file());
        theySave();
        page.fill("#text", MINE);
        page.click("#save");
        assertAsked(page);
        page.check("input[value=theirs]");
        page.click("text=Save with these choices");
        assertThat(words(page)).contains("Saved");
        assertThat(text()).isEqualTo(THEIRS);
    }

    private static void assertAsked(Page page) {
        assertThat(words(page))
                .contains("Nothing was saved yet, and nothing is lost.", "\"Third year of sixth form\" in " + OWN)
                .contains("within 3 weeks", "within 4 weeks");
    }

    private void theySave() {
        schools.scope().within(school.id(), () -> typing.save(school.id(), own(), draft, OWN, THEIRS, by("Grace")));
    }

    private String text() {
        return schools.scope()
                .within(
                        school.id(),
                        () -> new String(typing.own(school.id(), own(), draft).bytes(OWN), StandardCharsets.UTF_8));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private static Person by(String name) {
        return new Person(name, Optional.empty());
    }

    private String file() {
        return "http://localhost:" + port + "/rule-book/drafts/" + draft + "/file?path=" + OWN;
    }
}
