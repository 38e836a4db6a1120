package signpost.api.worth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Counts what came of rules: one statement each time, however many rules, terms and students there are. */
@Repository
@Transactional(readOnly = true)
class Counted {

    /** Each suggestion of the rules, with the decision, the delivery and the outcome that stand. */
    private static final String SUGGESTIONS = """
            with suggestion as materialized (
              select r.id, r.student, r.term_id, r.state, d.outcome, d.override_reason, v.effect,
                v.id is not null as delivered,
                exists (select from recommendation_showings h
                  where h.school_id = r.school_id and h.recommendation = r.id) as shown
              from recommendations r
              left join lateral (select d.outcome, d.override_reason from standing_decisions d
                where d.school_id = r.school_id and d.recommendation = r.id
                order by d.version_made desc limit 1) d on true
              left join lateral (select v.id, (select o.outcome from delivery_outcomes o
                  where o.school_id = v.school_id and o.delivery = v.id order by o.recorded_at desc, o.id desc limit 1)
                  as effect
                from standing_deliveries v
                where v.school_id = r.school_id and v.recommendation = r.id and v.what = 'DELIVERED'
                order by v.recorded_at desc limit 1) v on true
              where r.school_id = :school and r.origin = 'RULES'
                and (cast(:term as uuid) is null or r.term_id = cast(:term as uuid))),
            asked as materialized (
              select x.rule, s.* from suggestion s
              join lateral (select distinct unnest(e.rules) as rule from recommendation_events e
                where e.school_id = :school and e.recommendation = s.id and e.what = 'REASONS') x on true
              where cast(:rule as text) is null or x.rule = :rule),
            """;

    private static final String FIRED = """
            fired as (
              select rule, f.term_id, count(*) as students
              from rule_firings f cross join lateral unnest(f.rules) rule
              where f.school_id = :school and (cast(:term as uuid) is null or f.term_id = cast(:term as uuid))
                and (cast(:rule as text) is null or rule = :rule)
              group by rule, f.term_id),
            """;

    private static final String COUNTED = """
            counted as (
              select rule, term_id, count(*) as suggested,
                count(*) filter (where outcome = 'ACCEPTED') as accepted,
                count(*) filter (where outcome = 'DEFERRED') as deferred,
                count(*) filter (where outcome is null and state = 'EXPIRED' and shown) as ignored,
                count(*) filter (where outcome is null and state = 'EXPIRED' and not shown) as not_shown,
                count(*) filter (where outcome is null and state not in ('EXPIRED', 'WITHDRAWN')) as open,
                count(*) filter (where outcome is null and state = 'WITHDRAWN') as withdrawn,
                count(*) filter (where outcome = 'ACCEPTED' and delivered) as delivered
              from asked group by rule, term_id),
            parts as (
              select rule, term_id, case outcome when 'OVERRIDDEN' then 'overridden' else 'effects' end as what,
                coalesce(override_reason, effect, 'NOT_RECORDED') as code, count(*) as times
              from asked where outcome = 'OVERRIDDEN' or outcome = 'ACCEPTED' and delivered group by 1, 2, 3, 4),
            split as (
              select rule, term_id, jsonb_object_agg(code, times) filter (where what = 'overridden') as overridden,
                jsonb_object_agg(code, times) filter (where what = 'effects') as effects
              from parts group by rule, term_id)
            select f.rule, f.term_id, f.students, c.*, p.overridden, p.effects
            from fired f
            left join counted c on c.rule = f.rule and c.term_id = f.term_id
            left join split p on p.rule = f.rule and p.term_id = f.term_id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    Counted(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Every rule that fired in a term. */
    List<RuleCounts> ofTerm(UUID school, UUID term) {
        return counted(school, Optional.of(term), Optional.empty());
    }

    /** Every rule in every term in which it fired. */
    List<RuleCounts> ofSchool(UUID school) {
        return counted(school, Optional.empty(), Optional.empty());
    }

    /** One rule, by the name it had, in every term in which it fired. */
    List<RuleCounts> ofRule(UUID school, String rule) {
        return counted(school, Optional.empty(), Optional.of(rule));
    }

    /** For whom each rule fired in a term. */
    Map<String, List<UUID>> students(UUID school, UUID term) {
        return students(school, Optional.of(term));
    }

    /** For whom each rule ever fired. */
    Map<String, List<UUID>> students(UUID school) {
        return students(school, Optional.empty());
    }

    private Map<String, List<UUID>> students(UUID school, Optional<UUID> term) {
        Map<String, List<UUID>> students = new HashMap<>();
        sql.sql("""
                        select rule, array_agg(distinct f.student) as students
                        from rule_firings f cross join lateral unnest(f.rules) rule
                        where f.school_id = :school and (cast(:term as uuid) is null or f.term_id = cast(:term as uuid))
                        group by rule
                        """)
                .param("school", school)
                .param("term", term.orElse(null), Types.OTHER)
                .query(row -> {
                    students.put(row.getString("rule"), List.of((UUID[])
                            row.getArray("students").getArray()));
                });
        return students;
    }

    /** The terms of which it is not known for everybody which rules fired: they began before that was kept. */
    Set<UUID> partly(UUID school) {
        return Set.copyOf(sql.sql("select distinct term_id from rule_firings where school_id = :school and from_before")
                .param("school", school)
                .query(UUID.class)
                .list());
    }

    private List<RuleCounts> counted(UUID school, Optional<UUID> term, Optional<String> rule) {
        return sql.sql(SUGGESTIONS + FIRED + COUNTED)
                .param("school", school)
                .param("term", term.orElse(null), Types.OTHER)
                .param("rule", rule.orElse(null), Types.VARCHAR)
                .query((row, number) -> read(row))
                .list();
    }

    private RuleCounts read(ResultSet row) throws SQLException {
        return new RuleCounts(
                row.getString("rule"),
                row.getObject("term_id", UUID.class),
                row.getInt("students"),
                row.getInt("suggested"),
                row.getInt("accepted"),
                times(row.getString("overridden")),
                row.getInt("deferred"),
                row.getInt("ignored"),
                row.getInt("not_shown"),
                row.getInt("open"),
                row.getInt("withdrawn"),
                row.getInt("delivered"),
                times(row.getString("effects")));
    }

    private Map<String, Integer> times(@org.jspecify.annotations.Nullable String object) {
        return object == null ? Map.of() : json.readValue(object, new TypeReference<Map<String, Integer>>() {});
    }
}
