package signpost.api.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deliveries that somebody is to look at again: nobody has said yet what they changed, or it was too early. The day is the
 * one a person chose since, else so many days after the delivery or after it was too early.
 */
@Repository
@Transactional(readOnly = true)
public class Reviews {

    /** Days after a delivery, or after it was too early to say, unless a person chooses others. */
    public static final int AFTER = 28;

    private static final String READ = """
            with looked as (
              select d.id as delivery, d.school_id, r.id as recommendation, r.student, r.intervention, d.on_day,
                o.id as outcome_id, o.outcome, ot.note, ot.recorded_by,
                coalesce(v.review_on, greatest(d.on_day, (o.recorded_at at time zone :zone)::date) + :after) as review_on
              from recommendations r
              join standing_deliveries d on d.school_id = r.school_id and d.recommendation = r.id and d.what = 'DELIVERED'
              left join lateral (select * from delivery_outcomes o where o.school_id = d.school_id and o.delivery = d.id
                order by o.recorded_at desc, o.id desc limit 1) o on true
              left join delivery_outcome_texts ot on ot.school_id = d.school_id and ot.outcome = o.id
              left join lateral (select review_on from delivery_reviews v where v.school_id = d.school_id
                and v.delivery = d.id and (o.recorded_at is null or v.recorded_at >= o.recorded_at)
                order by v.recorded_at desc, v.id desc limit 1) v on true
              where r.school_id = :school and r.state = 'DELIVERED')
            """;

    private static final String DUE =
            " where (outcome is null or outcome = 'TOO_EARLY') and review_on <= :until order by review_on, on_day, delivery";

    private final JdbcClient sql;
    private final Clock clock;

    Reviews(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those to look at by {@code until}, the longest due first. */
    public List<Review> due(UUID school, LocalDate until, int limit) {
        return asked(school, "select * from looked" + DUE + " limit :limit")
                .param("until", until)
                .param("limit", limit)
                .query(Reviews::read)
                .list();
    }

    /** How many there are to look at by {@code until}. */
    public int count(UUID school, LocalDate until) {
        return asked(school, "select count(*) from (select * from looked" + DUE + ") due")
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    /** Those of these deliveries that stand. */
    public List<Review> of(UUID school, Collection<UUID> deliveries) {
        return asked(school, "select * from looked where delivery = any (:ids::uuid[])")
                .param("ids", deliveries.stream().map(UUID::toString).toArray(String[]::new))
                .query(Reviews::read)
                .list();
    }

    private JdbcClient.StatementSpec asked(UUID school, String what) {
        return sql.sql(READ + what)
                .param("school", school)
                .param("zone", clock.getZone().getId())
                .param("after", AFTER);
    }

    private static Review read(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getObject("delivery", UUID.class),
                row.getObject("recommendation", UUID.class),
                row.getObject("student", UUID.class),
                row.getString("intervention"),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getObject("outcome_id", UUID.class)),
                Optional.ofNullable(row.getString("outcome")).map(Effect::valueOf),
                Optional.ofNullable(row.getString("note")).orElse(""),
                Optional.ofNullable(row.getString("recorded_by")).orElse(""),
                row.getObject("review_on", LocalDate.class));
    }
}
