package signpost.api.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** A draft is tried as a head of destinations walks it, and as a senior leader who sees no students. */
@SignpostTest
class TrialPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestDrafts typing;

    TestSchools.TestSchool school;
    String draft;

    @BeforeEach
    void aDraftThatInvitesSomeIn() {
        school = schools.school();
        cohort.take(
                school.id(),
                Stream.concat(
                                Stream.of(
                                        "student_id,surname,forename,sex,nc_year,reg_group,enrol_status,attendance_pct,fsm_eligible,sen_provision"),
                                IntStream.rangeClosed(1, 40)
                                        .mapToObj(number -> "A%02d,Thornley,Maya%s,%s,11,11B,C,%s,%s,%s"
                                                .formatted(
                                                        number,
                                                        (char) ('a' + number % 26),
                                                        number % 2 == 0 ? "F" : "M",
                                                        number <= 12 ? 96 : 99,
                                                        number <= 14 ? "Y" : "N",
                                                        number % 20 == 0 ? "K" : "N")))
                        .toArray(String[]::new));
        UUID id = schools.scope()
                .within(
                        school.id(),
                        () -> typing.draft(
                                school.id(),
                                new Owner(school.id(), false, school.name()),
                                new Person("Sam H", Optional.empty()),
                                Map.of("topics/own.txt", TrialsTest.RULE)));
        draft = "/rule-book/drafts/" + id;
    }

    @Test
    void fromTheSumToAStudentByKeyboardAlone() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url(draft));
        Keyboard.press(page, "What it would change now");
        assertThat(words(page)).contains("Something would change for 12 of 40 students", "Late starters");
        assertThat(words(page)).contains("It would cost 6 hours and free 0");
        Look.atBoth(page, "impact");
        Keyboard.press(page, "12: Gain it, Late starter");
        assertThat(words(page)).contains("12 students");
        assertThat(page.url()).doesNotContain("Thornley");
        Look.atBoth(page, "impact-students");
        Keyboard.press(page, "May");
        assertThat(words(page))
                .contains(
                        "Flag: Late starter", "This book has no such rule", "attendance is 96% (from the school's MIS");
        Look.atBoth(page, "impact-student");
        Keyboard.press(page, "Ask about any rule");
        page.selectOption("#rule", "Late starters");
        Keyboard.tabTo(page, "form[method=get] button");
        Keyboard.enter(page);
        assertThat(words(page)).contains("it applies", "would not fire if", "Attendance", "96%");
        Look.atBoth(page, "ask");
    }

    @Test
    void rulesAreHeldAgainstWhatBecameOfLeaversAndGroupsAreTold() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url(draft + "/impact"));
        Keyboard.press(page, "Look back, and at groups");
        assertThat(words(page))
                .contains("This change falls mainly on one group. Free school meals: Yes.")
                .contains("Late starter", "All students: by the book in force 0% (0); by the draft 30% (12)");
        Look.atBoth(page, "backtest-groups");
        assertThat(words(page)).contains("does not know yet what became of any of your students");
        Keyboard.press(page, "Say what became of leavers");
        Keyboard.tabTo(page, "form[enctype] button");
        Keyboard.enter(page);
        assertThat(words(page, ".govuk-error-summary")).contains("Choose a file");
        Look.at(page, "destinations-mistake");
        page.setInputFiles(
                "#file", new FilePayload("outcomes.csv", "text/csv", outcomes().getBytes(UTF_8)));
        Keyboard.tabTo(page, "form[enctype] button");
        Keyboard.enter(page);
        assertThat(words(page))
                .contains("40 of 42 rows taken", "row 41", "whom Signpost does not know", "row 42", "is no outcome")
                .contains("Not marked as left");
        Look.atBoth(page, "destinations");
        page.navigate(url(draft + "/backtest"));
        assertThat(words(page))
                .contains("Outcome known of 40", "Late starters", "12 of 12, 100%", "has no such rule")
                .contains("No term is closed yet");
        Look.atBoth(page, "backtest");
    }

    /** All whom the draft flags left. */
    private static String outcomes() {
        return "student_id,outcome\n"
                + IntStream.rangeClosed(1, 40)
                        .mapToObj(number -> "A%02d,%s".formatted(number, number <= 22 ? "not sustained" : "sustained"))
                        .collect(Collectors.joining("\n"))
                + "\nX1,sustained\nX2,lost";
    }

    @Test
    void aSeniorLeaderSeesNumbersAndNoSmallOnes() {
        var page = browser.signedIn(port, school.person(Role.SENIOR_LEADER));
        page.navigate(url(draft + "/impact"));
        assertThat(words(page)).contains("Something would change for 10 of 40 students", "rounded to the nearest 10");
        assertThat(page.locator("a[href*='/impact/students']").count()).isZero();
        Look.at(page, "impact-leader");
        assertThat(page.request()
                        .get(url(draft + "/impact/students?part=FLAG&name=Late+starter"))
                        .status())
                .isEqualTo(403);
        assertThat(page.request().get(url("/rule-book/ask")).status()).isEqualTo(403);
    }

    @Test
    void anAdviserAsksOnAPhoneWithoutScripts() {
        Page page = browser.phone(port, school.person(Role.ADVISER));
        page.navigate(url("/rule-book/ask"));
        page.fill("#fragment", "thornley");
        page.click("button:has-text('Find')");
        assertThat(page.url()).doesNotContain("thornley");
        page.click("section[aria-label='Students found'] a >> nth=0");
        page.selectOption("#rule", "Persistent absence");
        page.click("button:text-is('Ask')");
        assertThat(words(page)).contains("it does not apply", "would fire if attendance were 90%");
        Look.at(page, "ask-phone");
        assertThat(page.request().get(url(draft + "/impact")).status()).isEqualTo(403);
        assertThat(page.request()
                        .get(url("/rule-book/ask?draft=" + draft.substring(18)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTutorIsOfferedNoRuleThatRestsOnSpecialCategoryFacts() {
        Page page = browser.signedIn(port, school.person(Role.TUTOR));
        var student = cohort.idOf(school.id(), "A01");
        page.navigate(url("/rule-book/ask?student=" + student + "&rule=In+care"));
        assertThat(page.locator("#rule option").allTextContents())
                .contains("Persistent absence")
                .noneMatch(name -> name.contains("EHC") || name.contains("in care"));
        page.navigate(url("/students/" + student));
        assertThat(page.locator("a[href*='/rule-book/ask?student=" + student + "']")
                        .count())
                .isPositive();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
