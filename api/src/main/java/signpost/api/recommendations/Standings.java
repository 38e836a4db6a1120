package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.rulebook.Severity;
import signpost.engine.rulebook.Subject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the rules say of each student now: flags, scores, and what they cannot tell. */
@Repository
public class Standings {

    private static final String RONI = "RONI";

    /** A standing as kept, with the term and book it was judged under. */
    record Kept(UUID term, String digest, Standing standing) {}

    private final JdbcClient sql;
    private final JsonMapper json;

    Standings(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<Standing> find(UUID school, UUID student) {
        return Optional.ofNullable(kept(school, List.of(student)).get(student)).map(Kept::standing);
    }

    /** How grave the gravest flag of a student is, whether a rule or a person raised it; low when there is none. */
    @Transactional(readOnly = true)
    public Severity gravest(UUID school, UUID student) {
        return sql.sql(
                        "select greatest(severity, 1) from standing_flags where school_id = :school and student = :student")
                .param("school", school)
                .param("student", student)
                .query(Integer.class)
                .optional()
                .map(Severity::ofWeight)
                .orElse(Severity.LOW);
    }

    Map<UUID, Kept> kept(UUID school, Collection<UUID> students) {
        Map<UUID, Kept> kept = new HashMap<>();
        sql.sql("select * from judgements where school_id = :school and student = any (:students::uuid[])")
                .param("school", school)
                .param("students", Recommendations.texts(students))
                .query(row -> {
                    kept.put(
                            row.getObject("student", UUID.class),
                            new Kept(
                                    row.getObject("term_id", UUID.class),
                                    row.getString("book_digest"),
                                    new Standing(
                                            json.readValue(row.getString("flags"), new TypeReference<>() {}),
                                            json.readValue(row.getString("scores"), new TypeReference<>() {}),
                                            json.readValue(row.getString("cannot_tell"), new TypeReference<>() {}),
                                            json.readValue(row.getString("withheld"), new TypeReference<>() {}))));
                });
        return kept;
    }

    void write(UUID school, UUID term, String digest, LocalDate on, Map<UUID, Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, Standing>> rows = List.copyOf(standings.entrySet());
        sql.sql("""
                        insert into judgements (school_id, student, term_id, book_digest, judged_on, severity, roni_most, flags,
                          scores, cannot_tell, withheld)
                        select :school, n.student, :term, :digest, :on, n.severity, n.roni, n.flags::jsonb, n.scores::jsonb,
                          n.cannot_tell::jsonb, n.withheld::jsonb
                        from unnest(:students::uuid[], :severities::smallint[], :ronis::integer[], :flags::text[],
                          :scores::text[], :cannotTell::text[], :withheld::text[])
                          as n (student, severity, roni, flags, scores, cannot_tell, withheld)
                        on conflict (school_id, student) do update set term_id = excluded.term_id,
                          book_digest = excluded.book_digest, judged_on = excluded.judged_on, severity = excluded.severity,
                          roni_most = excluded.roni_most, flags = excluded.flags, scores = excluded.scores,
                          cannot_tell = excluded.cannot_tell, withheld = excluded.withheld
                        """)
                .param("school", school)
                .param("term", term)
                .param("digest", digest)
                .param("on", on)
                .param("students", column(rows, row -> row.getKey().toString()))
                .param("severities", column(rows, row -> "" + row.getValue().severity()))
                .param("ronis", column(rows, row -> "" + roni(row.getValue())))
                .param(
                        "flags",
                        column(
                                rows,
                                row -> json.writeValueAsString(row.getValue().flags())))
                .param(
                        "scores",
                        column(
                                rows,
                                row -> json.writeValueAsString(row.getValue().scores())))
                .param(
                        "cannotTell",
                        column(
                                rows,
                                row -> json.writeValueAsString(row.getValue().cannotTell())))
                .param(
                        "withheld",
                        column(
                                rows,
                                row -> json.writeValueAsString(row.getValue().withheld())))
                .update();
    }

    private static int roni(Standing standing) {
        Subject.Points points = standing.scores().get(RONI);
        return points == null ? 0 : points.most();
    }

    private static <T> String[] column(List<T> rows, java.util.function.Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
