package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.engine.evaluation.Judgement;

/** Keeps since when each flag of a student stands, and until when it stood. */
@Repository
class RaisedFlags {

    private final JdbcClient sql;

    RaisedFlags(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param standings what the rules say now of students of whom they said something else before */
    void write(UUID school, Map<UUID, Standing> standings, Instant at) {
        if (standings.isEmpty()) {
            return;
        }
        List<String> students = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        standings.forEach((student, standing) -> standing.flags().stream()
                .map(Judgement.RaisedFlag::flag)
                .distinct()
                .forEach(flag -> {
                    students.add(student.toString());
                    flags.add(flag);
                }));
        sql.sql("""
                        with said as (select * from unnest(:students::uuid[], :flags::text[]) as n (student, flag)),
                        cleared as (
                          update raised_flags r set cleared_at = :at
                          where r.school_id = :school and r.student = any (:judged::uuid[]) and r.cleared_at is null
                            and not exists (select from said where said.student = r.student and said.flag = r.flag))
                        insert into raised_flags (school_id, student, flag, raised_at)
                        select :school, said.student, said.flag, :at from said
                        where not exists (select from raised_flags r where r.school_id = :school
                          and r.student = said.student and r.flag = said.flag and r.cleared_at is null)
                        """)
                .param("school", school)
                .param("students", students.toArray(String[]::new))
                .param("flags", flags.toArray(String[]::new))
                .param("judged", Recommendations.texts(standings.keySet()))
                .param("at", Timestamp.from(at))
                .update();
    }
}
