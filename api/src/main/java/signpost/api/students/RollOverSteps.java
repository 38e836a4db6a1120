package signpost.api.students;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.schools.Ids;

/** What was done about academic years, and by whom: rows are added, never changed. */
@Repository
class RollOverSteps {

    private final JdbcClient sql;
    private final OurSchool school;
    private final Ids ids;

    RollOverSteps(JdbcClient sql, OurSchool school, Ids ids) {
        this.sql = sql;
        this.school = school;
        this.ids = ids;
    }

    List<RollOver.Step> of(int year) {
        return sql.sql("""
                        select r.*, m.display_name from roll_overs r
                        join staff m on m.school_id = r.school_id and m.id = r.staff
                        where r.school_id = :school and r.academic_year = :year order by r.taken_at desc, r.id desc
                        """)
                .param("school", school.id())
                .param("year", year)
                .query(RollOverSteps::step)
                .list();
    }

    void add(int year, RollOver.Step step, UUID by) {
        sql.sql("""
                        insert into roll_overs (school_id, id, academic_year, step, last_year, moved, leavers, staff, taken_at)
                        values (:school, :id, :year, :step, :last, :moved, :leavers, :staff, :at)
                        """)
                .param("school", school.id())
                .param("id", ids.next())
                .param("year", year)
                .param("step", step.undone() ? "UNDONE" : "RUN")
                .param("last", step.lastYear())
                .param("moved", step.moved())
                .param("leavers", step.leavers())
                .param("staff", by)
                .param("at", Timestamp.from(step.at()))
                .update();
    }

    private static RollOver.Step step(ResultSet row, int number) throws SQLException {
        return new RollOver.Step(
                row.getString("step").equals("UNDONE"),
                row.getInt("last_year"),
                row.getInt("moved"),
                row.getInt("leavers"),
                row.getString("display_name"),
                row.getTimestamp("taken_at").toInstant());
    }
}
