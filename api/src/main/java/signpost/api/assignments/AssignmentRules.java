package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rules by which students find their adviser, and what other rules would change. */
@Repository
@Transactional(readOnly = true)
class AssignmentRules {

    private final JdbcClient sql;

    AssignmentRules(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that stand, in order. */
    List<Rule> of(UUID school) {
        return sql.sql("""
                        select year, reg_group, staff from assignment_rules
                        where school_id = :school and change = (select max(number) from assignment_changes
                          where school_id = :school and sets_rules)
                        order by position
                        """)
                .param("school", school)
                .query((row, number) -> new Rule(
                        Optional.ofNullable(row.getString("year")),
                        Optional.ofNullable(row.getString("reg_group")),
                        row.getObject("staff", UUID.class)))
                .list();
    }

    @Transactional
    void set(UUID school, int change, List<Rule> rules) {
        with(sql.sql("""
                        insert into assignment_rules (school_id, change, position, year, reg_group, staff)
                        select :school, :change, position, nullif(year, ''), nullif(reg_group, ''), staff
                        from unnest(cast(:years as text[]), cast(:groups as text[]), cast(:staff as uuid[]))
                          with ordinality as r (year, reg_group, staff, position)
                        """).param("school", school).param("change", change), rules)
                .update();
    }

    /** Who would go from whom to whom under these. */
    List<Move> moves(UUID school, List<Rule> rules) {
        return with(sql.sql("""
                        with proposed as (
                          select * from unnest(cast(:years as text[]), cast(:groups as text[]), cast(:staff as uuid[]))
                            with ordinality as r (year, reg_group, staff, position)),
                        after as (
                          select a.staff as before, case when a.by_hand then a.staff else (select p.staff from proposed p
                            where p.year in ('', a.year) and p.reg_group in ('', a.reg_group)
                            order by p.position limit 1) end as staff
                          from assigned a where a.school_id = :school)
                        select before, staff, count(*) as students from after
                        where before is distinct from staff group by 1, 2 order by 3 desc, 1, 2
                        """).param("school", school), rules)
                .query(AssignmentMoves::read)
                .list();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec asked, List<Rule> rules) {
        return asked.param(
                        "years",
                        rules.stream().map(rule -> rule.year().orElse("")).toArray(String[]::new))
                .param(
                        "groups",
                        rules.stream().map(rule -> rule.group().orElse("")).toArray(String[]::new))
                .param(
                        "staff",
                        rules.stream().map(rule -> rule.staff().toString()).toArray(String[]::new));
    }
}
