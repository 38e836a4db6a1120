package signpost.api.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.rulebook.Severity;
import tools.jackson.databind.json.JsonMapper;

/** The recommendations of a school, read with the reasons they show; {@link Moves} changes them. */
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

    Recommendations(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
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

    /** Those of {@code ids} whose place another open one has taken since. */
    @Transactional(readOnly = true)
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
                        .param("ids", texts(ids))
                        .query(UUID.class)
                        .list());
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
