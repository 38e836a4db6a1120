package signpost.api.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of a school's recommendations: rows are added, never changed; one that was taken back is not read. */
@Repository
public class Deliveries {

    private static final String UNDONE = "UNDONE";

    private final JdbcClient sql;

    Deliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /** What stands of these recommendations, the last recorded first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Delivery>> on(UUID school, Collection<UUID> recommendations) {
        return sql
                .sql("""
                        select d.*, t.recorded_by, t.note, o.outcome from deliveries d
                        left join delivery_texts t on t.school_id = d.school_id and t.delivery = d.id
                        left join lateral (select outcome from delivery_outcomes o
                          where o.school_id = d.school_id and o.delivery = d.id
                          order by o.recorded_at desc, o.id desc limit 1) o on true
                        where d.school_id = :school and d.recommendation = any (:ids::uuid[]) and d.what <> 'UNDONE'
                          and not exists (select from deliveries u where u.school_id = d.school_id and u.corrects = d.id)
                        order by d.recorded_at desc, d.id desc
                        """)
                .param("school", school)
                .param("ids", recommendations.stream().map(UUID::toString).toArray(String[]::new))
                .query(Deliveries::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Delivery::recommendation));
    }

    void add(UUID school, Delivery delivery, Recorder by) {
        row(school, delivery.id(), delivery, delivery.what().name(), Optional.empty(), by, delivery.recordedAt());
    }

    /** Takes one back, by a row of its own. */
    void undo(UUID school, UUID id, Delivery mistaken, Recorder by, Instant at) {
        row(school, id, mistaken, UNDONE, Optional.of(mistaken.id()), by, at);
    }

    void effect(UUID school, UUID id, UUID delivery, Effect effect, Recorder by, Instant at) {
        sql.sql("""
                        insert into delivery_outcomes (school_id, id, delivery, outcome, staff, token, recorded_at)
                        values (:school, :id, :delivery, :outcome, :staff, :token, :at)
                        """)
                .param("school", school)
                .param("id", id)
                .param("delivery", delivery)
                .param("outcome", effect.name())
                .param("staff", by.staff().orElse(null))
                .param("token", by.token().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    private void row(
            UUID school, UUID id, Delivery about, String what, Optional<UUID> corrects, Recorder by, Instant at) {
        sql.sql("""
                        insert into deliveries (school_id, id, recommendation, what, on_day, corrects, staff, token, recorded_at)
                        values (:school, :id, :recommendation, :what, :on, :corrects, :staff, :token, :at)
                        """)
                .param("school", school)
                .param("id", id)
                .param("recommendation", about.recommendation())
                .param("what", what)
                .param("on", about.on())
                .param("corrects", corrects.orElse(null))
                .param("staff", by.staff().orElse(null))
                .param("token", by.token().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        sql.sql("""
                        insert into delivery_texts (school_id, delivery, recorded_by, note)
                        values (:school, :id, :by, :note)
                        """)
                .param("school", school)
                .param("id", id)
                .param("by", by.name())
                .param("note", corrects.isPresent() ? "" : about.note())
                .update();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("recommendation", UUID.class),
                What.valueOf(row.getString("what")),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getString("outcome")).map(Effect::valueOf),
                Optional.ofNullable(row.getString("recorded_by")).orElse("erased"),
                Optional.ofNullable(row.getString("note")).orElse(""),
                row.getTimestamp("recorded_at").toInstant());
    }
}
