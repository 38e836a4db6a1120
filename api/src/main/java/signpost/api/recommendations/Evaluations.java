package signpost.api.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The students who wait to be evaluated. */
@Repository
class Evaluations {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient sql;

    Evaluations(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    void request(UUID school, Collection<UUID> students, Instant at) {
        sql.sql("""
                        insert into to_evaluate (school_id, student, requested_at)
                        select :school, student, :at from unnest(:students::uuid[]) student order by student
                        on conflict (school_id, student)
                        do update set requested_at = excluded.requested_at, attempts = 0, not_before = null
                        """)
                .param("school", school)
                .param("students", Recommendations.texts(students))
                .param("at", Timestamp.from(at))
                .update();
    }

    @Transactional
    void requestAll(UUID school, Instant at) {
        requestAll(school, null, at);
    }

    /** As {@link #requestAll(UUID, Instant)}, and each counts for a run. */
    @Transactional
    void requestAll(UUID school, @Nullable UUID run, Instant at) {
        sql.sql("""
                        insert into to_evaluate as w (school_id, student, requested_at, run)
                        select school_id, id, :at, cast(:run as uuid) from students where school_id = :school
                        on conflict (school_id, student)
                        do update set requested_at = excluded.requested_at, attempts = 0, not_before = null,
                          run = coalesce(excluded.run, w.run)
                        """)
                .param("school", school)
                .param("run", run)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * A student who waits, and since which request: a request made meanwhile is not taken for done.
     *
     * @param run the run the evaluation counts for, if any
     */
    record Waiting(UUID student, Instant requestedAt, Optional<UUID> run) {}

    /**
     * Takes up to {@code limit} and locks the students; another worker passes them by until this transaction ends. Students
     * are always locked before anything of theirs, so that nobody waits in a circle.
     */
    List<Waiting> take(UUID school, int limit, Instant now) {
        return sql.sql("""
                        select w.student, w.requested_at, w.run from to_evaluate w
                        join students s on s.school_id = w.school_id and s.id = w.student
                        where w.school_id = :school and (w.not_before is null or w.not_before <= :now)
                        order by w.requested_at, w.student limit :limit for no key update of s, w skip locked
                        """)
                .param("school", school)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(Evaluations::read)
                .list();
    }

    /** Those of {@code students} who wait and whom no other worker has, locked. */
    List<Waiting> take(UUID school, Collection<UUID> students) {
        return sql.sql("""
                        select w.student, w.requested_at, w.run from to_evaluate w
                        join students s on s.school_id = w.school_id and s.id = w.student
                        where w.school_id = :school and w.student = any (:students::uuid[])
                        order by w.student for no key update of s, w skip locked
                        """)
                .param("school", school)
                .param("students", Recommendations.texts(students))
                .query(Evaluations::read)
                .list();
    }

    /** Some of those who wait, without taking them. */
    @Transactional(readOnly = true)
    List<UUID> waiting(UUID school, Instant now) {
        return sql.sql("""
                        select student from to_evaluate
                        where school_id = :school and (not_before is null or not_before <= :now)
                        order by requested_at, student limit 2000
                        """)
                .param("school", school)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    /** Takes the requests off the list, unless they were made anew since. */
    void done(UUID school, List<Waiting> taken) {
        sql.sql("""
                        delete from to_evaluate w
                        using unnest(:students::uuid[], :requested::timestamptz[]) as t (student, requested_at)
                        where w.school_id = :school and w.student = t.student and w.requested_at = t.requested_at
                        """)
                .param("school", school)
                .param(
                        "students",
                        taken.stream().map(found -> found.student().toString()).toArray(String[]::new))
                .param(
                        "requested",
                        taken.stream()
                                .map(found -> found.requestedAt().toString())
                                .toArray(String[]::new))
                .update();
        List<UUID> counted = taken.stream()
                .filter(found -> found.run().isPresent())
                .map(Waiting::student)
                .toList();
        if (!counted.isEmpty()) {
            forgetRun(school, counted);
        }
    }

    /** Who was asked for anew meanwhile is evaluated again, and not counted again. */
    private void forgetRun(UUID school, List<UUID> counted) {
        sql.sql("update to_evaluate set run = null where school_id = :school and student = any (:students::uuid[])")
                .param("school", school)
                .param("students", Recommendations.texts(counted))
                .update();
    }

    /** Lets a student wait longer each time, so that one who cannot be judged does not hold up the others. */
    @Transactional
    void failed(UUID school, UUID student, Instant now) {
        sql.sql("""
                        update to_evaluate set attempts = attempts + 1,
                          not_before = cast(:now as timestamptz)
                            + least(interval '1 second' * power(4, least(attempts, 8)), :longest * interval '1 second')
                        where school_id = :school and student = :student
                        """)
                .param("school", school)
                .param("student", student)
                .param("now", Timestamp.from(now))
                .param("longest", LONGEST_PAUSE.toSeconds())
                .update();
    }

    @Transactional(readOnly = true)
    List<UUID> schoolsWaiting(Instant now) {
        return sql.sql("select school_id from schools_to_evaluate(:now)")
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("student", UUID.class),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getObject("run", UUID.class)));
    }
}
