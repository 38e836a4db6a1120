package signpost.api.home;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.rulebook.Severity;
import signpost.engine.vocabulary.Dates;

/** Where people begin: what this week asks of an adviser and of a tutor. */
@SignpostTest
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

    @Autowired
    ThisWeek week;

    @Autowired
    Referrals referrals;

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
                        "The school",
                        "Capacity used");
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
        for (String next :
                new String[] {"/reviews", "/not-attended", "/caseload?view=all&students=everybody&flag=Interview%20due"
                }) {
            assertThat(page.navigate(url(next)).status()).as(next).isEqualTo(200);
        }
        assertThat(words(page)).contains("Katie Pearson");
    }

    @Test
    void aSchoolWithoutStudentsIsToldTheFirstStep() {
        var page = browser.signedIn(port, schools.school().person(Role.ADVISER));
        assertThat(page.locator("main").textContent())
                .contains("No students yet", "Ask an administrator to make a token")
                .doesNotContain("Nothing waits", "Make a token");
        assertAccessible(page);
        page.navigate(url("/caseload"));
        assertThat(page.locator("main").textContent())
                .contains("No students yet")
                .doesNotContain("Nothing waits");
    }

    @Test
    void whatIsDueAndWhoDidNotAttendTwiceIsListed() {
        var person = missedTwice();
        var page = browser.phone(port, person);
        assertThat(section(page, "missed")).contains("Maya Thornley", "Attendance plan, last on ");
        Look.at(page, "home");
        page.click("a:has-text('See who did not attend twice')");
        page.click("a:has-text('Decide how to go on')");
        Look.at(page, "not-attended-form");
        page.check("#way-2");
        page.click("button:has-text('Record')");
        assertThat(words(page, ".govuk-error-summary")).contains("Say what is done another way");
        page.fill("#note", "Ask after registration");
        page.click("button:has-text('Record')");
        assertThat(words(page)).contains("Nothing waits for a decision.", "Ask after registration");
        Look.at(page, "not-attended");
    }

    @Test
    void whatWaitsIsOfTheirOwnCaseloadAndTheCaseloadCountsTheSame() {
        var adviser = school.person(Role.ADVISER);
        students.tell(school.id(), cohort.idOf(school.id(), "A1"), Map.of("enrol_status", "P"));
        students.in(school.id(), () -> {
            sql.sql("insert into assignment_changes (school_id, number, kind, sets_rules, made_by, made_at)"
                            + " values (:school, 1, 'RULES', true, :by, now())")
                    .param("school", school.id())
                    .param("by", adviser.staffId())
                    .update();
            sql.sql("insert into assignment_rules (school_id, change, position, year, staff)"
                            + " values (:school, 1, 1, '11', :by)")
                    .param("school", school.id())
                    .param("by", adviser.staffId())
                    .update();
        });
        var page = browser.signedIn(port, adviser);
        page.navigate("http://localhost:" + port + "/home");
        assertThat(page.textContent("#decisions")).contains("Decisions waiting: 2");
        assertThat(page.textContent("main")).doesNotContain("Katie");
        page.click("a:has-text('See the caseload')");
        page.waitForURL("**/caseload**");
        assertThat(page.textContent("main")).contains("2 students wait for a decision");
    }

    @Test
    void theHeadSeesHowMuchOfTheTermsCapacityIsUsed() {
        var head = school.person(Role.HEAD_OF_DESTINATIONS);
        var page = browser.signedIn(port, head);
        page.navigate("http://localhost:" + port + "/home");
        assertThat(words(page, "section[aria-labelledby=capacity]")).contains("No places or hours are set");
        page.navigate("http://localhost:" + port + "/capacity/limits");
        page.fill("#places-MAT-01", "3");
        page.fill("#adviser-" + head.staffId(), "12.5");
        page.click("main button:has-text('Save')");
        page.navigate("http://localhost:" + port + "/home");
        assertThat(words(page, "section[aria-labelledby=capacity] #bars-places ~ div table tbody"))
                .as("nothing accepted yet, of three places")
                .contains("Maths booster", "0", "3");
        assertThat(words(page, "section[aria-labelledby=capacity]"))
                .contains(
                        "Places this term", "Hours of the advisers this term", head.displayName(), "Go to suggestions");
        Look.at(page, "home-capacity");
    }

    @Test
    void howToGoOnIsDecidedByKeyboardAlone() {
        var page = browser.signedIn(port, missedTwice());
        Keyboard.press(page, "See who did not attend twice");
        Look.at(page, "not-attended");
        Keyboard.press(page, "Decide how to go on");
        Keyboard.press(page, "Record");
        assertThat(words(page, ".govuk-error-summary")).isNotEmpty();
        Look.at(page, "not-attended-form");
        Keyboard.tabTo(page, "#way-1");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        Keyboard.tabTo(page, "#note");
        page.keyboard().type("Ask after registration");
        Keyboard.press(page, "Record");
        assertThat(words(page)).contains("Nothing waits for a decision.", "Ask after registration");
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
    void aTutorIsShownWhomAnAdviserReferredAndOnlyOfTheirGroups() {
        var adviser = school.person(Role.ADVISER);
        var tutor = school.person(Role.TUTOR);
        students.in(school.id(), () -> {
            for (String one : List.of("A1", "A2", "A3")) {
                referred(cohort.idOf(school.id(), one), adviser.staffId());
            }
            sql.sql("insert into assignment_changes (school_id, number, kind, made_by, made_at)"
                            + " values (:school, 1, 'TUTOR_GROUPS', :staff, now())")
                    .param("school", school.id())
                    .param("staff", adviser.staffId())
                    .update();
            for (String group : List.of("11A", "11B")) {
                sql.sql("insert into tutor_groups (school_id, change, reg_group, position, staff)"
                                + " values (:school, 1, :group, 1, :tutor)")
                        .param("school", school.id())
                        .param("group", group)
                        .param("tutor", tutor.staffId())
                        .update();
            }
        });

        var few = schools.scope()
                .within(
                        school.id(),
                        () -> referrals.to(
                                new StaffMember(
                                        tutor.accountId(),
                                        tutor.staffId(),
                                        tutor.displayName(),
                                        school.id(),
                                        school.name(),
                                        Set.of(Role.TUTOR)),
                                5));
        assertThat(few.first())
                .extracting(one -> one.name() + ". " + one.about())
                .containsExactlyInAnyOrder(
                        "Maya Thornley. Attendance plan: did not attend twice, last on " + Dates.words(TODAY)
                                + "; referred by Sam A",
                        "Daniel Okafor. Help restricted to careers advisers: did not attend twice, last on "
                                + Dates.words(TODAY) + "; referred by Sam A");
        var page = browser.signedIn(port, tutor);
        assertThat(section(page, "referred")).contains("Referred to you: 2", "Maya Thornley", "did not attend twice");
        Look.at(page, "home-tutor");
        page.click("a:has-text('See who is referred to you')");
        page.waitForURL("**/home/referred");
        assertThat(page.locator("main").textContent())
                .contains("Maya Thornley", "Daniel Okafor")
                .doesNotContain("Katie");
    }

    /** Help that the rules suggest of a student, accepted, not attended twice and referred to the tutor. */
    private void referred(UUID student, UUID staff) {
        UUID id = sql.sql("update recommendations set state = 'ACCEPTED' where id ="
                        + " (select id from recommendations where student = :student"
                        + " order by intervention in ('ATT-01', 'SND-03') desc, intervention limit 1)"
                        + " returning id")
                .param("student", student)
                .query(UUID.class)
                .single();
        delivery(id, "DID_NOT_ATTEND", staff);
        delivery(id, "DID_NOT_ATTEND", staff);
        sql.sql("insert into missed_help_decisions (school_id, id, recommendation, missed, way, staff, decided_at)"
                        + " values (:school, :id, :id, 2, 'TUTOR', :staff, now())")
                .param("school", school.id())
                .param("id", id)
                .param("staff", staff)
                .update();
        sql.sql(
                        "insert into missed_help_decision_texts (school_id, decision, decided_by) values (:school, :id, 'Sam A')")
                .param("school", school.id())
                .param("id", id)
                .update();
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

    @Test
    void aFlagByAPersonIsNewToWhoMaySeeItsWordsAndCountsInTheOrderOfNeed() {
        UUID katie = cohort.idOf(school.id(), "A3");
        var person = school.person(Role.ADVISER);
        students.flag(school.id(), katie, person.staffId(), "Unsettled since the move", Severity.HIGH);
        students.flag(school.id(), katie, person.staffId(), "Persistent absence", Severity.LOW);

        var all = raised(true);
        assertThat(all.first().get(0)).satisfies(first -> {
            assertThat(first.name()).isEqualTo("Katie Pearson");
            assertThat(first.about()).isEqualTo("Persistent absence, Unsettled since the move");
        });
        assertThat(raised(false).first())
                .filteredOn(one -> one.student().equals(katie))
                .singleElement()
                .satisfies(one -> assertThat(one.about()).isEqualTo("Persistent absence"));
    }

    private Few raised(boolean words) {
        var since = TODAY.minusDays(1)
                .atStartOfDay(java.time.ZoneId.of("Europe/London"))
                .toInstant();
        return schools.scope()
                .within(
                        school.id(),
                        () -> week.raised(
                                new ThisWeek.Whose(school.id(), UUID.randomUUID(), TODAY),
                                since,
                                List.of("Persistent absence"),
                                words,
                                5));
    }

    private TestSchools.Person missedTwice() {
        UUID student = cohort.idOf(school.id(), "A1");
        TestSchools.Person person = school.person(Role.ADVISER);
        students.in(school.id(), () -> {
            UUID missed = recommendation(student, "ATT-01");
            sql.sql("update recommendations set state = 'ACCEPTED' where id = :id")
                    .param("id", missed)
                    .update();
            delivery(missed, "DID_NOT_ATTEND", person.staffId());
            delivery(missed, "DID_NOT_ATTEND", person.staffId());
        });
        return person;
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
