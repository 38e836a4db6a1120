package signpost.api.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.profile.Term;

/** Who asks for what there may not be enough of, in the order they come. */
@Repository
@Transactional(readOnly = true)
class Line {

    private final JdbcClient sql;

    Line(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Those moved up first, those moved back last; among them the gravest flag, the earliest due date, and so on. What is
     * gathered of each student is materialised: without statistics PostgreSQL expects one and would gather all of it again for
     * each.
     *
     * @param whose whether it matters whose caseload they are
     */
    List<Asking> of(UUID school, Term term, Collection<String> interventions, boolean whose) {
        return interventions.isEmpty()
                ? List.of()
                : sql.sql("""
                                with moved as materialized (
                                  select distinct on (recommendation) recommendation, direction from capacity_moves
                                  where school_id = :school order by recommendation, moved_at desc, id desc),
                                flagged as materialized (
                                  select student, severity, roni_most from standing_flags where school_id = :school),
                                held as materialized (select student, staff from assigned where school_id = :school and :whose)
                                select r.id, r.student, coalesce(s.preferred_forename, s.forename) || ' ' || s.surname as name, h.staff,
                                  r.intervention, r.state <> 'SUGGESTED' as taken, coalesce(m.direction, 'NEED') as move,
                                  y.value as year, coalesce(j.severity, 0) as severity, coalesce(j.roni_most, 0) as roni, r.due_on,
                                  cast(r.raised_at at time zone 'Europe/London' as date) as since
                                from recommendations r
                                join students s on s.school_id = r.school_id and s.id = r.student
                                left join flagged j on j.student = r.student
                                left join held h on h.student = r.student
                                left join moved m on m.recommendation = r.id
                                left join observations y on y.school_id = r.school_id and y.student = r.student
                                  and y.attribute = 'nc_year' and y.superseded_at is null
                                where r.school_id = :school and r.intervention = any (:interventions)
                                  and (r.state in ('SUGGESTED', 'ACCEPTED')
                                    or (r.state = 'DELIVERED' and r.delivered_on between :starts and :ends))
                                order by case m.direction when 'UP' then 0 when 'BACK' then 2 else 1 end,
                                  coalesce(j.severity, 0) desc, r.due_on, coalesce(j.roni_most, 0) desc, r.raised_at, r.id
                                """)
                        .param("school", school)
                        .param("interventions", interventions.toArray(String[]::new))
                        .param("whose", whose)
                        .param("starts", term.starts())
                        .param("ends", term.ends())
                        .query(Line::read)
                        .list();
    }

    private static Asking read(ResultSet row, int number) throws SQLException {
        return new Asking(
                row.getObject("id", UUID.class),
                row.getObject("student", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("staff", UUID.class)),
                row.getString("intervention"),
                row.getBoolean("taken"),
                Direction.valueOf(row.getString("move")),
                new Need(
                        Optional.ofNullable(row.getString("year")),
                        row.getInt("severity"),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("roni"),
                        row.getObject("since", LocalDate.class)));
    }
}
