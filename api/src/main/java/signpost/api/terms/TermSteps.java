package signpost.api.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.engine.profile.Term;

/** What happened to the terms of a school, and by whom: rows are added, never changed. */
@Repository
public class TermSteps {

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;

    TermSteps(JdbcClient sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** What happened to a term, the last first. */
    @Transactional(readOnly = true)
    public List<TermStep> of(UUID school, UUID term) {
        return sql.sql("""
                        select s.*, m.display_name from term_steps s
                        left join staff m on m.school_id = s.school_id and m.id = s.staff
                        where s.school_id = :school and s.term_id = :term order by s.taken_at desc, s.id desc
                        """)
                .param("school", school)
                .param("term", term)
                .query(TermSteps::read)
                .list();
    }

    void add(UUID school, UUID term, TermStep.Kind kind, Term days, Optional<UUID> staff) {
        add(school, term, kind, days.starts(), days.ends(), staff);
    }

    void add(UUID school, UUID term, TermStep.Kind kind, LocalDate starts, LocalDate ends, Optional<UUID> staff) {
        sql.sql("""
                        insert into term_steps (school_id, id, term_id, step, starts_on, ends_on, staff, taken_at)
                        values (:school, :id, :term, :step, :starts, :ends, :staff, :at)
                        """)
                .param("school", school)
                .param("id", ids.next())
                .param("term", term)
                .param("step", kind.name())
                .param("starts", starts)
                .param("ends", ends)
                .param("staff", staff.orElse(null))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static TermStep read(ResultSet row, int number) throws SQLException {
        return new TermStep(
                row.getObject("term_id", UUID.class),
                TermStep.Kind.valueOf(row.getString("step")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Optional.ofNullable(row.getString("display_name")).orElse("Signpost, by the calendar"),
                row.getTimestamp("taken_at").toInstant());
    }
}
