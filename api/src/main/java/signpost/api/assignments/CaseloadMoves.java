package signpost.api.assignments;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves of whole caseloads, what they changed, and what of it nobody has changed since. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CaseloadMoves {

    /** @param back whether it takes another move back */
    record Moved(int number, Instant at, UUID from, UUID to, String fromName, String toName, boolean back) {}

    private final JdbcClient sql;

    CaseloadMoves(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes from whom to whom a change moves a caseload, and the move that it takes back. */
    void note(UUID school, int change, UUID from, UUID to, Optional<Integer> takesBack) {
        sql.sql("insert into caseload_moves (school_id, change, moved_from, moved_to, takes_back)"
                        + " values (:school, :change, :from, :to, :takesBack)")
                .param("school", school)
                .param("change", change)
                .param("from", from)
                .param("to", to)
                .param("takesBack", takesBack.orElse(null), Types.INTEGER)
                .update();
    }

    /** Those since a moment, the last first. */
    List<Moved> since(UUID school, Instant from) {
        return sql.sql("""
                        select c.number, c.made_at, m.moved_from, m.moved_to, f.display_name as from_name, t.display_name as to_name,
                          m.takes_back is not null as back
                        from caseload_moves m
                        join assignment_changes c on c.school_id = m.school_id and c.number = m.change
                        join staff f on f.school_id = m.school_id and f.id = m.moved_from
                        join staff t on t.school_id = m.school_id and t.id = m.moved_to
                        where m.school_id = :school and c.made_at >= cast(:from as timestamptz) order by c.number desc
                        """)
                .param("school", school)
                .param("from", from.toString())
                .query((row, number) -> new Moved(
                        row.getInt("number"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("moved_from", UUID.class),
                        row.getObject("moved_to", UUID.class),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getBoolean("back")))
                .list();
    }

    /** The rules with those that a move gave to another, and nobody has changed since, as they were. */
    List<Rule> rulesBack(UUID school, Moved moved, List<Rule> now) {
        List<Rule> gone = new ArrayList<>(sql.sql("""
                        select r.year, r.reg_group, r.staff from assignment_rules r
                        join assignment_rules b on b.school_id = r.school_id and b.position = r.position
                          and b.change = (select max(l.number) from assignment_changes l where l.school_id = :school
                            and l.sets_rules and l.number < :number) and b.staff <> r.staff
                        where r.school_id = :school and r.change = :number
                        """)
                .param("school", school)
                .param("number", moved.number())
                .query((row, number) -> new Rule(
                        Optional.ofNullable(row.getString("year")),
                        Optional.ofNullable(row.getString("reg_group")),
                        row.getObject("staff", UUID.class)))
                .list());
        return now.stream()
                .map(rule -> gone.remove(rule) ? rule.to(moved.from()) : rule)
                .toList();
    }

    /** Those whom the move gave to another by hand, and nobody has given to anybody since. */
    List<UUID> byHand(UUID school, Moved moved) {
        return sql.sql("""
                        select a.student from assignments a where a.school_id = :school and a.change = :number
                          and not exists (select from assignments l where l.school_id = a.school_id
                            and l.student = a.student and l.change > a.change)
                        """)
                .param("school", school)
                .param("number", moved.number())
                .query(UUID.class)
                .list();
    }
}
