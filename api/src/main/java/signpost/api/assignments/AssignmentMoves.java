package signpost.api.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Students given to an adviser by hand, and what that would change. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AssignmentMoves {

    private final JdbcClient sql;

    AssignmentMoves(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who would go from whom to whom; those who stay are left out. */
    List<Move> of(UUID school, Collection<UUID> students, Optional<UUID> to) {
        return sql.sql("""
                        select a.staff as before, coalesce(cast(:to as uuid), a.by_rule) as staff, count(*) as students
                        from assigned a where a.school_id = :school and a.student = any (:students::uuid[])
                          and a.staff is distinct from coalesce(cast(:to as uuid), a.by_rule)
                        group by 1, 2 order by 3 desc, 1, 2
                        """)
                .param("school", school)
                .param("students", texts(students))
                .param("to", to.map(UUID::toString).orElse(null))
                .query(AssignmentMoves::read)
                .list();
    }

    /** How many are this adviser's. */
    int allOf(UUID school, UUID adviser) {
        return sql.sql("select count(*) from assigned where school_id = :school and staff = :adviser")
                .param("school", school)
                .param("adviser", adviser)
                .query(Integer.class)
                .single();
    }

    /** Gives each of these of the school to an adviser, or back to the rules. */
    void set(UUID school, int change, Collection<UUID> students, Optional<UUID> to) {
        sql.sql("""
                        insert into assignments (school_id, student, change, staff)
                        select school_id, student, :change, cast(:to as uuid) from assigned
                        where school_id = :school and student = any (:students::uuid[])
                          and (cast(:to as uuid) is not null or by_hand)
                        """)
                .param("school", school)
                .param("change", change)
                .param("students", texts(students))
                .param("to", to.map(UUID::toString).orElse(null))
                .update();
    }

    /** Gives those whom somebody gave to {@code from} by hand to {@code to}. */
    void setAll(UUID school, int change, UUID from, UUID to) {
        sql.sql("""
                        insert into assignments (school_id, student, change, staff)
                        select school_id, student, :change, :to from assigned
                        where school_id = :school and staff = :from and by_hand
                        """)
                .param("school", school)
                .param("change", change)
                .param("from", from)
                .param("to", to)
                .update();
    }

    static Move read(ResultSet row, int number) throws SQLException {
        return new Move(
                Optional.ofNullable(row.getObject("before", UUID.class)),
                Optional.ofNullable(row.getObject("staff", UUID.class)),
                row.getInt("students"));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
