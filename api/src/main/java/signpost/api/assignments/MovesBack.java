package signpost.api.assignments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the move of a whole caseload changed, and what of it nobody has changed since. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MovesBack {

    /** The move of a whole caseload. */
    record Moved(int number, Instant at, UUID from, UUID to, String fromName, String toName) {

        private boolean turns(Moved other) {
            return from.equals(other.to()) && to.equals(other.from());
        }
    }

    /**
     * The moves of whole caseloads with whom they went from and to, as their rows tell; one that moved nothing is absent. What a
     * student had by hand before counts, and the rule in the same place before.
     */
    private static final String MOVED = """
            select c.number, c.made_at, p.before, p.staff, f.display_name as from_name, t.display_name as to_name from assignment_changes c
            cross join lateral (
              select b.staff as before, a.staff from assignments a
              cross join lateral (select l.staff from assignments l where l.school_id = a.school_id
                and l.student = a.student and l.change < a.change order by l.change desc limit 1) b
              where a.school_id = c.school_id and a.change = c.number
              union
              select b.staff, r.staff from assignment_rules r
              join assignment_rules b on b.school_id = r.school_id and b.position = r.position
                and b.change = (select max(l.number) from assignment_changes l where l.school_id = c.school_id
                  and l.sets_rules and l.number < c.number) and b.staff <> r.staff
              where r.school_id = c.school_id and r.change = c.number
              limit 1) p
            join staff f on f.school_id = c.school_id and f.id = p.before
            join staff t on t.school_id = c.school_id and t.id = p.staff
            where c.school_id = :school and c.kind = 'MOVED'
            """;

    private final JdbcClient sql;

    MovesBack(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those since a moment, the last first. */
    List<Moved> since(UUID school, Instant from) {
        return sql.sql(MOVED + " and c.made_at >= cast(:from as timestamptz) order by c.number desc")
                .param("school", school)
                .param("from", from.toString())
                .query((row, number) -> new Moved(
                        row.getInt("number"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("before", UUID.class),
                        row.getObject("staff", UUID.class),
                        row.getString("from_name"),
                        row.getString("to_name")))
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

    /** Whether all that one move changed is what another had changed: then it only took that back. */
    boolean within(UUID school, Moved one, Moved other) {
        return sql.sql("""
                        select not exists (select from assignments a where a.school_id = :school and a.change = :one
                            and not exists (select from assignments b where b.school_id = a.school_id
                              and b.student = a.student and b.change = :other))
                          and not exists (select from assignment_rules r
                            join assignment_rules b on b.school_id = r.school_id and b.position = r.position
                              and b.change = (select max(l.number) from assignment_changes l where l.school_id = :school
                                and l.sets_rules and l.number < :one) and b.staff <> r.staff
                            where r.school_id = :school and r.change = :one
                              and not exists (select from assignment_rules o where o.school_id = r.school_id
                                and o.change = :other and o.staff = b.staff
                                and o.year is not distinct from b.year and o.reg_group is not distinct from b.reg_group))
                        """)
                .param("school", school)
                .param("one", one.number())
                .param("other", other.number())
                .query(Boolean.class)
                .single();
    }

    /** Those that went back the way another had gone just before. */
    static Set<Integer> backwards(List<Moved> lastFirst) {
        Set<Integer> back = new HashSet<>();
        for (int at = lastFirst.size() - 2; at >= 0; at--) {
            Moved before = lastFirst.get(at + 1);
            if (lastFirst.get(at).turns(before) && !back.contains(before.number())) {
                back.add(lastFirst.get(at).number());
            }
        }
        return back;
    }
}
