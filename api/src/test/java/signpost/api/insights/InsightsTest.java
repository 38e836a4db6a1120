package signpost.api.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.recommendations.OneSchool;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.TermCalendar;

/** A term's figures: counted while it is open, kept when it closes, compared with the next. */
@SignpostTest
class InsightsTest {

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
    Insights insights;

    @Autowired
    TestCohort cohort;

    @Autowired
    OneSchool one;

    @Autowired
    JdbcClient sql;

    TestSchools.TestSchool made;
    UUID school;

    @BeforeEach
    void aSchool() {
        made = schools.school();
        school = made.id();
        term("AUTUMN", -60, 5, "OPEN");
        term("SPRING", 6, 60, "PLANNED");
    }

    @Test
    void everyStudentOnRollCountsOnceAMeasureAndNotKnownIsABandOfItsOwn() {
        enrol("A1", "10", Map.of("plan_state", "applied", "sectors", "none", "knows_fe", "3"));
        enrol("A2", "10", Map.of("plan_state", "none", "sectors", "care", "knows_fe", "2"));
        enrol("A3", "11", Map.of());
        students.enrol(school, "A4", Map.of("nc_year", "12", "enrol_status", "P", "plan_state", "offer"));
        students.enrol(school, "A5", Map.of());
        cohort.settle(school);

        TermFigures now = in(() -> insights.terms(school)).get(0);
        for (Measure measure : Measure.values()) {
            assertThat(measure.bands().stream()
                            .mapToInt(band -> now.students(measure, band, Optional.empty()))
                            .sum())
                    .as(measure.name())
                    .isEqualTo(4);
        }
        assertThat(now.years()).containsExactly("10", "11", "");
        assertThat(count(now, Measure.PLAN, "none")).isEqualTo(1);
        assertThat(count(now, Measure.PLAN, "offer")).isZero();
        assertThat(count(now, Measure.PLAN, "unknown")).isEqualTo(2);
        assertThat(count(now, Measure.ASPIRATION, "none")).isEqualTo(1);
        assertThat(count(now, Measure.KNOWS_FE, "confident")).isEqualTo(1);
        assertThat(count(now, Measure.KNOWS_FE, "not")).isEqualTo(1);
        assertThat(count(now, Measure.COMPLETENESS, "most")).isEqualTo(2);
        assertThat(count(now, Measure.COMPLETENESS, "some")).isEqualTo(1);
        assertThat(count(now, Measure.COMPLETENESS, "unknown")).isEqualTo(1);
        assertThat(count(now, Measure.RAISED, "unknown")).isEqualTo(4);
    }

    @Test
    void figuresOfAClosedTermStayAndFlagsAreComparedWithIt() {
        UUID eased = enrol("A1", "10", Map.of());
        UUID worse = students.enrol(
                school,
                "A2",
                with(WEAK_MATHS, Map.of("maths_current", "6", "maths_predicted", "6", "attendance_pct", "96")));
        cohort.settle(school);
        move("AUTUMN", -60, -1);
        move("SPRING", 0, 60);
        one.turns(school);
        students.tell(school, eased, Map.of("maths_current", "6", "maths_predicted", "6", "plan_state", "offer"));
        students.tell(school, worse, Map.of("attendance_pct", "80"));
        cohort.settle(school);

        var terms = in(() -> insights.terms(school));
        assertThat(terms).extracting(TermFigures::frozen).containsExactly(true, false);
        assertThat(count(terms.get(0), Measure.PLAN, "offer")).isZero();
        assertThat(count(terms.get(1), Measure.PLAN, "offer")).isEqualTo(1);
        assertThat(count(terms.get(1), Measure.CLEARED, "some")).isEqualTo(1);
        assertThat(count(terms.get(1), Measure.RAISED, "some")).isEqualTo(1);
    }

    @Test
    void termsAreComparedOnAPageAndATutorSeesNoSmallCountOfFlags() {
        for (int number = 1; number <= 9; number++) {
            enrol("A" + number, number < 4 ? "10" : "11", Map.of("plan_state", number < 7 ? "applied" : "ideas"));
        }
        cohort.settle(school);
        move("AUTUMN", -60, -1);
        move("SPRING", 0, 60);
        one.turns(school);
        students.tell(school, enrol("A10", "11", Map.of()), Map.of("plan_state", "accepted"));
        cohort.settle(school);
        var page = browser.signedIn(port, made.person(Role.ADVISER));
        page.navigate(url("/terms"));
        page.click("a:has-text('Compare terms')");
        assertThat(words(page)).contains("Autumn term", "Spring term", "(so far)", "Not known");
        assertThat(page.locator("svg.insights-chart rect").count()).isGreaterThan(4);
        Look.at(page, "compare");
        page.selectOption("#measure", "FLAGS");
        page.click("button:has-text('Show')");
        assertThat(words(page)).contains("You may see each student's flags").doesNotContain("not shown");
        page.setViewportSize(390, 844);
        Look.at(page, "compare");

        var tutor = browser.pageWithoutScripts();
        Browser.signIn(tutor, port, made.person(Role.TUTOR));
        tutor.navigate(url("/terms/compare?measure=FLAGS&year=10"));
        assertThat(words(tutor)).contains("of the whole school only");
        assertThat(tutor.locator("#year").count()).isZero();
        tutor.navigate(url("/terms/compare?measure=PLAN&year=10"));
        assertThat(words(tutor, "#measured")).contains("year 10");
    }

    private static Map<String, String> with(Map<String, String> facts, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(facts);
        all.putAll(more);
        return all;
    }

    private UUID enrol(String id, String year, Map<String, String> facts) {
        return students.enrol(school, id, with(with(WEAK_MATHS, Map.of("nc_year", year)), facts));
    }

    private static int count(TermFigures figures, Measure measure, String band) {
        return figures.students(measure, new Band(band, ""), Optional.empty());
    }

    private void term(String season, int from, int to, String state) {
        students.in(
                school,
                () -> sql.sql("""
                                insert into terms (school_id, id, academic_year, season, starts_on, ends_on, state)
                                values (:school, gen_random_uuid(), :year, :season, :starts, :ends, :state)
                                """)
                        .param("school", school)
                        .param("year", TermCalendar.academicYear(TODAY))
                        .param("season", season)
                        .param("starts", TODAY.plusDays(from))
                        .param("ends", TODAY.plusDays(to))
                        .param("state", state)
                        .update());
    }

    private void move(String season, int from, int to) {
        students.in(school, () -> {
            sql.sql("update terms set starts_on = :starts, ends_on = :ends where season = :season")
                    .param("season", season)
                    .param("starts", TODAY.plusDays(from))
                    .param("ends", TODAY.plusDays(to))
                    .update();
            // What was known then was recorded then.
            sql.sql("update observations set recorded_at = recorded_at - interval '2 days'")
                    .update();
            sql.sql("update students set created_at = created_at - interval '2 days'")
                    .update();
        });
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school, work);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
