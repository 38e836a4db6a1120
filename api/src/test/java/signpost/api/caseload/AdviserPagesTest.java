package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.ZipReading;

@SignpostTest
class AdviserPagesTest {

    private static final String HEADER = "student_id,surname,forename,nc_year,reg_group,enrol_status,sen_provision,"
            + "future_career_plan,in_care,attendance_pct";

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    TestSchools.TestSchool school;
    UUID student;

    @BeforeEach
    void aSchoolWithAStudentWhoNeedsHelp() {
        school = schools.school();
        cohort.take(
                school.id(),
                HEADER,
                "A1,Thornley,Maya,11,11B,C,K,N,Y,84",
                "A2,Ashby,Rowan,11,11C,C,N,Y,N,97",
                "A3,Brook,Imran,10,10A,C,N,Y,N,88");
        student = cohort.idOf(school.id(), "A1");
    }

    @Test
    void anAdviserAcceptsOneAndOverridesAnother() {
        var page = browser.page();
        wholePath(page, true);
    }

    @Test
    void theSamePathWorksWithoutScripts() {
        wholePath(browser.pageWithoutScripts(), false);
    }

    private void wholePath(Page page, boolean scripts) {
        signIn(page, Role.ADVISER);
        assertThat(words(page, "h1")).isEqualTo("Caseload");
        accessible(page, scripts);
        page.click("a:has-text('Maya Thornley') >> nth=0");
        assertThat(words(page, "h1")).isEqualTo("Maya Thornley");
        accessible(page, scripts);
        int waiting = suggestions(page).count();

        card(page, "careers target").locator("button:has-text('Accept')").click();
        assertThat(words(page, ".govuk-notification-banner")).contains("Accepted:");
        assertThat(suggestions(page).count()).isEqualTo(waiting - 1);
        accessible(page, scripts);

        card(page, "84%").locator("a:has-text('Override')").click();
        assertThat(words(page, "h1")).startsWith("Override: ");
        assertThat(words(page)).contains("ttendance is 84%");
        assertThat(page.locator("input[type=radio]:checked").count()).isZero();
        accessible(page, scripts);
        page.fill("#comment", "Maya is back after an operation.");
        page.click("button:has-text('Override')");
        assertThat(words(page, ".govuk-error-summary")).contains("Choose why you override it");
        assertThat(page.inputValue("#comment")).isEqualTo("Maya is back after an operation.");
        accessible(page, scripts);
        page.check("input[value='BETTER-OPTION']");
        page.selectOption("#intervention", "PGI-02");
        page.click("button:has-text('Override')");
        assertThat(words(page, ".govuk-notification-banner"))
                .contains("Overridden:", "Instead: Follow-up guidance interview");
        assertThat(words(page)).contains("Something else will help more", "Maya is back after an operation.");

        page.click("text=Sign out");
        assertThat(words(page)).contains("You have signed out");
    }

    @Test
    void everyOtherPageIsAccessible() {
        var page = browser.page();
        page.navigate(url("/sign-in"));
        assertAccessible(page);
        signIn(page, Role.HEAD_OF_DESTINATIONS);
        for (var path : new String[] {"/caseload?view=all", "/caseload?flag=no+such", "/no-such-page"}) {
            page.navigate(url(path));
            assertAccessible(page);
        }
        page.navigate(url("/rule-book"));
        // The other topics are made of the same parts; all of them take axe long.
        page.evaluate("document.querySelectorAll('#content > section ~ section').forEach(topic => topic.remove())");
        assertAccessible(page);
        page.navigate(url("/students/" + student));
        card(page, "84%").locator("a:has-text('Defer')").click();
        assertAccessible(page);
        page.fill("#deferredUntil-day", "31");
        page.fill("#deferredUntil-month", "2");
        page.fill("#deferredUntil-year", "2027");
        page.click("button:has-text('Defer')");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter a day that exists");
        assertThat(page.inputValue("#deferredUntil-day")).isEqualTo("31");
        assertAccessible(page);
    }

    @Test
    void twoAdvisersDecidingTheSameAreBothKeptAndTheSecondIsToldFirst() {
        var first = browser.page();
        var second = browser.page();
        signIn(first, Role.ADVISER);
        signIn(second, Role.HEAD_OF_DESTINATIONS);
        first.navigate(url("/students/" + student));
        second.navigate(url("/students/" + student));
        card(second, "84%").locator("a:has-text('Override')").click();
        card(first, "84%").locator("button:has-text('Accept')").click();

        second.check("input[value='NOT-NOW']");
        second.fill("#comment", "After the exams.");
        second.click("button:has-text('Override')");
        assertThat(words(second, ".govuk-notification-banner"))
                .contains("Changed since you opened it", "Sam A accepted it");
        assertThat(second.inputValue("#comment")).isEqualTo("After the exams.");
        assertThat(second.isChecked("input[value='NOT-NOW']")).isTrue();
        assertAccessible(second);
        first.reload();
        assertThat(words(first)).doesNotContain("After the exams.");

        second.click("button:has-text('Override')");
        second.waitForSelector(".govuk-notification-banner--success");
        assertThat(words(second)).contains("After the exams.", "Accepted by Sam A");
    }

    @Test
    void anotherSchoolsStudentAndRecommendationDoNotExist() {
        var own = browser.page();
        signIn(own, Role.ADVISER);
        own.navigate(url("/students/" + student));
        var decision = card(own, "84%").locator("a:has-text('Override')").getAttribute("href");

        school = schools.school();
        var page = browser.page();
        signIn(page, Role.ADVISER);
        for (var path : new String[] {"/students/" + student, decision, "/students/" + UUID.randomUUID()}) {
            var answer = page.navigate(url(path));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(words(page, "h1")).isEqualTo("Page not found");
        }
        page.navigate(url("/caseload"));
        assertThat(words(page)).contains("The first step is to bring them in").doesNotContain("Maya");
    }

    @Test
    void aTutorSeesNoButtonAndNothingOfSpecialCategory() {
        var page = browser.page();
        signIn(page, Role.TUTOR);
        assertThat(words(page))
                .contains("Maya Thornley", "Persistent absence", "restricted to careers advisers")
                .doesNotContain("SEND");
        page.navigate(url("/caseload?flag=SEND+without+a+plan"));
        assertThat(words(page)).contains("Imran Brook");

        page.navigate(url("/students/" + student));
        var text = words(page);
        assertThat(text)
                .contains("84%", "Restricted to careers advisers", "restricted to careers advisers")
                .doesNotContain("SEND", "SEN support", "RONI score");
        assertThat(page.locator("main button").count()).isZero();
        assertThat(page.locator("main a[role=button]").count()).isZero();
        assertAccessible(page);
    }

    @Test
    void aTutorCannotDecideByAddress() {
        var adviser = browser.page();
        signIn(adviser, Role.ADVISER);
        adviser.navigate(url("/students/" + student));
        var decision = card(adviser, "84%").locator("a:has-text('Override')").getAttribute("href");
        var page = browser.page();
        signIn(page, Role.TUTOR);
        assertThat(page.navigate(url(decision)).status()).isEqualTo(403);
    }

    @Test
    void acceptingNeedsOnlyTheKeyboard() {
        var page = browser.page();
        signIn(page, Role.ADVISER);
        Keyboard.press(page, "Maya Thornley");
        var before = suggestions(page).count();
        Keyboard.press(page, "Accept:");
        assertThat(suggestions(page).count()).isEqualTo(before - 1);
    }

    @Test
    void theCaseloadCountsAddUpAndFilters() {
        var page = browser.page();
        signIn(page, Role.ADVISER);
        var all = page.locator(".signpost-suggestions > li").count();
        assertThat(words(page, ".signpost-figures")).contains("3 students wait", all + " suggestions");
        assertThat(page.locator(".signpost-student h2").allTextContents())
                .containsExactly("Maya Thornley", "Imran Brook", "Rowan Ashby");
        page.selectOption("#year", "10");
        page.click("button:has-text('Filter')");
        assertThat(page.locator(".signpost-student h2").allTextContents()).containsExactly("Imran Brook");
        page.navigate(url("/caseload?view=all"));
        assertThat(page.locator("tbody th").allTextContents())
                .containsExactly("Rowan Ashby", "Imran Brook", "Maya Thornley");
    }

    @Test
    void aBookThatDoesNotFitTheSchoolIsShownAsTextWithItsPlace() {
        var there = schools.school();
        var problems = "[{\"place\":{\"file\":\"topics/attendance.txt\",\"line\":7,\"column\":5},"
                + "\"message\":\"\\\"<b>atendance</b>\\\" is not known.\",\"advice\":\"Did you mean attendance?\"}]";
        schools.scope()
                .within(
                        there.id(),
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> sql.sql(
                                                "insert into book_conflicts values (?, 1, 1, ?::jsonb, now())")
                                        .params(there.id(), problems)
                                        .update()));
        var page = browser.page();
        Browser.signIn(page, port, there.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url("/rule-book"));
        assertThat(words(page, ".signpost-problems"))
                .contains(
                        "topics/attendance.txt, line 7, column 5",
                        "\"<b>atendance</b>\" is not known.",
                        "Did you mean attendance?",
                        "stays in force");
        assertAccessible(page, ".signpost-problems");
    }

    @Test
    void theRuleBookCanBeDownloadedByteForByteByThoseWhoMaySeeIt() {
        var page = browser.page();
        signIn(page, Role.HEAD_OF_DESTINATIONS);
        page.navigate(url("/rule-book"));
        var version = page.locator(".signpost-book code").textContent();
        var zip = page.request().get(url(page.getAttribute("a:has-text('Download this rule book')", "href")));
        assertThat(zip.headers().get("content-disposition")).contains("rule-book-" + version + ".zip");
        assertThat(BookZip.unpack("book.zip", zip.body()))
                .isInstanceOfSatisfying(
                        ZipReading.Unpacked.class,
                        unpacked -> assertThat(unpacked.files().digest()).startsWith(version));
        assertThat(browser.page().request().get(url("/rule-book.zip")).headers().get("content-type"))
                .startsWith("text/html");
    }

    private static void accessible(Page page, boolean scripts) {
        if (scripts) {
            assertAccessible(page);
        }
    }

    private static Locator suggestions(Page page) {
        return page.locator("section[aria-labelledby=suggested] article");
    }

    private static Locator card(Page page, String words) {
        return page.locator("section[aria-labelledby=suggested] article:has(p:has-text(\"" + words + "\"))")
                .first();
    }

    private void signIn(Page page, Role role) {
        Browser.signIn(page, port, school.person(role));
        page.navigate(url("/caseload"));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
