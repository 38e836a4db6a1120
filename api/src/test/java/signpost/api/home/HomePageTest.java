package signpost.api.home;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Where people begin: what this week asks of an adviser and of a tutor. */
@SignpostTest
@Import(CountedStatements.class)
class HomePageTest {

    private static final LocalDate TODAY = LocalDate.now();

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    TestCohort cohort;

    @Autowired
    JdbcClient sql;

    TestSchools.TestSchool school;

    @BeforeEach
    void aFewStudents() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct,sen_provision,future_career_plan",
                "A1,Thornley,Maya,11,11B,C,84,,",
                "A2,Okafor,Daniel,11,11A,C,97,E,N",
                "A3,Pearson,Katie,10,10A,C,97,,");
    }

    @Test
    void anAdviserBeginsHereAndIsLedToWhatWaits() {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        assertThat(page.url()).endsWith("/home");
        assertThat(page.locator("section h2").allTextContents().stream()
                        .map(title -> title.replaceAll(":.*|\\d.*", "").strip()))
                .containsExactly(
                        "Decisions waiting",
                        "Did not attend twice",
                        "Interviews due",
                        "Flagged since Friday",
                        "Agreed actions due",
                        "Reviews due",
                        "The school");
        assertThat(section(page, "decisions")).contains("Maya Thornley", "due ");
        assertThat(section(page, "interviews")).contains("Katie Pearson");
        assertThat(section(page, "raised")).contains("Persistent absence", "SEND without a plan");
        assertThat(section(page, "reviews")).contains("Nothing is due for review.");
        assertThat(words(page, "#bars-plans")).isEqualTo("Post-16 plan, by year group");
        assertThat(page.locator("section[aria-labelledby=bars-plans] tbody tr:first-child td")
                        .allTextContents())
                .containsExactly("0", "0", "0", "0", "0", "1");
        Look.at(page, "home");
        Keyboard.press(page, "See who was flagged");
        assertThat(words(page)).contains("Maya Thornley");
        assertAccessible(page);
        for (String next : new String[] {"/reviews", "/not-attended", "/caseload?view=all&flag=Interview%20due"}) {
            assertThat(page.navigate(url(next)).status()).as(next).isEqualTo(200);
        }
        assertThat(words(page)).contains("Katie Pearson");
    }

    @Test
    void whatIsDueAndWhoDidNotAttendTwiceIsListed() {
        UUID student = cohort.idOf(school.id(), "A1");
        var person = school.person(Role.ADVISER);
        students.in(school.id(), () -> {
            UUID missed = recommendation(student, "ATT-01");
            sql.sql("update recommendations set state = 'ACCEPTED' where id = :id")
                    .param("id", missed)
                    .update();
            delivery(missed, "DID_NOT_ATTEND", person.staffId());
            delivery(missed, "DID_NOT_ATTEND", person.staffId());
        });
        var page = browser.phone(port, person);
        assertThat(section(page, "missed")).contains("Maya Thornley", "Attendance plan, last on ");
        Look.at(page, "home");
        page.click("a:has-text('See who did not attend twice')");
        page.click("a:has-text('Decide how to go on')");
        page.check("#way-2");
        page.click("button:has-text('Record')");
        assertThat(words(page, ".govuk-error-summary")).contains("Say what is done another way");
        page.fill("#note", "Ask after registration");
        page.click("button:has-text('Record')");
        assertThat(words(page)).contains("Nothing waits for a decision.", "Ask after registration");
        Look.at(page, "not-attended");
    }

    @Test
    void aTutorSeesWhatATutorMayAndAnAdministratorAdministers() {
        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        assertThat(tutor.url()).endsWith("/home");
        assertThat(words(tutor))
                .contains("Persistent absence", "are left out")
                .doesNotContain(
                        "SEND", "Decisions waiting", "Reviews due", "Students with a flag", "No interview is due");
        assertThat(tutor.navigate(url("/not-attended")).status()).isEqualTo(403);

        var administrator = browser.signedIn(port, school.person(Role.ADMINISTRATOR));
        assertThat(administrator.url()).doesNotEndWith("/home");
        assertThat(administrator.navigate(url("/home")).status()).isEqualTo(403);
    }

    @Test
    void aFlagThatStoodBeforeIsNotNewAndOneThatIsGoneIsNotListed() {
        students.in(
                school.id(),
                () -> sql.sql("update raised_flags set raised_at = raised_at - interval '30 days'")
                        .update());
        UUID katie = cohort.idOf(school.id(), "A3");
        students.tell(school.id(), katie, Map.of("attendance_pct", "80"));
        students.tell(school.id(), cohort.idOf(school.id(), "A1"), Map.of("attendance_pct", "83"));
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        assertThat(section(page, "raised"))
                .contains("Katie Pearson", "Persistent absence")
                .doesNotContain("Maya");

        students.tell(school.id(), katie, Map.of("attendance_pct", "97"));
        page.navigate(url("/home"));
        assertThat(section(page, "raised")).contains("No flag was raised since.");
    }

    private UUID recommendation(UUID student, String intervention) {
        return sql.sql("select id from recommendations where student = :student and intervention = :code")
                .param("student", student)
                .param("code", intervention)
                .query(UUID.class)
                .single();
    }

    private void delivery(UUID recommendation, String what, UUID staff) {
        sql.sql("insert into deliveries (school_id, id, recommendation, what, on_day, staff, recorded_at)"
                        + " values (:school, gen_random_uuid(), :recommendation, :what, :on, :staff, now())")
                .param("school", school.id())
                .param("recommendation", recommendation)
                .param("what", what)
                .param("on", TODAY)
                .param("staff", staff)
                .update();
    }

    private static String section(Page page, String key) {
        return words(page, "section[aria-labelledby=" + key + "]");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
