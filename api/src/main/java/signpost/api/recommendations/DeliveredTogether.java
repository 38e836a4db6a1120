package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes many recommendations as delivered, or opens them again, in one statement. The caller holds their locks. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DeliveredTogether {

    private final JdbcClient sql;

    DeliveredTogether(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Notes several as delivered at once.
     *
     * @param days the day each was delivered
     */
    public void delivered(UUID school, Map<UUID, LocalDate> days, Instant at) {
        if (days.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, LocalDate>> rows = List.copyOf(days.entrySet());
        sql.sql("""
                        update recommendations r set state = 'DELIVERED', delivered_on = n.on_day, version = version + 1, changed_at = :at
                        from unnest(:ids::uuid[], :days::date[]) as n (id, on_day)
                        where r.school_id = :school and r.id = n.id
                        """)
                .param("school", school)
                .param("ids", rows.stream().map(row -> row.getKey().toString()).toArray(String[]::new))
                .param(
                        "days",
                        rows.stream().map(row -> row.getValue().toString()).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** They are accepted again. */
    public void notDelivered(UUID school, Collection<UUID> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        sql.sql("""
                        update recommendations set state = 'ACCEPTED', delivered_on = null, version = version + 1, changed_at = :at
                        where school_id = :school and id = any (:ids::uuid[])
                        """)
                .param("school", school)
                .param("ids", Recommendations.texts(ids))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those of {@code ids} whose place another open one has taken since. */
    public Set<UUID> replaced(UUID school, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.sql("""
                                select r.id from recommendations r
                                join recommendations o on o.school_id = r.school_id and o.student = r.student
                                  and o.intervention = r.intervention and o.occurrence = r.occurrence and o.id <> r.id
                                  and o.state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED')
                                where r.school_id = :school and r.id = any (:ids::uuid[])
                                """)
                        .param("school", school)
                        .param("ids", Recommendations.texts(ids))
                        .query(UUID.class)
                        .list());
    }
}
