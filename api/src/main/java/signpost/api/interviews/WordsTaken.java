package signpost.api.interviews;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.OurSchool;

/** What students named for "something else", as interviews have it. */
@Repository
public class WordsTaken {

    private final JdbcClient jdbc;
    private final OurSchool school;

    WordsTaken(JdbcClient jdbc, OurSchool school) {
        this.jdbc = jdbc;
        this.school = school;
    }

    /** Those of a student; on one day the last taken down stands. */
    @Transactional(readOnly = true)
    public OwnWords of(UUID student) {
        Map<String, Map<LocalDate, String>> said = new HashMap<>();
        jdbc.sql("""
                        select i.held_on, w.key, w.value from interviews i
                        join interview_circumstances c on c.school_id = i.school_id and c.interview = i.id
                        cross join lateral jsonb_each_text(c.words) w
                        where i.school_id = :school and i.student = :student order by c.recorded_at
                        """).param("school", school.id()).param("student", student).query(row -> {
            said.computeIfAbsent(row.getString("key"), attribute -> new HashMap<>())
                    .put(row.getObject("held_on", LocalDate.class), row.getString("value"));
        });
        return new OwnWords(said);
    }
}
