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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                        select d.*, t.recorded_by, t.note, o.outcome, ot.note as effect_note from standing_deliveries d
                        left join delivery_texts t on t.school_id = d.school_id and t.delivery = d.id
                        left join lateral (select id, outcome from delivery_outcomes o
                          where o.school_id = d.school_id and o.delivery = d.id
                          order by o.recorded_at desc, o.id desc limit 1) o on true
                        left join delivery_outcome_texts ot on ot.school_id = d.school_id and ot.outcome = o.id
                        where d.school_id = :school and d.recommendation = any (:ids::uuid[])
                        order by d.recorded_at desc, d.id desc
                        """)
                .param("school", school)
                .param("ids", recommendations.stream().map(UUID::toString).toArray(String[]::new))
                .query(Deliveries::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Delivery::recommendation));
    }

    /** Whether one of these interventions was ever said to be delivered to a student on a day, taken back or not. */
    @Transactional(readOnly = true)
    public boolean everOn(UUID school, UUID student, Collection<String> interventions, LocalDate day) {
        return sql.sql("""
                        select exists (select from deliveries d
                          join recommendations r on r.school_id = d.school_id and r.id = d.recommendation
                          where d.school_id = :school and r.student = :student and r.intervention = any (:interventions)
                            and d.what = 'DELIVERED' and d.on_day = :day)
                        """)
                .param("school", school)
                .param("student", student)
                .param("interventions", interventions.toArray(String[]::new))
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Adds many, in as many statements as one. */
    void addAll(UUID school, Collection<Delivery> all, Recorder by) {
        rows(
                school,
                all.stream().map(one -> new Row(one, one.what().name(), null)).toList(),
                by);
    }

    /**
     * Takes many back.
     *
     * @param mistaken those taken back, by the id of the row that says so
     */
    void undoAll(UUID school, Map<UUID, Delivery> mistaken, Recorder by, Instant at) {
        rows(
                school,
                mistaken.entrySet().stream()
                        .map(entry -> undone(entry.getKey(), entry.getValue(), by, at))
                        .toList(),
                by);
    }

    private static Row undone(UUID id, Delivery mistaken, Recorder by, Instant at) {
        Delivery row = new Delivery(
                id, mistaken.recommendation(), mistaken.what(), mistaken.on(), Optional.empty(), "", by.name(), "", at);
        return new Row(row, UNDONE, mistaken.id());
    }

    /** A row to be added, with the one it takes back, if it does. */
    private record Row(
            Delivery delivery, String what, @Nullable UUID corrects) {}

    private void rows(UUID school, List<Row> rows, Recorder by) {
        if (rows.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into deliveries (school_id, id, recommendation, what, on_day, corrects, staff, token, recorded_at)
                        select :school, n.id, n.recommendation, n.what, n.on_day, n.corrects, :staff, :token, :at
                        from unnest(:ids::uuid[], :recommendations::uuid[], :whats::text[], :days::date[], :corrects::uuid[])
                          as n (id, recommendation, what, on_day, corrects)
                        """)
                .param("school", school)
                .param("ids", column(rows, row -> row.delivery().id()))
                .param("recommendations", column(rows, row -> row.delivery().recommendation()))
                .param("whats", column(rows, Row::what))
                .param("days", column(rows, row -> row.delivery().on()))
                .param("corrects", column(rows, Row::corrects))
                .param("staff", by.staff().orElse(null))
                .param("token", by.token().orElse(null))
                .param("at", Timestamp.from(rows.get(0).delivery().recordedAt()))
                .update();
        sql.sql("""
                        insert into delivery_texts (school_id, delivery, recorded_by, note)
                        select :school, n.id, :by, n.note from unnest(:ids::uuid[], :notes::text[]) as n (id, note)
                        """)
                .param("school", school)
                .param("ids", column(rows, row -> row.delivery().id()))
                .param("by", by.name())
                .param("notes", column(rows, row -> row.delivery().note()))
                .update();
    }

    private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable Object> cell) {
        @Nullable String[] texts = new String[rows.size()];
        for (int at = 0; at < texts.length; at++) {
            Object value = cell.apply(rows.get(at));
            texts[at] = value == null ? null : value.toString();
        }
        return texts;
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
        sql.sql("insert into delivery_outcome_texts (school_id, outcome, recorded_by) values (:school, :id, :by)")
                .param("school", school)
                .param("id", id)
                .param("by", by.name())
                .update();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("recommendation", UUID.class),
                What.valueOf(row.getString("what")),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getString("outcome")).map(Effect::valueOf),
                Optional.ofNullable(row.getString("effect_note")).orElse(""),
                Optional.ofNullable(row.getString("recorded_by")).orElse("erased"),
                Optional.ofNullable(row.getString("note")).orElse(""),
                row.getTimestamp("recorded_at").toInstant());
    }
}
