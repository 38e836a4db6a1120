package signpost.api.students;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The students of the school that the current work is for. Those of other schools do not exist here. */
@Repository
@Transactional(readOnly = true)
public class Students {

    private static final String SELECT = "select id, student_id, forename, surname, preferred_forename, upn,"
            + " date_of_birth, reg_group from students where school_id = :school";

    private final JdbcClient jdbc;
    private final OurSchool school;

    Students(JdbcClient jdbc, OurSchool school) {
        this.jdbc = jdbc;
        this.school = school;
    }

    /** The student whom the MIS knows under this id. */
    public Optional<Student> byStudentId(String studentId) {
        if (studentId.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + " and student_id = :id")
                .param("school", school.id())
                .param("id", studentId)
                .query(Students::read)
                .optional();
    }

    public Optional<Student> byId(UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("school", school.id())
                .param("id", id)
                .query(Students::read)
                .optional();
    }

    /** Those of {@code ids} that are students of the school. */
    public Map<UUID, Student> byIds(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + " and id = any (:ids::uuid[])")
                .param("school", school.id())
                .param("ids", texts(ids))
                .query(Students::read)
                .stream()
                .collect(Collectors.toMap(Student::id, Function.identity()));
    }

    /** The ids of all students, leavers too. */
    public Collection<UUID> all() {
        return jdbc.sql("select id from students where school_id = :school order by id")
                .param("school", school.id())
                .query(UUID.class)
                .list();
    }

    /** Whether the school has any student, on roll or not. */
    public boolean any() {
        return jdbc.sql("select exists (select from students where school_id = :school)")
                .param("school", school.id())
                .query(Boolean.class)
                .single();
    }

    /** Keeps others from changing these students until the transaction ends; always in the same order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> ids) {
        jdbc.sql("select id from students where school_id = :school and id = any (:ids::uuid[])"
                        + " order by id for no key update")
                .param("school", school.id())
                .param("ids", texts(ids))
                .query(UUID.class)
                .list();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Student read(ResultSet row, int number) throws SQLException {
        return new Student(
                row.getObject("id", UUID.class),
                row.getString("student_id"),
                row.getString("forename"),
                row.getString("surname"),
                Optional.ofNullable(row.getString("preferred_forename")),
                Optional.ofNullable(row.getString("upn")),
                Optional.ofNullable(row.getObject("date_of_birth", LocalDate.class)),
                Optional.ofNullable(row.getString("reg_group")));
    }
}
