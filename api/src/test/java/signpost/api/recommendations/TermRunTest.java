package signpost.api.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.schools.Role;
import signpost.api.terms.Terms;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** A run over a whole school: everybody once, only differences written, whoever does it. */
@SignpostTest
class TermRunTest {

    private static final int SCHOOL = Boolean.getBoolean("signpost.thorough") ? 1500 : 600;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    TestCohort cohort;

    @Autowired
    Terms terms;

    @Autowired
    RunStart runs;

    @Autowired
    RunWork work;

    @Autowired
    Runs kept;

    @Autowired
    Evaluations waiting;

    @Autowired
    Evaluator evaluator;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    UUID school;
    UUID head;
    UUID term;

    @BeforeEach
    void aSchool() {
        TestSchools.TestSchool made = schools.school();
        school = made.id();
        head = made.person(Role.HEAD_OF_DESTINATIONS).staffId();
        term = in(() -> terms.on(school, java.time.LocalDate.now())).id();
    }

    @Test
    void aRunWritesOnlyDifferencesAndTheSecondInARowNothing() {
        enrol(SCHOOL);
        List<String> before = everything();
        assertThat(before).hasSizeGreaterThan(SCHOOL);
        Run second = run();
        assertThat(second.done()).isEqualTo(SCHOOL);
        assertThat(second.changed().nothing()).isTrue();
        assertThat(everything()).isEqualTo(before);

        UUID one = cohort.idOf(school, "A7");
        students.in(
                school,
                () -> sql.sql(
                                "update observations set value = '99' where student = :one and attribute = 'attendance_pct'")
                        .param("one", one)
                        .update());
        Run third = run();
        assertThat(third.changed().withdrawn()).isPositive();
        assertThat(everything().stream().filter(row -> !before.contains(row)))
                .isNotEmpty()
                .allMatch(row -> row.contains(one.toString()));
    }

    @Test
    void aRunCutShortBetweenBatchesIsFinishedByAnotherAndEverybodyEvaluatedOnce() throws Exception {
        enrol(520);
        var holding = new CountDownLatch(1);
        var dying = new CountDownLatch(1);
        students.in(school, () -> runs.begin(school, term, head));
        var dead = new Thread(() -> schools.scope()
                .within(
                        school,
                        () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            waiting.take(school, 200, Instant.now());
                            holding.countDown();
                            await(dying);
                            status.setRollbackOnly();
                        })));
        dead.start();
        await(holding);
        in(() -> evaluator.nextBatch(school));
        work.finish(school, last().id());
        dying.countDown();
        dead.join();
        finish();

        assertThat(last().done()).isEqualTo(520);
        assertThat(last().failed()).isZero();
    }

    @Test
    void askingAgainWhileARunGoesOnBeginsNoOther() {
        enrol(3);
        students.in(school, () -> {
            assertThat(runs.begin(school, term, head)).isTrue();
            assertThat(runs.begin(school, term, head)).isFalse();
        });
        finish();
        assertThat(last().done()).isEqualTo(3);
        assertThat(run().done()).isEqualTo(3);
    }

    private Run run() {
        in(() -> runs.begin(school, term, head));
        finish();
        return last();
    }

    /** Does the work beside the program's own job, until one of the two has finished it. */
    private void finish() {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (!last().finished()) {
            assertThat(Instant.now()).isBefore(until);
            work.finish(school, last().id());
        }
    }

    private Run last() {
        return in(() -> kept.last(school, term)).orElseThrow();
    }

    private void enrol(int number) {
        cohort.take(
                school,
                Stream.concat(
                                Stream.of("student_id,surname,forename,nc_year,enrol_status,attendance_pct"),
                                IntStream.rangeClosed(1, number).mapToObj(at -> "A" + at + ",Marsh,Robin,11,C,84"))
                        .toArray(String[]::new));
    }

    /** Every row evaluation may write, with the transaction that wrote it. */
    private List<String> everything() {
        return in(() -> new TransactionTemplate(transactions)
                .execute(status ->
                        sql.sql("""
                        select xmin::text || t::text from recommendations t where school_id = :school
                        union all select xmin::text || t.student || t.judged_on || t.flags from judgements t
                          where school_id = :school
                        union all select t.xmin::text || r.student || t.version from recommendation_explanations t
                          join recommendations r on r.school_id = t.school_id and r.id = t.recommendation
                          where t.school_id = :school
                        order by 1
                        """).param("school", school).query(String.class).list()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private <T> T in(Supplier<T> done) {
        return schools.scope().within(school, done);
    }
}
