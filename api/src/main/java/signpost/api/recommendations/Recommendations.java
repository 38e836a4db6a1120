package signpost.api.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.rulebook.Severity;
import tools.jackson.databind.json.JsonMapper;

/** The recommendations of a school, read with the reasons they show. */
@Repository
public class Recommendations {

    private static final String SELECT = """
            select r.*, e.explanation from recommendations r
            join lateral (select explanation from recommendation_explanations e
              where e.school_id = r.school_id and e.recommendation = r.id order by e.version desc limit 1) e on true
            """;

    private static final String READ = SELECT + " where r.school_id = :school ";

    /** With the need of each student, gathered once: without statistics it would be gathered anew for each. */
    private static final String READ_NEEDS =
            """
            with needs as materialized (select student, severity, roni_most from standing_flags where school_id = :school)
            """ + SELECT + " join needs n on n.student = r.student where r.school_id = :school ";

    private static final String BY_NEED = " order by n.severity desc, r.due_on, n.roni_most desc, r.raised_at, r.id ";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Recommendations(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Recommendation> find(UUID school, UUID id) {
        return sql.sql(READ + " and r.id = :id")
                .param("school", school)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    @Transactional
    public Optional<Recommendation> findLocked(UUID school, UUID id) {
        return sql.sql("select id from recommendations where school_id = :school and id = :id for no key update")
                .param("school", school)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(found -> find(school, found));
    }

    /** Those of {@code ids} that are this school's. */
    @Transactional(readOnly = true)
    public Map<UUID, Recommendation> findAll(UUID school, Collection<UUID> ids) {
        return sql
                .sql(READ + " and r.id = any (:ids::uuid[])")
                .param("school", school)
                .param("ids", texts(ids))
                .query(this::read)
                .stream()
                .collect(Collectors.toMap(Recommendation::id, Function.identity()));
    }

    /** As {@link #findAll}, and nobody else changes them until the transaction ends; always in the same order. */
    @Transactional
    public Map<UUID, Recommendation> findAllLocked(UUID school, Collection<UUID> ids) {
        sql.sql("select id from recommendations where school_id = :school and id = any (:ids::uuid[])"
                        + " order by id for no key update")
                .param("school", school)
                .param("ids", texts(ids))
                .query(UUID.class)
                .list();
        return findAll(school, ids);
    }

    /** Those accepted of an intervention and not delivered yet, in order of need. */
    @Transactional(readOnly = true)
    public List<Recommendation> accepted(UUID school, String intervention) {
        return sql.sql(READ_NEEDS + "and r.state = 'ACCEPTED' and r.intervention = :intervention" + BY_NEED)
                .param("school", school)
                .param("intervention", intervention)
                .query(this::read)
                .list();
    }

    /** All of these students, newest first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Recommendation>> ofStudents(UUID school, Collection<UUID> students) {
        return sql
                .sql(READ + " and r.student = any (:students::uuid[]) order by r.raised_at desc, r.id desc")
                .param("school", school)
                .param("students", texts(students))
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Recommendation::student));
    }

    /** Those in one of {@code states} of these students, gravest first, then by due date. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Recommendation>> ofStudents(
            UUID school, Collection<UUID> students, Collection<State> states) {
        return sql
                .sql(READ + """
                         and r.student = any (:students::uuid[]) and r.state = any (:states)
                        order by r.severity desc, r.due_on, r.raised_at, r.id
                        """)
                .param("school", school)
                .param("students", texts(students))
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Recommendation::student));
    }

    /** Those of {@code ids} that are for this intervention, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<Recommendation> all(UUID school, String intervention, Collection<UUID> ids) {
        return sql.sql(READ + " and r.intervention = :intervention and r.id = any (:ids::uuid[]) order by r.id")
                .param("school", school)
                .param("intervention", intervention)
                .param("ids", texts(ids))
                .query(this::read)
                .list();
    }

    /** Up to {@code limit} suggestions of an intervention, in the order of need of their students. */
    @Transactional(readOnly = true)
    public List<Recommendation> suggested(UUID school, String intervention, int limit) {
        return sql.sql(READ_NEEDS + "and r.state = 'SUGGESTED' and r.intervention = :intervention" + BY_NEED
                        + "limit :limit")
                .param("school", school)
                .param("intervention", intervention)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** How often each intervention is suggested and waits for a decision. */
    @Transactional(readOnly = true)
    public Map<String, Integer> suggestedCounts(UUID school) {
        Map<String, Integer> counts = new HashMap<>();
        sql.sql("""
                        select intervention, count(*) as suggestions from recommendations
                        where school_id = :school and state = 'SUGGESTED' group by intervention
                        """).param("school", school).query(row -> {
            counts.put(row.getString("intervention"), row.getInt("suggestions"));
        });
        return counts;
    }

    /** Up to {@code limit} after {@code after} in the order of their ids, those of {@code states} only. */
    @Transactional(readOnly = true)
    public List<Recommendation> page(UUID school, Collection<State> states, Optional<UUID> after, int limit) {
        return sql.sql(READ + " and r.state = any (:states) and r.id > :after order by r.id limit :limit")
                .param("school", school)
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("after", after.orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /**
     * Moves one to a state a person chose, as its next version. The caller holds its lock.
     *
     * @return the new version
     */
    @Transactional
    public int decided(
            UUID school, UUID id, State state, Optional<LocalDate> deferredUntil, boolean silenced, Instant at) {
        return sql.sql("""
                        update recommendations set state = :state, version = version + 1, deferred_until = :until,
                          silenced = :silenced, silenced_until = null, changed_at = :at,
                          decided_term_id = (select t.id from terms t where t.school_id = :school
                            and t.ends_on >= :today and t.state <> 'CLOSED' order by t.starts_on limit 1)
                        where school_id = :school and id = :id returning version
                        """)
                .param("school", school)
                .param("id", id)
                .param("state", state.name())
                .param("until", deferredUntil.orElse(null))
                .param("today", LocalDate.ofInstant(at, clock.getZone()))
                .param("silenced", silenced)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    /** Ends the silence of a lasting override after a day; without that it is for good. The caller holds its lock. */
    @Transactional
    public void silencedUntil(UUID school, UUID id, LocalDate last) {
        sql.sql("update recommendations set silenced_until = :last where school_id = :school and id = :id and silenced")
                .param("school", school)
                .param("id", id)
                .param("last", last)
                .update();
    }

    /**
     * Brings one back to where it stood before a decision, as its next version. The caller holds its lock.
     *
     * @return the new version
     */
    @Transactional
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
     * Withdraws what a person chose and took back, as its next version. The caller holds the lock of its student.
     *
     * @return the new version
     */
    @Transactional
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
     * Closes one as delivered, as its next version. The caller holds its lock.
     *
     * @param on the day it was delivered
     */
    @Transactional
    public void delivered(UUID school, UUID id, LocalDate on, Instant at) {
        sql.sql("""
                        update recommendations set state = 'DELIVERED', delivered_on = :on, version = version + 1, changed_at = :at
                        where school_id = :school and id = :id
                        """)
                .param("school", school)
                .param("id", id)
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Takes a delivery back: it is accepted again, or withdrawn when another took its place. The caller holds its lock.
     *
     * @param withdrawnBecause what took its place, if anything did
     */
    @Transactional
    public void notDelivered(UUID school, UUID id, Optional<String> withdrawnBecause, Instant at) {
        sql.sql("""
                        update recommendations set state = :state, delivered_on = null, version = version + 1,
                          withdrawn_because = :because, changed_at = :at
                        where school_id = :school and id = :id
                        """)
                .param("school", school)
                .param("id", id)
                .param("state", (withdrawnBecause.isPresent() ? State.WITHDRAWN : State.ACCEPTED).name())
                .param("because", withdrawnBecause.orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The open one of this student for this intervention, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Recommendation> open(UUID school, UUID student, String intervention, String occurrence) {
        return sql.sql(READ + """
                         and r.student = :student and r.intervention = :intervention and r.occurrence = :occurrence
                         and r.state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED')
                        """)
                .param("school", school)
                .param("student", student)
                .param("intervention", intervention)
                .param("occurrence", occurrence)
                .query(this::read)
                .optional();
    }

    /** Adds one that a person chose; accepted from the start. The caller holds the lock of its student. */
    @Transactional
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

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private Recommendation read(ResultSet row, int number) throws SQLException {
        return new Recommendation(
                row.getObject("id", UUID.class),
                row.getObject("student", UUID.class),
                row.getString("intervention"),
                row.getString("occurrence"),
                row.getObject("term_id", UUID.class),
                Optional.ofNullable(row.getObject("decided_term_id", UUID.class)),
                row.getString("origin").equals("RULES"),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                Severity.ofWeight(row.getInt("severity")),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(row.getObject("deferred_until", LocalDate.class)),
                Optional.ofNullable(row.getObject("delivered_on", LocalDate.class)),
                row.getBoolean("evidence_unknown"),
                row.getBoolean("silenced"),
                Optional.ofNullable(row.getObject("silenced_until", LocalDate.class)),
                row.getString("book_digest"),
                Optional.ofNullable(row.getObject("former", UUID.class)),
                Optional.ofNullable(row.getObject("instead_of", UUID.class)),
                Optional.ofNullable(row.getString("withdrawn_because")),
                row.getTimestamp("raised_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                json.readValue(row.getString("explanation"), ShownReasons.class));
    }
}
