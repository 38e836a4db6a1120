package signpost.api.decisions;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Stood;

/** Keeps decisions: rows are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DecisionRows {

    private final JdbcClient sql;

    DecisionRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(
            UUID school,
            Decision decision,
            Decider decider,
            Optional<UUID> recommendationInstead,
            Optional<UUID> partOf) {
        add(school, List.of(decision), decider, recommendationInstead, partOf);
    }

    /** Adds many that were made alike, in as many statements as one. */
    void addAll(UUID school, List<Decision> alike, Decider decider) {
        add(school, alike, decider, Optional.empty(), Optional.empty());
    }

    private void add(
            UUID school, List<Decision> alike, Decider decider, Optional<UUID> instead, Optional<UUID> partOf) {
        Decision one = alike.get(0);
        sql.sql("""
                        insert into decisions (school_id, id, recommendation, version_seen, version_made, outcome, override_reason,
                          intervention_instead, recommendation_instead, deferred_until, staff, token, decided_at, received_at,
                          bulk, part_of, before_state, before_deferred_until, before_silenced, before_silenced_until,
                          before_decided_term_id)
                        select :school, n.id, n.recommendation, n.seen, n.made, :outcome, :reason, :instead, :made_instead, :until,
                          :staff, :token, :decidedAt, :receivedAt, :bulk, :partOf, n.state, n.state_until, n.silenced,
                          n.silenced_until, n.decided_in
                        from unnest(:ids::uuid[], :recommendations::uuid[], :seen::int[], :made::int[], :states::text[],
                          :statesUntil::date[], :silenced::boolean[], :silencedUntil::date[], :decidedIn::uuid[])
                          as n (id, recommendation, seen, made, state, state_until, silenced, silenced_until, decided_in)
                        """)
                .param("school", school)
                .param("ids", column(alike, Decision::id))
                .param("recommendations", column(alike, Decision::recommendation))
                .param("seen", column(alike, Decision::versionSeen))
                .param("made", column(alike, Decision::versionMade))
                .param("outcome", one.outcome().name())
                .param("reason", one.overrideReason().orElse(null))
                .param("instead", one.interventionInstead().orElse(null))
                .param("made_instead", instead.orElse(null), Types.OTHER)
                .param("until", one.deferredUntil().orElse(null), Types.DATE)
                .param("staff", decider.staff().orElse(null), Types.OTHER)
                .param("token", decider.token().orElse(null), Types.OTHER)
                .param("decidedAt", Timestamp.from(one.decidedAt()))
                .param("receivedAt", Timestamp.from(one.receivedAt()))
                .param("bulk", one.bulk())
                .param("partOf", partOf.orElse(null), Types.OTHER)
                .param("states", column(alike, made -> stood(made).state().name()))
                .param(
                        "statesUntil",
                        column(alike, made -> stood(made).deferredUntil().orElse(null)))
                .param("silenced", column(alike, made -> stood(made).silenced()))
                .param(
                        "silencedUntil",
                        column(alike, made -> stood(made).silencedUntil().orElse(null)))
                .param(
                        "decidedIn",
                        column(alike, made -> stood(made).decidedIn().orElse(null)))
                .update();
        texts(school, column(alike, Decision::id), one.decidedBy(), one.comment());
    }

    private static Stood stood(Decision decision) {
        return decision.before().orElseThrow();
    }

    private static @Nullable String[] column(List<Decision> rows, Function<Decision, @Nullable Object> cell) {
        @Nullable String[] texts = new String[rows.size()];
        for (int at = 0; at < texts.length; at++) {
            Object value = cell.apply(rows.get(at));
            texts[at] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** Takes one back, by a row of its own. */
    void undo(UUID school, UUID id, Decision mistaken, int versionSeen, int versionMade, Decider by, Instant at) {
        sql.sql("""
                        insert into decisions (school_id, id, recommendation, version_seen, version_made, outcome, corrects, staff,
                          token, decided_at, received_at)
                        values (:school, :id, :recommendation, :seen, :made, 'UNDONE', :corrects, :staff, :token, :at, :at)
                        """)
                .param("school", school)
                .param("id", id)
                .param("recommendation", mistaken.recommendation())
                .param("seen", versionSeen)
                .param("made", versionMade)
                .param("corrects", mistaken.id())
                .param("staff", by.staff().orElse(null))
                .param("token", by.token().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        texts(school, new String[] {id.toString()}, by.name(), "");
    }

    private void texts(UUID school, @Nullable String[] decisions, String by, String comment) {
        sql.sql("""
                        insert into decision_texts (school_id, decision, decided_by, comment)
                        select :school, n.id, :by, :comment from unnest(:ids::uuid[]) as n (id)
                        """)
                .param("school", school)
                .param("ids", decisions)
                .param("by", by)
                .param("comment", comment)
                .update();
    }
}
