package signpost.api.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;
import signpost.engine.profile.TermCalendar;

/** The move into a new academic year, and back. */
@SignpostTest
class RollOverTest {

    private static final int YEAR = TermCalendar.academicYear(LocalDate.now());

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    RollOver rollOver;

    @Autowired
    Profiles profiles;

    @Autowired
    JdbcClient sql;

    UUID school;
    UUID head;
    UUID ten;
    UUID eleven;
    UUID gone;

    @BeforeEach
    void aSchoolOfLastJuly() {
        TestSchools.TestSchool made = schools.school();
        school = made.id();
        head = made.person(Role.HEAD_OF_DESTINATIONS).staffId();
        ten = students.enrol(school, "A10", Map.of("nc_year", "10", "enrol_status", "C"));
        eleven = students.enrol(school, "A11", Map.of("nc_year", "11", "enrol_status", "C"));
        gone = students.enrol(school, "A12", Map.of("nc_year", "12", "enrol_status", "P"));
        students.enrol(school, "A0", Map.of("enrol_status", "C"));
        students.in(
                school,
                () -> sql.sql("update observations set observed_on = :day, confirmed_on = :day")
                        .param("day", RollOver.day(YEAR).minusDays(40))
                        .update());
    }

    @Test
    void yearGroupsMoveUpAndTheLastBecomesLeavers() {
        RollOverPlan plan = in(() -> rollOver.preview(YEAR, 11));
        assertThat(in(() -> rollOver.preview(YEAR, Optional.empty(), 13)).lastYear())
                .isEqualTo(11);
        assertThat(List.of(plan.moving(), plan.leaving(), plan.gone(), plan.unknown(), plan.told()))
                .containsExactly(1, 1, 1, 1, 0);

        assertThat(run()).isInstanceOf(RollOver.Answer.Done.class);
        assertThat(year(ten)).contains("11");
        assertThat(year(eleven)).contains("12");
        assertThat(year(gone)).contains("13");
        assertThat(fact(eleven, "enrol_status")).contains("P");
        assertThat(fact(eleven, "leaving_date")).contains(YEAR + "-08-31");
        assertThat(fact(ten, "enrol_status")).contains("C");
        Fact.Known known = profile(ten).get("nc_year");
        assertThat(known.source()).isEqualTo(Source.ROLL_OVER);
        assertThat(in(() -> rollOver.steps(YEAR)))
                .extracting(RollOver.Step::undone, RollOver.Step::moved, RollOver.Step::leavers, RollOver.Step::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(false, 1, 1, "Sam H"));
    }

    @Test
    void aLeavingDateThatIsKnownStays() {
        students.tell(school, eleven, Map.of("leaving_date", YEAR + "-06-26"));
        students.in(
                school,
                () -> sql.sql("update observations set observed_on = :day, confirmed_on = :day")
                        .param("day", RollOver.day(YEAR).minusDays(40))
                        .update());
        run();
        assertThat(fact(eleven, "enrol_status")).contains("P");
        assertThat(fact(eleven, "leaving_date")).contains(YEAR + "-06-26");
    }

    @Test
    void itRunsOnceAndOnlyAsItWasSeen() {
        assertThat(in(() -> rollOver.run(YEAR, 11, 5, 1, head))).isInstanceOf(RollOver.Answer.Changed.class);
        assertThat(in(() -> rollOver.run(YEAR + 1, 11, 1, 1, head))).isInstanceOf(RollOver.Answer.Changed.class);
        run();
        assertThat(in(() -> rollOver.run(YEAR, 11, 0, 0, head))).isInstanceOf(RollOver.Answer.Changed.class);
        assertThat(year(ten)).contains("11");
    }

    @Test
    void nobodyLeavesAfterAYearThatNoSchoolEndsWith() {
        for (int last : List.of(0, 6, 15)) {
            RollOverPlan plan = in(() -> rollOver.preview(YEAR, last));
            assertThat(in(() -> rollOver.run(YEAR, last, plan.moving(), plan.leaving(), head)))
                    .isInstanceOf(RollOver.Answer.Changed.class);
        }
    }

    @Test
    void takenBackEverythingIsAsBeforeAndNothingIsErased() {
        Map<String, Fact.Known> before = profile(eleven);
        run();
        int kept = observations();
        assertThat(in(() -> rollOver.undoable(YEAR))).isEqualTo(3);
        assertThat(in(() -> rollOver.undo(YEAR, head))).isInstanceOf(RollOver.Answer.Done.class);

        assertThat(profile(eleven)).isEqualTo(before);
        assertThat(year(ten)).contains("10");
        assertThat(observations()).isGreaterThan(kept);
        assertThat(in(() -> rollOver.undo(YEAR, head))).isInstanceOf(RollOver.Answer.Changed.class);
        assertThat(run()).isInstanceOf(RollOver.Answer.Done.class);
        assertThat(year(eleven)).contains("12");
    }

    @Test
    void whatTheMisTellsSinceStandsWhateverIsTakenBack() {
        run();
        students.tell(school, eleven, Map.of("nc_year", "12", "enrol_status", "C"));
        assertThat(in(() -> rollOver.undoable(YEAR))).isEqualTo(3);
        in(() -> rollOver.undo(YEAR, head));

        assertThat(year(eleven)).contains("12");
        assertThat(fact(eleven, "enrol_status")).contains("C");
        assertThat(fact(eleven, "leaving_date")).isEmpty();
        assertThat(year(ten)).contains("10");
        assertThat(in(() -> rollOver.preview(YEAR, 11)).told()).isEqualTo(1);
    }

    private RollOver.Answer run() {
        return in(() -> rollOver.run(YEAR, 11, 1, 1, head));
    }

    private Optional<String> year(UUID student) {
        return fact(student, "nc_year");
    }

    private Optional<String> fact(UUID student, String attribute) {
        return Optional.ofNullable(profile(student).get(attribute))
                .map(known -> known.value().canonical());
    }

    private Map<String, Fact.Known> profile(UUID student) {
        return in(() -> profiles.of(List.of(student))).get(student).facts();
    }

    private int observations() {
        int[] count = new int[1];
        students.in(
                school,
                () -> count[0] = sql.sql("select count(*) from observations")
                        .query(Integer.class)
                        .single());
        return count[0];
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school, work);
    }
}
