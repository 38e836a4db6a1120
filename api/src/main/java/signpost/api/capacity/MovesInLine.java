package signpost.api.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.StaffMember;

/** Who was moved in the line, by whom and why. Rows are only ever added. */
@Repository
class MovesInLine {

    /** A move as it was made. */
    record Moved(UUID id, UUID recommendation, Direction direction, String by, String reason, Instant at) {}

    private final JdbcClient sql;

    MovesInLine(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of these recommendations, the last first. */
    @Transactional(readOnly = true)
    public List<Moved> of(UUID school, List<UUID> recommendations) {
        return sql.sql("""
                        select m.id, m.recommendation, m.direction, m.moved_at, coalesce(t.moved_by, 'erased') as by,
                          coalesce(t.reason, '') as reason
                        from capacity_moves m
                        left join capacity_move_texts t on t.school_id = m.school_id and t.move = m.id
                        where m.school_id = :school and m.recommendation = any (:ids::uuid[])
                        order by m.moved_at desc, m.id desc
                        """)
                .param("school", school)
                .param("ids", recommendations.stream().map(UUID::toString).toArray(String[]::new))
                .query(MovesInLine::read)
                .list();
    }

    @Transactional
    public void add(Moved move, StaffMember by) {
        sql.sql("""
                        insert into capacity_moves (school_id, id, recommendation, direction, staff, moved_at)
                        values (:school, :id, :recommendation, :direction, :staff, :at)
                        """)
                .param("school", by.schoolId())
                .param("id", move.id())
                .param("recommendation", move.recommendation())
                .param("direction", move.direction().name())
                .param("staff", by.staffId())
                .param("at", Timestamp.from(move.at()))
                .update();
        sql.sql(
                        "insert into capacity_move_texts (school_id, move, moved_by, reason) values (:school, :id, :by, :reason)")
                .param("school", by.schoolId())
                .param("id", move.id())
                .param("by", move.by())
                .param("reason", move.reason())
                .update();
    }

    private static Moved read(ResultSet row, int number) throws SQLException {
        return new Moved(
                row.getObject("id", UUID.class),
                row.getObject("recommendation", UUID.class),
                Direction.valueOf(row.getString("direction")),
                row.getString("by"),
                row.getString("reason"),
                row.getTimestamp("moved_at").toInstant());
    }
}
