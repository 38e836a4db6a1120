package signpost.api.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts what came of the suggestions of a term: two statements, however many there are. */
@Repository
@Transactional(readOnly = true)
class Tallies {

    /** Each suggestion of the term with the decision that stands and when its reasons were opened for it. */
    private static final String SUGGESTIONS = """
            with suggestion as materialized (
              select r.id, r.state, d.staff, d.token, d.outcome, d.override_reason, d.bulk,
                extract(epoch from d.received_at - o.opened) as seconds,
                exists (select from recommendation_showings h
                  where h.school_id = r.school_id and h.recommendation = r.id) as shown
              from recommendations r
              left join lateral (select * from standing_decisions d
                where d.school_id = r.school_id and d.recommendation = r.id
                order by d.version_made desc limit 1) d on true
              left join lateral (select max(h.shown_at) as opened from recommendation_showings h
                where h.school_id = r.school_id and h.recommendation = r.id and h.staff = d.staff
                  and h.shown_at <= d.received_at) o on true
              where r.school_id = :school and r.term_id = :term and r.origin = 'RULES'),
            """;

    private static final String BY_RULE = """
            counted as (
              select x.rule as key, x.rule as name, s.* from suggestion s
              join lateral (select distinct unnest(e.rules) as rule from recommendation_events e
                where e.school_id = :school and e.recommendation = s.id and e.what = 'REASONS') x on true)
            """;

    /** A suggestion is a person's when they saw its reasons or decided; what another decided is not theirs. */
    private static final String BY_PERSON = """
            theirs as (
              select h.recommendation as id, h.staff from recommendation_showings h
              join suggestion s on s.id = h.recommendation where h.school_id = :school
              union select id, staff from suggestion where staff is not null),
            counted as (
              select cast(t.staff as text) as key, p.display_name as name, s.id, s.state, s.staff, s.token,
                case when s.staff = t.staff then s.outcome end as outcome,
                case when s.staff = t.staff then s.override_reason end as override_reason,
                s.bulk, case when s.staff = t.staff then s.seconds end as seconds, true as shown
              from theirs t join suggestion s on s.id = t.id
              join staff p on p.school_id = :school and p.id = t.staff
              where s.outcome is null or s.staff = t.staff
              union all select 'MIS', 'Through the MIS', s.* from suggestion s where s.token is not null)
            """;

    private static final String COUNTED = """
            select name, count(*) as suggested,
              count(*) filter (where outcome = 'ACCEPTED') as accepted,
              count(*) filter (where outcome = 'DEFERRED') as deferred,
              count(*) filter (where outcome is null and state = 'EXPIRED' and shown) as ignored,
              count(*) filter (where outcome is null and state <> 'WITHDRAWN' and not shown) as not_shown,
              count(*) filter (where outcome is null and state not in ('WITHDRAWN', 'EXPIRED') and shown) as open,
              count(*) filter (where outcome is null and state = 'WITHDRAWN') as withdrawn,
              count(outcome) as decided, count(*) filter (where outcome is not null and bulk) as bulk,
              count(seconds) as timed, percentile_cont(0.5) within group (order by seconds) as median, key
            from counted group by key, name order by name, key
            """;

    private static final String REASONS = """
            select key, override_reason, count(*) as times from counted
            where outcome = 'OVERRIDDEN' group by key, override_reason
            """;

    private final JdbcClient sql;

    Tallies(JdbcClient sql) {
        this.sql = sql;
    }

    /** A line a rule, by name. */
    List<Tallied> ofRules(UUID school, UUID term) {
        return tallied(school, term, BY_RULE);
    }

    /** A line a person, by name: nobody is ranked. */
    List<Tallied> ofPeople(UUID school, UUID term) {
        return tallied(school, term, BY_PERSON);
    }

    private List<Tallied> tallied(UUID school, UUID term, String by) {
        Map<String, Map<String, Integer>> reasons = new HashMap<>();
        sql.sql(SUGGESTIONS + by + REASONS)
                .param("school", school)
                .param("term", term)
                .query(row -> {
                    reasons.computeIfAbsent(row.getString("key"), first -> new HashMap<>())
                            .put(row.getString("override_reason"), row.getInt("times"));
                });
        return sql.sql(SUGGESTIONS + by + COUNTED)
                .param("school", school)
                .param("term", term)
                .query((row, number) -> read(row, reasons))
                .list();
    }

    private static Tallied read(ResultSet row, Map<String, Map<String, Integer>> reasons) throws SQLException {
        double median = row.getDouble("median");
        return new Tallied(
                row.getString("name"),
                row.getInt("suggested"),
                row.getInt("accepted"),
                reasons.getOrDefault(row.getString("key"), Map.of()),
                row.getInt("deferred"),
                row.getInt("ignored"),
                row.getInt("not_shown"),
                row.getInt("open"),
                row.getInt("withdrawn"),
                row.getInt("decided"),
                row.getInt("bulk"),
                row.getInt("timed"),
                OptionalLong.of(Math.round(median)));
    }
}
