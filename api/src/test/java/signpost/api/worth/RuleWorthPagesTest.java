package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.publishing.TestBooks;
import signpost.api.schools.Role;
import signpost.api.schools.Scope;
import signpost.api.students.Api;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import tools.jackson.databind.JsonNode;

/** What a rule was worth, as a head of destinations, an adviser and a senior leader see it. */
@SignpostTest
class RuleWorthPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestBooks books;

    @Test
    void theHeadLooksARuleUpAndSwitchesItOffByKeyboard() {
        var page = browser.signedIn(port, pupils().person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/rule-book"));
        assertThat(words(page)).contains("Fired for 12 students this term; 1 accepted, 2 overridden");
        Look.at(page, "rule-book-figures", "section[aria-labelledby='topic-attendance']");
        Keyboard.press(page, "Rules to look at");
        assertThat(words(page))
                .contains("Never fired this year", "Severe absence", "No rule was overridden that often.");
        Look.at(page, "rules-to-look-at");
        page.navigate(url("/rule-book"));
        Keyboard.press(page, "Persistent absence");
        assertThat(words(page))
                .contains("What came of it", "Review by", "Autumn term", "[the student] is at interviews on Mondays.");
        Look.at(page, "rule");
        Keyboard.press(page, "Make a draft without it");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter why");
        Keyboard.tabTo(page, "#why");
        page.keyboard().type("The pastoral team looks after it.");
        Keyboard.press(page, "Make a draft without it");
        assertThat(words(page)).contains("A draft without the rule was made");
        assertThat(page.inputValue("#reason")).isEqualTo("The pastoral team looks after it.");

        page.navigate(url("/rule-book/rule?name=Persistent%20absence"));
        assertThat(page.locator("#draft option").allInnerTexts())
                .containsExactly("the draft “Switch off: Persistent absence”", "a new draft");
        page.selectOption("#draft", "");
        Keyboard.press(page, "Change this rule");
        assertThat(page.url()).contains("/rule?path=topics/attendance.txt&name=Persistent");
        String draft = page.url().replaceAll("/rule\\?.*", "");
        page.navigate(url("/rule-book/rule?name=Persistent%20absence"));
        Keyboard.press(page, "Change this rule");
        assertThat(page.url()).as("the draft changed last").startsWith(draft + "/rule?");
    }

    @Test
    void aRuleThatIsOffSaysWhyAndIsSwitchedOnByAnotherDraft() {
        var school = pupils();
        String path = "topics/attendance.txt";
        String text = schools.scope()
                .within(
                        school.id(),
                        () -> new String(books.over(school.id(), Map.of()).bytes(path), StandardCharsets.UTF_8));
        int when = text.indexOf("  When", text.indexOf("Rule: Persistent absence\n"));
        books.publish(
                school,
                Map.of(path, text.substring(0, when) + "  Switched off: Pastoral work.\n" + text.substring(when)));
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/rule-book/rule?name=Persistent%20absence"));
        assertThat(words(page))
                .contains("This rule is switched off: Pastoral work.", "Scenarios that need it are kept")
                .doesNotContain("Make a draft without it");
        Look.at(page, "rule-off");
        Keyboard.press(page, "Make a draft with it on");
        assertThat(words(page)).contains("A draft with the rule on was made", "switched on again");
    }

    @Test
    void anAdviserSeesItAllAndChangesNothing() {
        var page = browser.phone(port, pupils().person(Role.ADVISER));
        page.navigate(url("/rule-book/rule?name=Persistent%20absence"));
        assertThat(words(page)).contains("What came of it").doesNotContain("Switch this rule off", "[the student]");
        assertThat(page.locator("main form").count()).isZero();
        Look.at(page, "rule");
        page.navigate(url("/rule-book"));
        assertThat(words(page)).contains("Fired for 12 students this term");
        Look.at(page, "rule-book-figures");
        page.navigate(url("/rule-book/look-at"));
        Look.at(page, "rules-to-look-at");
        page.navigate(url("/rule-book/document"));
        Look.at(page, "rule-book-document");
        page.navigate(url("/rule-book/transparency-record"));
        Look.at(page, "transparency-record");
    }

    @Test
    void theBookIsADocumentToPrintAndARecordToFillIn() {
        var page = browser.signedIn(port, schools.school().person(Role.SENIOR_LEADER));
        page.navigate(url("/rule-book"));
        Keyboard.press(page, "The book as a document");
        assertThat(words(page))
                .contains("A person decides, every time.", "Persistent absence", "In care (specially protected)")
                .doesNotContain("Harbour Lane School’s own");
        Look.at(page, "rule-book-document");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".signpost-header").isVisible()).isFalse();
        Look.at(page, "rule-book-document-printed", ".worth-paper h1");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        var pdf = page.request().get(url("/rule-book/document.pdf"));
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        page.navigate(url("/rule-book"));
        Keyboard.press(page, "Transparency record");
        assertThat(words(page))
                .contains("Tier 1 - Overview", "Tier 2 - Deployment Context", "For the school to fill in:", "digest");
        Look.at(page, "transparency-record");
        assertThat(page.request().get(url("/rule-book/transparency-record.md")).text())
                .contains("## Tier 2 - Owner and Responsibility", "**[For the school to fill in: ");
    }

    private TestSchools.TestSchool pupils() {
        var school = schools.school();
        cohort.take(
                school.id(),
                Stream.concat(
                                Stream.of("student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct"),
                                IntStream.rangeClosed(1, 12).mapToObj(at -> "A" + at + ",Marsh,Robin,11,11B,C,84"))
                        .toArray(String[]::new));
        var mis = new Api(port, school.token(Scope.values()));
        feedback(mis, "A1", "\"outcome\":\"accepted\"");
        feedback(
                mis,
                "A2",
                "\"outcome\":\"overridden\",\"overrideReason\":{\"code\":\"OTHER\",\"comment\":\"Robin is at interviews on"
                        + " Mondays.\"}");
        feedback(
                mis, "A3", "\"outcome\":\"overridden\",\"overrideReason\":{\"code\":\"NO-CAPACITY\",\"comment\":\"\"}");
        return school;
    }

    private static void feedback(Api mis, String student, String what) {
        for (JsonNode made : mis.get("/api/v1/students/" + student + "/recommendations")
                .json()
                .get("recommendations")) {
            if (made.get("intervention").asString().equals("ATT-01")) {
                assertThat(mis.post(
                                        "/api/v1/recommendations/"
                                                + made.get("id").asString() + "/feedback",
                                        "{" + what + ",\"decidedBy\":\"One\"}")
                                .status())
                        .isLessThan(300);
            }
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
