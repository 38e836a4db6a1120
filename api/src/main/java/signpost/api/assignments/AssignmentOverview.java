package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has how many, counted: no student is named here. */
@Repository
@Transactional(readOnly = true)
class AssignmentOverview {

    /** How many students somebody has, and how many of them were given by hand. */
    record Had(UUID staff, int students, int byHand) {}

    /**
     * Students of a group that are nobody's.
     *
     * @param left of them, those who have left the school
     */
    record Nobodys(Optional<String> year, Optional<String> group, int students, int left) {}

    /** A tutor group and its students of today. */
    record Group(String name, int students) {}

    private final JdbcClient sql;

    AssignmentOverview(JdbcClient sql) {
        this.sql = sql;
    }

    List<Had> had(UUID school) {
        return sql.sql("""
                        select staff, count(*) as students, count(*) filter (where by_hand) as by_hand from assigned
                        where school_id = :school and staff is not null group by staff
                        """).param("school", school).query(Had.class).list();
    }

    List<Nobodys> nobodys(UUID school) {
        return sql.sql("""
                        select a.year, a.reg_group, count(*) as students, count(*) filter (where e.value = 'P') as gone
                        from assigned a
                        left join observations e on e.school_id = a.school_id and e.student = a.student
                          and e.attribute = 'enrol_status' and e.superseded_at is null
                        where a.school_id = :school and a.staff is null
                        group by 1, 2 order by length(a.year), a.year, a.reg_group
                        """)
                .param("school", school)
                .query((row, number) -> new Nobodys(
                        Optional.ofNullable(row.getString("year")),
                        Optional.ofNullable(row.getString("reg_group")),
                        row.getInt("students"),
                        row.getInt("gone")))
                .list();
    }

    /** The year groups that students are in, lowest first. */
    List<String> years(UUID school) {
        return sql.sql("""
                        select value from observations where school_id = :school and attribute = 'nc_year'
                          and superseded_at is null group by value order by length(value), value
                        """).param("school", school).query(String.class).list();
    }

    List<Group> groups(UUID school) {
        return sql.sql("""
                        select reg_group as name, count(*) as students from students
                        where school_id = :school and reg_group is not null group by 1 order by length(reg_group), 1
                        """).param("school", school).query(Group.class).list();
    }
}
