package signpost.api.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.drafts.Desk;
import signpost.api.drafts.TestDrafts;
import signpost.api.recommendations.OneSchool;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** What the impact of a draft on 1,500 students takes, beside evaluating them once, in one run of one machine. */
@SignpostTest
@Tag("thorough")
class ImpactSpeedTest {

    private static final int STUDENTS = 1_500;
    private static final int WARM = 3;
    private static final int MEASURED = 7;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestDrafts typing;

    @Autowired
    Desk desk;

    @Autowired
    BooksTried books;

    @Autowired
    Trials trials;

    @Autowired
    OneSchool one;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transactions;

    @Test
    void impactTakesLittleMoreThanEvaluatingOnce() {
        var school = schools.school();
        cohort.takePilotSchool(school.id());
        for (int copy = 1; copy <= 4; copy++) {
            copy(school.id(), copy);
        }
        evaluate(school.id());
        var person = school.person(Role.HEAD_OF_DESTINATIONS);
        StaffMember head = new StaffMember(
                person.accountId(), person.staffId(), "Sam", school.id(), "School", Set.of(Role.HEAD_OF_DESTINATIONS));
        Books both = schools.scope().within(school.id(), () -> {
            UUID id = typing.draft(
                    school.id(),
                    new Owner(school.id(), false, "School"),
                    new Person("Sam", Optional.of(head.accountId())),
                    Map.of("topics/own.txt", TrialsTest.RULE));
            return books.of(school.id(), desk.open(head, id)).orElseThrow();
        });
        List<Long> evaluating = new ArrayList<>();
        List<Long> impact = new ArrayList<>();
        for (int round = 0; round < WARM + MEASURED; round++) {
            evaluating.add(time(() -> evaluate(school.id())));
            impact.add(time(() -> schools.scope().within(school.id(), () -> {
                Trial trial = trials.of(school.id(), both, "a visit");
                assertThat(trial.students()).isEqualTo(STUDENTS);
                return trial.done();
            })));
        }
        long once = median(evaluating.subList(WARM, WARM + MEASURED));
        long took = median(impact.subList(WARM, WARM + MEASURED));
        System.out.printf(
                "Impact of %d students: %d ms; evaluating them once: %d ms; ratio %.2f%n",
                STUDENTS, took / 1_000_000, once / 1_000_000, (double) took / once);
        assertThat((double) took / once).isLessThan(2.5);
    }

    private void evaluate(UUID school) {
        within(school, """
                insert into to_evaluate (school_id, student, requested_at)
                select school_id, id, now() from students where school_id = :school
                on conflict (school_id, student) do nothing
                """);
        one.works(school);
        cohort.settle(school);
    }

    /** As varied as the pilot; only so many of the last copy that it comes to the number wanted. */
    private void copy(UUID school, int copy) {
        within(school, """
                insert into students (school_id, id, student_id, surname, forename, sex, reg_group, created_at, updated_at)
                select school_id, md5(id::text || '#')::uuid, student_id || '-#', surname, forename, sex, reg_group, now(), now()
                from students where school_id = :school and student_id not like '%-%' order by id
                limit greatest(0, 1500 - (select count(*) from students where school_id = :school))
                """.replace("#", "" + copy));
        within(school, """
                insert into observations (school_id, id, student, attribute, value, source, observed_on, confirmed_on,
                  recorded_at)
                select o.school_id, md5(o.id::text || '#')::uuid, md5(o.student::text || '#')::uuid, o.attribute, o.value,
                  o.source, o.observed_on, o.confirmed_on, o.recorded_at
                from observations o
                where o.school_id = :school and o.superseded_at is null and exists (select from students s
                  where s.school_id = o.school_id and s.id = md5(o.student::text || '#')::uuid)
                """.replace("#", "" + copy));
    }

    private void within(UUID school, String statement) {
        schools.scope()
                .within(
                        school,
                        () -> transactions.execute(status ->
                                sql.sql(statement).param("school", school).update()));
    }

    private static long time(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return System.nanoTime() - from;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
