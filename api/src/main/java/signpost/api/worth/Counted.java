package signpost.api.worth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
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

    /** Flags and rule-outs stand only for the term in which a student was judged last. */
    private static final String FIRED = """
            said as (
              select r.rule, j.term_id, j.student from judgements j cross join lateral (
                select reason ->> 'rule' as rule
                from jsonb_array_elements(j.flags) f, jsonb_array_elements(f -> 'reasons') reason
                union select reason ->> 'rule'
                from jsonb_array_elements(j.withheld) w, jsonb_array_elements(w -> 'ruledOutBy') reason) r
              where j.school_id = :school and (cast(:term as uuid) is null or j.term_id = cast(:term as uuid))
                and (cast(:rule as text) is null or r.rule = :rule)),
            fired as (
              select rule, term_id, count(distinct student) as students
              from (select rule, term_id, student from asked union select rule, term_id, student from said) f
              group by rule, term_id),
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

    private static final String STUDENTS = """
            seen as (select rule, student from asked union select rule, student from said)
            select rule, array_agg(student) as students from seen group by rule
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
        sql.sql(SUGGESTIONS + FIRED + STUDENTS)
                .param("school", school)
                .param("term", term.orElse(null), Types.OTHER)
                .param("rule", null, Types.VARCHAR)
                .query(row -> {
                    students.put(row.getString("rule"), List.of((UUID[])
                            row.getArray("students").getArray()));
                });
        return students;
    }

    /** The flags that stood for somebody on some day since then, whichever rules raised them. */
    Set<String> flagsSince(UUID school, LocalDate day) {
        return Set.copyOf(sql.sql("""
                                select distinct flag from raised_flags
                                where school_id = :school and (cleared_at is null or cleared_at >= cast(:day as date))
                                """)
                .param("school", school)
                .param("day", day)
                .query(String.class)
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
