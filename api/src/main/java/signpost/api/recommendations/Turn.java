package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.students.Students;
import signpost.api.terms.TermCycle;

/** One school's turn of the day, in one transaction. */
@Service
class Turn {

    private final JdbcClient sql;
    private final Students students;
    private final Evaluations waiting;
    private final BookInForce book;
    private final TermCycle cycle;
    private final Clock clock;

    Turn(JdbcClient sql, Students students, Evaluations waiting, BookInForce book, TermCycle cycle, Clock clock) {
        this.sql = sql;
        this.students = students;
        this.cycle = cycle;
        this.waiting = waiting;
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public void of(UUID school) {
        LocalDate today = LocalDate.now(clock);
        boolean turns = cycle.due(school, today);
        students.lock(turns || newDay(school, today) ? students.all() : concerned(school, today));
        if (turns) {
            cycle.turn(school, today);
        }
        expire(school, today);
        lapse(school, today);
        if (firstToday(school, today)) {
            waiting.requestAll(school, clock.instant());
        }
    }

    /** Students are locked before anything of theirs, as everywhere. */
    private List<UUID> concerned(UUID school, LocalDate today) {
        return sql.sql("""
                        select distinct r.student from recommendations r
                        join terms t on t.school_id = r.school_id and t.id = coalesce(r.decided_term_id, r.term_id)
                        where r.school_id = :school and r.state in ('SUGGESTED', 'DEFERRED')
                          and (t.ends_on < :today or t.state = 'CLOSED' or r.deferred_until <= :today)
                        """)
                .param("school", school)
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    /** As {@link #firstToday}, before anything is locked or changed. */
    private boolean newDay(UUID school, LocalDate today) {
        return sql.sql(
                        "select 1 from evaluated_schools where school_id = :school and requested_on = :today and book_digest = :digest")
                .param("school", school)
                .param("today", today)
                .param("digest", book.agreed().book().digest())
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** Also what no closing of a term has met. */
    private void expire(UUID school, LocalDate today) {
        sql.sql("""
                        update recommendations r set state = 'EXPIRED', version = version + 1, deferred_until = null, changed_at = :at
                        from terms t
                        where r.school_id = :school and r.state in ('SUGGESTED', 'DEFERRED')
                          and t.school_id = r.school_id and t.id = coalesce(r.decided_term_id, r.term_id)
                          and (t.ends_on < :today or t.state = 'CLOSED')
                        """)
                .param("school", school)
                .param("today", today)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private void lapse(UUID school, LocalDate today) {
        sql.sql("""
                        update recommendations set state = 'SUGGESTED', version = version + 1, deferred_until = null, changed_at = :at
                        where school_id = :school and state = 'DEFERRED' and deferred_until <= :today
                        """)
                .param("school", school)
                .param("today", today)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether this day, or this book, is new to the school; from now on it is not. */
    private boolean firstToday(UUID school, LocalDate today) {
        return sql.sql("""
                                insert into evaluated_schools as e (school_id, requested_on, book_digest)
                                values (:school, :today, :digest)
                                on conflict (school_id) do update
                                set requested_on = excluded.requested_on, book_digest = excluded.book_digest
                                where (e.requested_on, e.book_digest) is distinct from (excluded.requested_on, excluded.book_digest)
                                """)
                        .param("school", school)
                        .param("today", today)
                        .param("digest", book.agreed().book().digest())
                        .update()
                == 1;
    }
}
