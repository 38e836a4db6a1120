package signpost.api.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What recommendations went through, from the tables that only ever grow. */
@Repository
class Histories {

    /**
     * Something a recommendation went through.
     *
     * @param kind RAISED, REASONS, STATE, SHOWN, MOVED, DECIDED, HAPPENED or EFFECT
     * @param code what exactly: a state, an outcome, what happened; or empty
     * @param rules the rules that asked for it from now on, one a line; or empty
     * @param detail a coded reason, a day or the book's digest; or empty
     * @param who the person, or empty
     * @param words what the person wrote, or empty
     */
    record Event(
            Instant at, String kind, int version, String code, String rules, String detail, String who, String words) {}

    /** In the order it happened; of one moment, what rules said comes first. */
    private static final String ALL = """
            select * from (
              select at, what as kind, version, coalesce(state, '') as code,
                coalesce(array_to_string(rules, e'\\n'), '') as rules, coalesce(book_digest, '') as detail,
                '' as who, '' as words, case what when 'RAISED' then 1 when 'REASONS' then 2 else 6 end as rank
              from recommendation_events e where school_id = :school and recommendation = :id
                and (what <> 'STATE' or state in ('WITHDRAWN', 'EXPIRED')
                  or (state = 'SUGGESTED' and not exists (select from decisions d
                    where d.school_id = e.school_id and d.recommendation = e.recommendation and d.version_made = e.version)))
              union all
              select h.shown_at, 'SHOWN', h.version, '', '', '', s.display_name, '', 3
              from recommendation_showings h join staff s on s.school_id = h.school_id and s.id = h.staff
              where h.school_id = :school and h.recommendation = :id
              union all
              select m.moved_at, 'MOVED', 0, m.direction, '', '', coalesce(t.moved_by, 'erased'), coalesce(t.reason, ''), 3
              from capacity_moves m left join capacity_move_texts t on t.school_id = m.school_id and t.move = m.id
              where m.school_id = :school and m.recommendation = :id
              union all
              select d.received_at, 'DECIDED', d.version_made, d.outcome || case when d.bulk then '+' else '' end, '',
                coalesce(d.override_reason, cast(d.deferred_until as text), ''), coalesce(t.decided_by, 'erased'),
                coalesce(t.comment, ''), 4
              from decisions d left join decision_texts t on t.school_id = d.school_id and t.decision = d.id
              where d.school_id = :school and d.recommendation = :id
              union all
              select x.recorded_at, 'HAPPENED', 0, x.what, '', cast(x.on_day as text), coalesce(t.recorded_by, 'erased'),
                coalesce(t.note, ''), 5
              from deliveries x left join delivery_texts t on t.school_id = x.school_id and t.delivery = x.id
              where x.school_id = :school and x.recommendation = :id
              union all
              select o.recorded_at, 'EFFECT', 0, o.outcome, '', '', coalesce(ot.recorded_by, s.display_name, ''),
                coalesce(ot.note, ''), 5
              from deliveries x join delivery_outcomes o on o.school_id = x.school_id and o.delivery = x.id
              left join delivery_outcome_texts ot on ot.school_id = o.school_id and ot.outcome = o.id
              left join staff s on s.school_id = o.school_id and s.id = o.staff
              where x.school_id = :school and x.recommendation = :id) all_of_it
            order by at, rank, version
            """;

    private final JdbcClient sql;

    Histories(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<Event> of(UUID school, UUID recommendation) {
        return sql.sql(ALL)
                .param("school", school)
                .param("id", recommendation)
                .query((row, number) -> new Event(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getInt("version"),
                        row.getString("code"),
                        row.getString("rules"),
                        row.getString("detail"),
                        row.getString("who"),
                        Optional.ofNullable(row.getString("words")).orElse("")))
                .list();
    }
}
