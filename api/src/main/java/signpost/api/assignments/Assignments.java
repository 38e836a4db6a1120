package signpost.api.assignments;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose caseload a student is. Statements of other packages may ask the same of the view {@code assigned (school_id,
 * student, staff, by_hand)} and the function {@code caseload_of(school, staff, day)}, which counts cover in.
 */
@Repository
@Transactional(readOnly = true)
public class Assignments {

    /**
     * The adviser of a student.
     *
     * @param byHand given to them by a person, over any rule
     */
    public record Adviser(UUID staff, String name, boolean byHand) {}

    private record Held(UUID student, UUID staff, String name, boolean byHand) {}

    private final JdbcClient sql;

    Assignments(JdbcClient sql) {
        this.sql = sql;
    }

    /** The adviser of each of these students; one who is nobody's is left out. */
    public Map<UUID, Adviser> advisersOf(UUID school, Collection<UUID> students) {
        return sql
                .sql("""
                        select a.student, a.staff, m.display_name as name, a.by_hand from assigned a
                        join staff m on m.school_id = a.school_id and m.id = a.staff
                        where a.school_id = :school and a.student = any (:students::uuid[])
                        """)
                .param("school", school)
                .param("students", students.stream().map(UUID::toString).toArray(String[]::new))
                .query(Held.class)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(Held::student, held -> new Adviser(held.staff(), held.name(), held.byHand())));
    }
}
