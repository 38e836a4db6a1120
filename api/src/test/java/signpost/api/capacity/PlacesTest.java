package signpost.api.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.terms.Terms;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Places and hours of a school whose students are on advisers' caseloads. */
@SignpostTest
class PlacesTest {

    @Autowired
    Places places;

    @Autowired
    Limits limits;

    @Autowired
    Terms terms;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestStudents work;

    @Autowired
    Clock clock;

    @Test
    void aSuggestionTakesTheHoursOfTheAdviserWhoseStudentItIsFor() {
        var school = schools.school();
        var sam = school.person(Role.ADVISER);
        var jo = school.person(Role.ADVISER);
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,plan_state",
                "A1,Thornley,Maya,11,11B,C,none",
                "A2,Ashby,Rowan,11,11C,C,none");
        schools.scope().within(school.id(), () -> {
            work.in(school.id(), () -> given(school.id(), sam.staffId(), "11B", jo.staffId(), "11C"));
            var term = terms.working(school.id(), LocalDate.now(clock));
            limits.set(school.id(), term.id(), sam.staffId(), hours("0.25"), sam.staffId(), Instant.EPOCH);
            limits.set(school.id(), term.id(), jo.staffId(), hours("20"), sam.staffId(), Instant.EPOCH);
            var picture = places.picture(school.id(), term);

            assertThat(picture.asking())
                    .extracting(Asking::adviser)
                    .containsOnly(Optional.of(sam.staffId()), Optional.of(jo.staffId()));
            assertThat(picture.asking())
                    .allSatisfy(one -> assertThat(
                                    picture.fitted().places().get(one.id()).fits())
                            .isEqualTo(one.adviser().equals(Optional.of(jo.staffId()))));
            return term;
        });
    }

    @Test
    void whoHasLeftHasNoHoursToGive() {
        var school = schools.school();
        var sam = school.person(Role.ADVISER);
        var jo = school.person(Role.ADVISER);
        schools.scope().within(school.id(), () -> {
            var term = terms.working(school.id(), LocalDate.now(clock));
            limits.set(school.id(), term.id(), sam.staffId(), hours("5"), sam.staffId(), Instant.EPOCH);
            limits.set(school.id(), term.id(), jo.staffId(), hours("20"), sam.staffId(), Instant.EPOCH);
            work.in(school.id(), () -> left(jo.staffId()));

            assertThat(limits.of(school.id(), term.id()).advisers()).containsOnlyKeys(sam.staffId());
            assertThat(limits.advisers(school.id()))
                    .extracting(Limits.Adviser::id)
                    .containsExactly(sam.staffId());
            return term;
        });
    }

    private void left(UUID staff) {
        sql.sql("update staff set ended_at = now() where id = :id")
                .param("id", staff)
                .update();
    }

    private static Optional<BigDecimal> hours(String hours) {
        return Optional.of(new BigDecimal(hours));
    }

    /** Each group to its adviser. */
    private void given(UUID school, UUID first, String group, UUID second, String other) {
        sql.sql("insert into assignment_changes (school_id, number, kind, sets_rules, made_by, made_at)"
                        + " values (:school, 1, 'RULES', true, :by, now())")
                .param("school", school)
                .param("by", first)
                .update();
        sql.sql("insert into assignment_rules (school_id, change, position, reg_group, staff)"
                        + " values (:school, 1, 1, :group, :first), (:school, 1, 2, :other, :second)")
                .param("school", school)
                .param("group", group)
                .param("first", first)
                .param("other", other)
                .param("second", second)
                .update();
    }
}
