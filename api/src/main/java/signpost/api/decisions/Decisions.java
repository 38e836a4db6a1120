package signpost.api.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.State;
import signpost.api.recommendations.Stood;

/** The decisions of a school, to be read; {@link DecisionRows} adds them. */
@Repository
public class Decisions {

    private static final String READ = """
            select d.*, t.decided_by, t.comment from standing_decisions d
            left join decision_texts t on t.school_id = d.school_id and t.decision = d.id
            where d.school_id = :school
            """;

    /**
     * One row of what people did, also what was taken back since.
     *
     * @param outcome what was decided; empty when the decision before was taken back
     */
    record Step(UUID id, int versionMade, Optional<Outcome> outcome, String by, Instant at) {}

    private final JdbcClient sql;

    Decisions(JdbcClient sql) {
        this.sql = sql;
    }

    /** The decisions on these recommendations that nobody took back, the last received first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Decision>> on(UUID school, Collection<UUID> recommendations) {
        return sql
                .sql(READ + " and d.recommendation = any (:ids::uuid[]) order by d.version_made desc")
                .param("school", school)
                .param("ids", recommendations.stream().map(UUID::toString).toArray(String[]::new))
                .query(Decisions::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Decision::recommendation));
    }

    /** The decision that stands, if any does. */
    @Transactional(readOnly = true)
    Optional<Decision> standing(UUID school, UUID recommendation) {
        return on(school, List.of(recommendation)).getOrDefault(recommendation, List.of()).stream()
                .findFirst();
    }

    /** Everything people did on a recommendation, the last first. */
    List<Step> steps(UUID school, UUID recommendation) {
        return steps(school, List.of(recommendation)).getOrDefault(recommendation, List.of());
    }

    /** Everything people did on each recommendation, the last first. */
    Map<UUID, List<Step>> steps(UUID school, Collection<UUID> recommendations) {
        Map<UUID, List<Step>> steps = new HashMap<>();
        if (recommendations.isEmpty()) {
            return steps;
        }
        sql.sql("""
                        select d.id, d.recommendation, d.version_made, d.outcome, t.decided_by, d.received_at from decisions d
                        left join decision_texts t on t.school_id = d.school_id and t.decision = d.id
                        where d.school_id = :school and d.recommendation = any (:ids::uuid[]) order by d.version_made desc
                        """)
                .param("school", school)
                .param("ids", recommendations.stream().map(UUID::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> steps.computeIfAbsent(
                                row.getObject("recommendation", UUID.class), id -> new ArrayList<>())
                        .add(step(row)));
        return steps;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("id", UUID.class),
                row.getInt("version_made"),
                Outcome.of(row.getString("outcome").toLowerCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("decided_by")).orElse("erased"),
                row.getTimestamp("received_at").toInstant());
    }

    /** The recommendation of what an override chose instead. */
    Optional<UUID> insteadOf(UUID school, UUID override) {
        return sql.sql("""
                        select recommendation_instead from decisions
                        where school_id = :school and id = :id and recommendation_instead is not null
                        """)
                .param("school", school)
                .param("id", override)
                .query(UUID.class)
                .optional();
    }

    /** The decisions that were made as part of an override. */
    List<UUID> partOf(UUID school, UUID override) {
        return sql.sql("select id from decisions where school_id = :school and part_of = :id")
                .param("school", school)
                .param("id", override)
                .query(UUID.class)
                .list();
    }

    private static Decision read(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("recommendation", UUID.class),
                row.getInt("version_seen"),
                row.getInt("version_made"),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("override_reason")),
                Optional.ofNullable(row.getString("intervention_instead")),
                Optional.ofNullable(row.getObject("deferred_until", LocalDate.class)),
                Optional.ofNullable(row.getString("decided_by")).orElse("erased"),
                Optional.ofNullable(row.getString("comment")).orElse(""),
                row.getTimestamp("decided_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("bulk"),
                before(row));
    }

    private static Optional<Stood> before(ResultSet row) throws SQLException {
        String state = row.getString("before_state");
        return state == null
                ? Optional.empty()
                : Optional.of(new Stood(
                        State.valueOf(state),
                        Optional.ofNullable(row.getObject("before_deferred_until", LocalDate.class)),
                        row.getBoolean("before_silenced"),
                        Optional.ofNullable(row.getObject("before_silenced_until", LocalDate.class)),
                        Optional.ofNullable(row.getObject("before_decided_term_id", UUID.class))));
    }
}
