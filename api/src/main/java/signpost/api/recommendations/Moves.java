package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.terms.Terms;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves recommendations on by what people did, each as its next version. The caller holds the lock of their students.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Moves {

    private final JdbcClient sql;
    private final Terms terms;
    private final JsonMapper json;
    private final Clock clock;

    Moves(JdbcClient sql, Terms terms, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.terms = terms;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Moves one to a state a person chose, as its next version.
     *
     * @return the new version
     */
    public int decided(
            UUID school, UUID id, State state, Optional<LocalDate> deferredUntil, boolean silenced, Instant at) {
        return decided(school, List.of(id), state, deferredUntil, silenced, Optional.empty(), at)
                .get(0);
    }

    /**
     * Moves many to a state a person chose for all, each as its next version.
     *
     * @param silenced whether they were overridden for a lasting reason
     * @param silencedUntil the last day of that silence, unless it is for good
     * @return the new versions
     */
    public List<Integer> decided(
            UUID school,
            Collection<UUID> ids,
            State state,
            Optional<LocalDate> deferredUntil,
            boolean silenced,
            Optional<LocalDate> silencedUntil,
            Instant at) {
        UUID term =
                terms.working(school, LocalDate.ofInstant(at, clock.getZone())).id();
        return sql.sql("""
                        update recommendations set state = :state, version = version + 1, deferred_until = :until,
                          silenced = :silenced, silenced_until = :silencedUntil, changed_at = :at,
                          decided_term_id = :term
                        where school_id = :school and id = any (:ids::uuid[]) returning version
                        """)
                .param("school", school)
                .param("ids", Recommendations.texts(ids))
                .param("state", state.name())
                .param("until", deferredUntil.orElse(null))
                .param("term", term)
                .param("silenced", silenced)
                .param("silencedUntil", silencedUntil.orElse(null))
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .list();
    }

    /**
     * Brings one back to where it stood before a decision, as its next version.
     *
     * @return the new version
     */
    public int undecided(UUID school, UUID id, Stood stood, Instant at) {
        return sql.sql("""
                        update recommendations set state = :state, version = version + 1, deferred_until = :until,
                          silenced = :silenced, silenced_until = :silencedUntil, decided_term_id = :decidedIn, changed_at = :at
                        where school_id = :school and id = :id returning version
                        """)
                .param("school", school)
                .param("id", id)
                .param("state", stood.state().name())
                .param("until", stood.deferredUntil().orElse(null))
                .param("silenced", stood.silenced())
                .param("silencedUntil", stood.silencedUntil().orElse(null))
                .param("decidedIn", stood.decidedIn().orElse(null))
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    /**
     * Withdraws what a person chose and took back, as its next version.
     *
     * @return the new version
     */
    public int takenBack(UUID school, UUID id, String because, Instant at) {
        return sql.sql("""
                        update recommendations set state = 'WITHDRAWN', version = version + 1, withdrawn_because = :because,
                          changed_at = :at where school_id = :school and id = :id returning version
                        """)
                .param("school", school)
                .param("id", id)
                .param("because", because)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    /**
     * Closes these as delivered, each as its next version.
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

    /**
     * Takes deliveries back: they are accepted again, or withdrawn where another took their place.
     *
     * @param replaced those of {@code ids} whose place another has taken
     */
    public void notDelivered(UUID school, Collection<UUID> ids, Collection<UUID> replaced, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        sql.sql("""
                        update recommendations set delivered_on = null, version = version + 1, changed_at = :at,
                          state = case when id = any (:replaced::uuid[]) then 'WITHDRAWN' else 'ACCEPTED' end,
                          withdrawn_because = case when id = any (:replaced::uuid[]) then :because end
                        where school_id = :school and id = any (:ids::uuid[])
                        """)
                .param("school", school)
                .param("ids", Recommendations.texts(ids))
                .param("replaced", Recommendations.texts(replaced))
                .param("because", "recorded as delivered by mistake, and another took its place since")
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Adds one that a person chose; accepted from the start. */
    public void addChosen(UUID school, Chosen chosen, Instant at) {
        sql.sql("""
                        insert into recommendations (school_id, id, student, intervention, occurrence, term_id, origin, state,
                          version, severity, due_on, book_digest, instead_of, raised_at, changed_at)
                        values (:school, :id, :student, :intervention, '', :term, 'ADVISER', 'ACCEPTED', 1, :severity, :due,
                          :digest, :instead, :at, :at)
                        """)
                .param("school", school)
                .param("id", chosen.id())
                .param("student", chosen.student())
                .param("intervention", chosen.intervention())
                .param("term", chosen.term())
                .param("severity", chosen.severity().weight())
                .param("due", chosen.due())
                .param("digest", chosen.bookDigest())
                .param("instead", chosen.insteadOf().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        ShownReasons shown = new ShownReasons(List.of(), List.of(), List.of(), chosen.note());
        explain(school, chosen.id(), 1, chosen.bookDigest(), shown, at);
    }

    private void explain(UUID school, UUID id, int version, String digest, ShownReasons reasons, Instant at) {
        sql.sql("""
                        insert into recommendation_explanations (school_id, recommendation, version, book_digest, explanation, made_at)
                        values (:school, :id, :version, :digest, :explanation::jsonb, :at)
                        """)
                .param("school", school)
                .param("id", id)
                .param("version", version)
                .param("digest", digest)
                .param("explanation", json.writeValueAsString(reasons))
                .param("at", Timestamp.from(at))
                .update();
    }
}
