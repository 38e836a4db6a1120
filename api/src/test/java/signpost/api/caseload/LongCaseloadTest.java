package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** A caseload of several pages, putting off, and what is not known any more. */
@SignpostTest
class LongCaseloadTest {

    private static final int STUDENTS = 60;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestStudents students;

    @Autowired
    JdbcClient sql;

    TestSchools.TestSchool school;

    @BeforeEach
    void aLongCaseload() {
        school = schools.school();
        cohort.take(
                school.id(),
                Stream.concat(
                                Stream.of("student_id,surname,forename,nc_year,enrol_status,attendance_pct"),
                                IntStream.rangeClosed(1, STUDENTS)
                                        .mapToObj(number -> "B%02d,Marsh%02d,Robin,10,C,84".formatted(number, number)))
                        .toArray(String[]::new));
    }

    @Test
    void everyStudentIsOnOnePage() {
        var page = signedIn();
        var seen = new HashSet<String>();
        int pages = 1;
        seen.addAll(students(page));
        while (page.locator("a[rel=next]").count() > 0) {
            page.click("a[rel=next]");
            page.waitForLoadState();
            List<String> these = students(page);
            assertThat(these).isNotEmpty().doesNotContainAnyElementsOf(seen);
            seen.addAll(these);
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(seen).hasSize(STUDENTS);
        assertAccessible(page);
        page.click("a[rel=prev]");
        page.waitForLoadState();
        assertThat(students(page)).isNotEmpty();
    }

    @Test
    void puttingOffToTheEndOfTermIsKeptAndShown() {
        var page = signedIn();
        page.navigate(url("/students/" + cohort.idOf(school.id(), "B01")));
        page.locator("a:has-text('Defer')").first().click();
        String hint = page.locator("#deferredUntil-hint").textContent();
        String last = hint.substring(hint.indexOf(", ") + 2);
        var day = LocalDate.parse(last, DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
        Browser.fillDay(page, "deferredUntil", day);
        page.click("button:has-text('Defer')");
        page.waitForSelector(".govuk-notification-banner--success");
        assertThat(words(page)).contains("Deferred").contains(last);
        assertAccessible(page);
        page.reload();
        assertThat(words(page)).contains(last);
    }

    @Test
    void evidenceThatIsNotKnownAnyMoreIsSaidAndTheSuggestionStays() {
        var student = cohort.idOf(school.id(), "B02");
        students.in(
                school.id(),
                () -> sql.sql("update observations set superseded_at = now()"
                                + " where school_id = :school and student = :student and attribute = 'attendance_pct'")
                        .param("school", school.id())
                        .param("student", student)
                        .update());
        students.tell(school.id(), student, Map.of("english_current", "6"));
        var page = signedIn();
        page.navigate(url("/students/" + student));
        assertThat(words(page)).contains("A rule cannot tell any more", "not known does not mean no");
        assertAccessible(page);
    }

    @Test
    void errorPagesAreAccessible() {
        var page = signedIn();
        page.navigate(url("/administration"));
        assertThat(words(page, "h1")).contains("not");
        assertAccessible(page);
        page.navigate(url("/error"));
        assertAccessible(page);
    }

    private static List<String> students(Page page) {
        return page.locator(".signpost-student h2").allTextContents();
    }

    private Page signedIn() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        page.navigate(url("/caseload"));
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
