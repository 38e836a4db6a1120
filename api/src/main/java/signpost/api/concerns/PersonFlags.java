package signpost.api.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.rulebook.Severity;

/** The flags that people raised at a school: rows are added, never changed. */
@Repository
public class PersonFlags {

    private final JdbcClient sql;
    private final Clock clock;

    PersonFlags(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A student's flags that nobody cleared or raised again, those that ended with their term too; gravest first. */
    @Transactional(readOnly = true)
    public List<PersonFlag> of(UUID school, UUID student) {
        return sql.sql("""
                        select f.*, t.name, t.reason, t.raised_by, m.ends_on from person_flags f
                        left join person_flag_texts t on t.school_id = f.school_id and t.flag = f.id
                        join terms m on m.school_id = f.school_id and m.id = f.term_id
                        where f.school_id = :school and f.student = :student
                          and not exists (select from person_flag_endings e where e.school_id = f.school_id and e.flag = f.id)
                          and not exists (select from person_flags l where l.school_id = f.school_id and l.former = f.id)
                        order by f.severity desc, f.raised_at
                        """)
                .param("school", school)
                .param("student", student)
                .query(this::read)
                .list();
    }

    /** Who cleared a flag, when somebody did. */
    @Transactional(readOnly = true)
    public Optional<String> clearedBy(UUID school, UUID flag) {
        return sql.sql("""
                        select coalesce(t.cleared_by, 'erased') from person_flag_endings e
                        left join person_flag_ending_texts t on t.school_id = e.school_id and t.flag = e.flag
                        where e.school_id = :school and e.flag = :flag
                        """)
                .param("school", school)
                .param("flag", flag)
                .query(String.class)
                .optional();
    }

    void add(UUID school, UUID id, UUID student, UUID term, Flagging.Wanted wanted, Instant at) {
        sql.sql("""
                        insert into person_flags (school_id, id, student, term_id, severity, former, staff, raised_at)
                        values (:school, :id, :student, :term, :severity, :former, :staff, :at)
                        """)
                .param("school", school)
                .param("id", id)
                .param("student", student)
                .param("term", term)
                .param("severity", wanted.severity().weight())
                .param("former", wanted.former().orElse(null))
                .param("staff", wanted.by().staffId())
                .param("at", Timestamp.from(at))
                .update();
        sql.sql("""
                        insert into person_flag_texts (school_id, flag, name, reason, raised_by)
                        values (:school, :id, :name, :reason, :by)
                        """)
                .param("school", school)
                .param("id", id)
                .param("name", wanted.name())
                .param("reason", wanted.reason())
                .param("by", wanted.by().displayName())
                .update();
    }

    void clear(UUID school, UUID flag, UUID staff, String name, String reason, Instant at) {
        sql.sql("""
                        insert into person_flag_endings (school_id, flag, staff, cleared_at) values (:school, :flag, :staff, :at)
                        """)
                .param("school", school)
                .param("flag", flag)
                .param("staff", staff)
                .param("at", Timestamp.from(at))
                .update();
        sql.sql("""
                        insert into person_flag_ending_texts (school_id, flag, reason, cleared_by)
                        values (:school, :flag, :reason, :by)
                        """)
                .param("school", school)
                .param("flag", flag)
                .param("reason", reason)
                .param("by", name)
                .update();
    }

    private PersonFlag read(ResultSet row, int number) throws SQLException {
        return new PersonFlag(
                row.getObject("id", UUID.class),
                row.getObject("student", UUID.class),
                Optional.ofNullable(row.getString("name")).orElse("erased"),
                Severity.ofWeight(row.getInt("severity")),
                Optional.ofNullable(row.getString("reason")).orElse(""),
                Optional.ofNullable(row.getString("raised_by")).orElse("erased"),
                LocalDate.ofInstant(row.getTimestamp("raised_at").toInstant(), clock.getZone()),
                row.getObject("ends_on", LocalDate.class));
    }
}
