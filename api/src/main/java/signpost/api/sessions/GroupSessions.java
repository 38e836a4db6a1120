package signpost.api.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The group sessions of a school, and what was recorded through each. */
@Repository
class GroupSessions {

    /**
     * A session in a list.
     *
     * @param students how many are on its list
     * @param marked of them, those of whom the register says what happened
     */
    record Listed(GroupSession session, int students, int marked) {}

    private final JdbcClient sql;

    GroupSessions(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public Optional<GroupSession> find(UUID school, UUID id) {
        return found(school, id, "");
    }

    /** As {@link #find}, and nobody else changes it or its list until the transaction ends. */
    @Transactional
    public Optional<GroupSession> findLocked(UUID school, UUID id) {
        return found(school, id, " for update");
    }

    private Optional<GroupSession> found(UUID school, UUID id, String lock) {
        return sql.sql("select * from group_sessions where school_id = :school and id = :id" + lock)
                .param("school", school)
                .param("id", id)
                .query(GroupSessions::read)
                .optional();
    }

    /** Those from {@code from} to {@code to}, the earliest first. */
    @Transactional(readOnly = true)
    public List<Listed> between(UUID school, LocalDate from, LocalDate to) {
        return sql.sql("""
                        select s.*, l.students, l.marked from group_sessions s
                        left join lateral (
                          select count(distinct d.recommendation) as students,
                            count(distinct d.recommendation) filter (where d.what <> 'PLANNED') as marked
                          from group_session_deliveries l
                          join standing_deliveries d on d.school_id = l.school_id and d.id = l.delivery
                          where l.school_id = s.school_id and l.session = s.id) l on true
                        where s.school_id = :school and s.on_day between :from and :to
                        order by s.on_day, s.at_time nulls last, s.id
                        """)
                .param("school", school)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Listed(read(row, number), row.getInt("students"), row.getInt("marked")))
                .list();
    }

    /** Every intervention of which something is accepted and not delivered, with how many students wait for it. */
    @Transactional(readOnly = true)
    public Map<String, Integer> wanted(UUID school) {
        Map<String, Integer> wanted = new HashMap<>();
        sql.sql("""
                        select intervention, count(distinct student) as students from recommendations
                        where school_id = :school and state = 'ACCEPTED' group by intervention
                        """).param("school", school).query(row -> {
            wanted.put(row.getString("intervention"), row.getInt("students"));
        });
        return wanted;
    }

    /** What stands that was recorded through a session, by recommendation. */
    @Transactional(readOnly = true)
    public Map<UUID, Set<UUID>> recorded(UUID school, UUID session) {
        Map<UUID, Set<UUID>> recorded = new HashMap<>();
        sql.sql("""
                        select d.recommendation, d.id from group_session_deliveries l
                        join standing_deliveries d on d.school_id = l.school_id and d.id = l.delivery
                        where l.school_id = :school and l.session = :session
                        """).param("school", school).param("session", session).query(row -> {
            recorded.computeIfAbsent(row.getObject("recommendation", UUID.class), one -> new HashSet<>())
                    .add(row.getObject("id", UUID.class));
        });
        return recorded;
    }

    void add(UUID school, GroupSession session, UUID staff, Instant at) {
        values("""
                insert into group_sessions (school_id, id, intervention, on_day, at_time, place, run_by, places, created_by,
                  created_at, changed_at)
                values (:school, :id, :intervention, :on, :time, :place, :runBy, :places, :staff, :at, :at)
                """, school, session, at)
                .param("intervention", session.intervention())
                .param("staff", staff)
                .update();
    }

    void change(UUID school, GroupSession session, Instant at) {
        values("""
                update group_sessions set on_day = :on, at_time = :time, place = :place, run_by = :runBy, places = :places,
                  version = version + 1, changed_at = :at
                where school_id = :school and id = :id
                """, school, session, at).update();
    }

    private JdbcClient.StatementSpec values(String statement, UUID school, GroupSession session, Instant at) {
        return sql.sql(statement)
                .param("school", school)
                .param("id", session.id())
                .param("on", session.on())
                .param("time", session.at().orElse(null))
                .param("place", session.place())
                .param("runBy", session.runBy())
                .param("places", session.places())
                .param("at", Timestamp.from(at));
    }

    /** @param rows the row recorded for each recommendation */
    void keep(UUID school, UUID session, Map<UUID, UUID> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, UUID>> all = List.copyOf(rows.entrySet());
        sql.sql("""
                        insert into group_session_deliveries (school_id, session, recommendation, delivery)
                        select :school, :session, n.recommendation, n.delivery
                        from unnest(:recommendations::uuid[], :deliveries::uuid[]) as n (recommendation, delivery)
                        """)
                .param("school", school)
                .param("session", session)
                .param(
                        "recommendations",
                        all.stream().map(row -> row.getKey().toString()).toArray(String[]::new))
                .param(
                        "deliveries",
                        all.stream().map(row -> row.getValue().toString()).toArray(String[]::new))
                .update();
    }

    private static GroupSession read(ResultSet row, int number) throws SQLException {
        return new GroupSession(
                row.getObject("id", UUID.class),
                row.getString("intervention"),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getObject("at_time", LocalTime.class)),
                row.getString("place"),
                row.getString("run_by"),
                row.getInt("places"),
                row.getInt("version"));
    }
}
