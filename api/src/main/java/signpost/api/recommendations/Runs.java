package signpost.api.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The runs of a school and how far they are. */
@Repository
public class Runs {

    private static final String READ = """
            select r.*, m.display_name from term_runs r
            left join staff m on m.school_id = r.school_id and m.id = r.staff where r.school_id = :school
            """;

    private final JdbcClient sql;

    Runs(JdbcClient sql) {
        this.sql = sql;
    }

    /** The last run of a term, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Run> last(UUID school, UUID term) {
        return sql.sql(READ + " and r.term_id = :term order by r.requested_at desc limit 1")
                .param("school", school)
                .param("term", term)
                .query(Runs::read)
                .optional();
    }

    Optional<Run> find(UUID school, UUID id) {
        return sql.sql(READ + " and r.id = :id")
                .param("school", school)
                .param("id", id)
                .query(Runs::read)
                .optional();
    }

    /** Adds a run: whether it was added; not while another goes on. */
    boolean add(UUID school, UUID id, UUID term, UUID staff, Instant at) {
        return sql.sql("""
                                insert into term_runs (school_id, id, term_id, staff, requested_at, students)
                                select :school, :id, :term, :staff, :at, count(*) from students where school_id = :school
                                on conflict do nothing
                                """)
                        .param("school", school)
                        .param("id", id)
                        .param("term", term)
                        .param("staff", staff)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Counts what a batch did, in the batch's transaction. */
    void progress(UUID school, UUID id, int done, Run.Changed changed) {
        sql.sql("""
                        update term_runs set done = done + :done, raised = raised + :raised, reworded = reworded + :reworded,
                          withdrawn = withdrawn + :withdrawn, expired = expired + :expired
                        where school_id = :school and id = :id
                        """)
                .param("school", school)
                .param("id", id)
                .param("done", done)
                .param("raised", changed.raised())
                .param("reworded", changed.reworded())
                .param("withdrawn", changed.withdrawn())
                .param("expired", changed.expired())
                .update();
    }

    /** Finishes a run unless students wait who have not been tried; those who failed wait on by themselves. */
    @Transactional
    boolean finish(UUID school, UUID id, Instant at) {
        sql.sql("""
                        update term_runs r set finished_at = :at, failed = (select count(*) from to_evaluate w
                          where w.school_id = r.school_id and w.run = r.id)
                        where r.school_id = :school and r.id = :id and r.finished_at is null and not exists
                          (select from to_evaluate w where w.school_id = r.school_id and w.run = r.id and w.attempts = 0)
                        """)
                .param("school", school)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
        boolean finished = find(school, id).map(Run::finished).orElse(true);
        if (finished) {
            sql.sql("update to_evaluate set run = null where school_id = :school and run = :id")
                    .param("school", school)
                    .param("id", id)
                    .update();
        }
        return finished;
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("display_name")).orElse("Signpost"),
                row.getTimestamp("requested_at").toInstant(),
                row.getInt("students"),
                row.getInt("done"),
                row.getInt("failed"),
                new Run.Changed(
                        row.getInt("raised"), row.getInt("reworded"), row.getInt("withdrawn"), row.getInt("expired")),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
