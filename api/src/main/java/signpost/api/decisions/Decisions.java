package signpost.api.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of a school: rows are added, never changed. */
@Repository
public class Decisions {

    private static final String READ = """
            select d.*, t.decided_by, t.comment from decisions d
            left join decision_texts t on t.school_id = d.school_id and t.decision = d.id
            where d.school_id = :school
            """;

    private final JdbcClient sql;

    Decisions(JdbcClient sql) {
        this.sql = sql;
    }

    /** All decisions on these recommendations, the last received first. */
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

    void add(UUID school, Decision decision, Decider decider, Optional<UUID> recommendationInstead) {
        sql.sql("""
                        insert into decisions (school_id, id, recommendation, version_seen, version_made, outcome, override_reason,
                          intervention_instead, recommendation_instead, deferred_until, staff, token, decided_at, received_at)
                        values (:school, :id, :recommendation, :seen, :made, :outcome, :reason, :instead, :made_instead, :until,
                          :staff, :token, :decidedAt, :receivedAt)
                        """)
                .param("school", school)
                .param("id", decision.id())
                .param("recommendation", decision.recommendation())
                .param("seen", decision.versionSeen())
                .param("made", decision.versionMade())
                .param("outcome", decision.outcome().name())
                .param("reason", decision.overrideReason().orElse(null))
                .param("instead", decision.interventionInstead().orElse(null))
                .param("made_instead", recommendationInstead.orElse(null))
                .param("until", decision.deferredUntil().orElse(null))
                .param("staff", decider.staff().orElse(null))
                .param("token", decider.token().orElse(null))
                .param("decidedAt", Timestamp.from(decision.decidedAt()))
                .param("receivedAt", Timestamp.from(decision.receivedAt()))
                .update();
        sql.sql("""
                        insert into decision_texts (school_id, decision, decided_by, comment)
                        values (:school, :id, :by, :comment)
                        """)
                .param("school", school)
                .param("id", decision.id())
                .param("by", decision.decidedBy())
                .param("comment", decision.comment())
                .update();
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
                row.getTimestamp("received_at").toInstant());
    }
}
