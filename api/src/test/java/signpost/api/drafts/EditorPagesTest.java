package signpost.api.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
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
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** A rule written in the browser, by somebody without a mouse and by somebody without scripts. */
@SignpostTest
class EditorPagesTest {

    private static final String EDITOR = ".cm-content";
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
    private static final String SCENARIO = """
            Scenario: A third year is looked at
              For: Third year of sixth form
              Given
                the student is in year 14
              Expect
                recommend PGI-01
            """;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    @Autowired
    TestCohort cohort;

    private final List<String> troubles = new ArrayList<>();
    private boolean looking;
    private TestSchools.TestSchool school;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        draft = schools.scope()
                .within(
                        school.id(),
                        () -> typing.draft(
                                school.id(),
                                new Owner(school.id(), false, school.name()),
                                new Person("Ada", Optional.empty()),
                                Map.of("topics/own.txt", RULE, "topics/own.scenarios.txt", SCENARIO)));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private String file() {
        return url("/rule-book/drafts/" + draft + "/file?path=topics/own.txt");
    }

    /** The page with its editor; whatever the browser complains of is kept. */
    private Page editor() {
        Page page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.onConsoleMessage(message -> {
            if (!looking && List.of("error", "warning").contains(message.type())) {
                troubles.add(message.text());
            }
        });
        page.setDefaultTimeout(10_000);
        page.onPageError(troubles::add);
        page.navigate(file());
        page.waitForSelector("#rule-editor[data-ready]");
        return page;
    }

    /** A picture is taken with a style of its own, which the policy of the page refuses too. */
    private void look(Page page, String name) {
        looking = true;
        Look.atBoth(page, name);
        looking = false;
    }

    private static String typed(Page page) {
        return page.inputValue("#text");
    }

    /** Types whole lines: Enter would take what is being completed, which on a slow machine may have come up by then. */
    private static void lines(Page page, String... lines) {
        for (String line : lines) {
            page.keyboard().type(line);
            page.keyboard().press("Escape");
            page.keyboard().press("Enter");
        }
    }

    private static void sums(Page page, String words) {
        page.waitForSelector(
                "#look-said:has-text('" + words + "')",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    @Test
    void aRuleIsWrittenMendedAndSavedByKeyboardAlone() {
        Page page = editor();
        assertThat(words(page, "#looked")).contains("No problems in this file.", "Its scenario passes.");
        look(page, "rule-editor");
        Keyboard.tabTo(page, "#rule-editor");
        page.keyboard().press("Control+End");
        lines(page, "", "Rule: Low attendance of ours", "Why: We ask.", "When");
        page.keyboard().type("attendance is");
        assertThat(typed(page)).endsWith("\n\nRule: Low attendance of ours\n  Why: We ask.\n  When\n    attendance is");
        page.waitForSelector(".cm-tooltip-autocomplete li");
        look(page, "rule-editor-completion");
        page.keyboard().press("Escape");
        assertThat(page.locator(".cm-tooltip-autocomplete").count()).isZero();
        page.keyboard().type(" 89 per cent or below");
        page.keyboard().press("Escape");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+[");
        lines(page, "Then");
        page.keyboard().type("recommend ATT-01 wi");
        page.waitForSelector(".cm-tooltip-autocomplete li");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+[");
        lines(page, "Because");
        page.keyboard().type("attendance is low");
        page.keyboard().press("Escape");

        sums(page, "1 problem in this file.");
        look(page, "rule-editor-problem");
        page.keyboard().press("F8");
        page.keyboard().press("Alt+Enter");
        sums(page, "No problems in this file.");
        assertThat(typed(page)).contains("    attendance is 89% or below\n", "    recommend ATT-01 within ");

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.closest('#rule-editor') === null"))
                .isEqualTo(true);
        Keyboard.press(page, "Save and check");
        assertThat(words(page)).contains("Saved.");
        page.waitForSelector("#rule-editor[data-ready]");
        assertThat(typed(page)).contains("attendance is 89% or below");
        assertThat(troubles).isEmpty();
    }

    @Test
    void aScenarioThatComesOutOtherwiseIsShownAtAPauseOfTyping() {
        Page page = editor();
        page.locator(EDITOR).focus();
        page.keyboard().press("Control+f");
        page.keyboard().type("in year 14");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        page.keyboard().type("in year 13");
        page.keyboard().press("Escape");
        sums(page, "1 of 1 scenarios fails.");
        assertThat(words(page, "#looked"))
                .contains("Fails", "It expects PGI-01 recommended, but the rule", "cannot be published");
        look(page, "rule-editor-scenario");
        page.keyboard().type(" ".repeat(3));
        page.keyboard().press("Alt+Shift+F");
        sums(page, "The text is in its usual form.");
        page.keyboard().press("Control+s");
        page.waitForSelector("text=Saved.");
        page.waitForSelector("#rule-editor[data-ready]");
        page.click("button:has-text('Expect what came out instead')");
        page.waitForSelector("text=now expects what came out");
        assertThat(words(page, "#looked")).contains("Its scenario passes.").doesNotContain("Expect what came out");
        assertThat(schools.scope()
                        .within(
                                school.id(),
                                () -> typing.own(school.id(), new Owner(school.id(), false, school.name()), draft))
                        .bytes("topics/own.scenarios.txt"))
                .asString()
                .isEqualTo(SCENARIO.replace("  Expect\n", "  Expect not\n"));
        assertThat(troubles).isEmpty();
    }

    @Test
    void aScenarioIsMadeFromAStudentWithoutTheName() {
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "Z9017,Thornley,Maya,11,11B,C,84");
        Page page = editor();
        page.navigate(url("/rule-book/ask?draft=" + draft + "&rule=Persistent+absence&student="
                + cohort.idOf(school.id(), "Z9017")));
        page.click("button:has-text('Make a scenario')");
        page.waitForLoadState();
        assertThat(page.inputValue("#text"))
                .contains("For: Persistent absence", "attendance is 84%", "flag \"Persistent absence\"")
                .doesNotContain("Maya", "Thornley", "Z9017", "11B");
        look(page, "made-scenario");
        String made = page.inputValue("#text");
        page.fill("#text", made.replaceFirst("Scenario: .*", "Scenario: Thornley, Maya is away"));
        page.click("button:has-text('Put it into the draft')");
        page.waitForSelector(".govuk-error-summary:has-text('Take the student’s name out')");
        assertThat(page.inputValue("#text")).contains("Scenario: Thornley, Maya is away");
        page.fill("#text", made);
        page.click("button:has-text('Put it into the draft')");
        page.waitForSelector("#rule-editor[data-ready]");
        assertThat(typed(page)).contains("89.9% is persistent absence", "attendance is 84%");
        assertThat(words(page, "#looked")).contains("No problems in this file.", "scenarios pass.");
        assertThat(browser.signedIn(port, school.person(Role.SENIOR_LEADER))
                        .request()
                        .post(url("/rule-book/drafts/" + draft + "/scenario"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutScriptsItIsATextBox() {
        Page page = browser.phone(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(file());
        assertThat(page.locator("#rule-editor").isVisible()).isFalse();
        assertThat(page.locator("[data-fix], [data-go]").count()).isZero();
        page.fill("#text", RULE.replace("year 14\n  Then", "year 14 or\n  Then"));
        page.click("#save");
        page.waitForLoadState();
        assertThat(words(page)).contains("Saved.", "problem");
        Look.at(page, "rule-editor-plain");
    }

    @Test
    void onlyWhoWritesRulesMayLookAndAnyTextIsAnswered() {
        var own = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        assertThat(post(own, "topics/own.txt", "Rule: \u0000 (((")).isEqualTo(200);
        assertThat(post(own, "topics/none.txt", "Rule: one")).isEqualTo(404);
        assertThat(post(own, "../../etc/passwd", "x")).isEqualTo(404);
        assertThat(post(own, "topics/own.txt", "x".repeat(2_100_000))).isBetween(400, 499);
        var words = own.request().get(url("/rule-book/drafts/" + draft + "/words"));
        assertThat(words.headers().get("cache-control")).contains("private");
        assertThat(own.request()
                        .get(
                                url("/rule-book/drafts/" + draft + "/words"),
                                RequestOptions.create()
                                        .setHeader(
                                                "If-None-Match", words.headers().get("etag")))
                        .status())
                .isEqualTo(304);
        assertThat(post(browser.signedIn(port, school.person(Role.SENIOR_LEADER)), "topics/own.txt", "x"))
                .isEqualTo(403);
        school = schools.school();
        assertThat(post(browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS)), "topics/own.txt", "x"))
                .isEqualTo(404);
    }

    private int post(Page page, String path, String text) {
        page.navigate(url("/rule-book/drafts"));
        return page.request()
                .post(
                        url("/rule-book/drafts/" + draft + "/look"),
                        RequestOptions.create()
                                .setHeader("X-CSRF-TOKEN", page.getAttribute("meta[name=_csrf]", "content"))
                                .setForm(FormData.create().set("path", path).set("text", text)))
                .status();
    }
}
