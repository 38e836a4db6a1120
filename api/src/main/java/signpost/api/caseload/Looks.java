package signpost.api.caseload;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When each person last looked at a student. */
@Repository
class Looks {

    private final JdbcClient sql;

    Looks(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    public void looked(UUID school, UUID staff, UUID student, Instant at) {
        sql.sql("""
                        insert into student_looks (school_id, staff, student, looked_at)
                        values (:school, :staff, :student, :at)
                        on conflict (school_id, staff, student) do update set looked_at = excluded.looked_at
                        """)
                .param("school", school)
                .param("staff", staff)
                .param("student", student)
                .param("at", Timestamp.from(at))
                .update();
    }
}
