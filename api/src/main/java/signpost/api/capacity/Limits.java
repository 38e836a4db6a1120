package signpost.api.capacity;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Permission;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;

/** What a school can give, term by term, as its head of destinations set it. */
@Repository
class Limits {

    /** Somebody whose hours can be set. */
    record Adviser(UUID id, String name) {}

    private final JdbcClient sql;
    private final Schools schools;

    Limits(JdbcClient sql, Schools schools) {
        this.sql = sql;
        this.schools = schools;
    }

    /** What there is: the hours of who has left, or advises no more, are not. */
    @Transactional(readOnly = true)
    public Capacity of(UUID school, UUID term) {
        Map<String, Limit> limits = new HashMap<>();
        Map<UUID, Capacity.Adviser> advisers = new HashMap<>();
        sql.sql("""
                        select intervention, null::uuid as staff, null as name, places, hours from intervention_capacity
                        where school_id = :school and term_id = :term
                        union all
                        select null, c.staff, s.display_name, null, c.hours
                        from adviser_capacity c join staff s on s.school_id = c.school_id and s.id = c.staff
                        where c.school_id = :school and c.term_id = :term and c.hours is not null
                          and s.ended_at is null and s.roles && :deciding::text[]
                        """)
                .param("school", school)
                .param("term", term)
                .param(
                        "deciding",
                        Role.allowed(Permission.DECIDE).stream().map(Role::name).toArray(String[]::new))
                .query(row -> {
                    UUID staff = row.getObject("staff", UUID.class);
                    if (staff == null) {
                        limits.put(row.getString("intervention"), limit(row));
                    } else {
                        advisers.put(staff, new Capacity.Adviser(row.getString("name"), row.getBigDecimal("hours")));
                    }
                });
        return new Capacity(limits, advisers);
    }

    @Transactional(readOnly = true)
    public List<Adviser> advisers(UUID school) {
        return schools.staff(school).stream()
                .filter(Schools.Member::advises)
                .map(one -> new Adviser(one.id(), one.displayName()))
                .toList();
    }

    /** Keeps others from setting the term's capacity until the transaction ends. */
    @Transactional
    public void lock(UUID school, UUID term) {
        sql.sql("select id from terms where school_id = :school and id = :term for no key update")
                .param("school", school)
                .param("term", term)
                .query(UUID.class)
                .single();
    }

    @Transactional
    public void set(UUID school, UUID term, String intervention, Limit limit, UUID by, Instant at) {
        sql.sql("""
                        insert into intervention_capacity (school_id, term_id, intervention, places, hours, set_by, set_at)
                        values (:school, :term, :intervention, :places, :hours, :by, :at)
                        on conflict (school_id, term_id, intervention) do update set places = excluded.places,
                          hours = excluded.hours, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("school", school)
                .param("term", term)
                .param("intervention", intervention)
                .param("places", limit.places().orElse(null))
                .param("hours", limit.hours().orElse(null))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Transactional
    public void set(UUID school, UUID term, UUID adviser, Optional<BigDecimal> hours, UUID by, Instant at) {
        sql.sql("""
                        insert into adviser_capacity (school_id, term_id, staff, hours, set_by, set_at)
                        values (:school, :term, :staff, :hours, :by, :at)
                        on conflict (school_id, term_id, staff) do update set hours = excluded.hours,
                          set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("school", school)
                .param("term", term)
                .param("staff", adviser)
                .param("hours", hours.orElse(null))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(
                Optional.ofNullable(row.getObject("places", Integer.class)),
                Optional.ofNullable(row.getBigDecimal("hours")));
    }
}
