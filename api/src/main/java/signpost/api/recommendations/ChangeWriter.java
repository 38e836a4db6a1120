package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.schools.Ids;
import tools.jackson.databind.json.JsonMapper;

/** Writes what an evaluation changes, a statement a kind of change. */
@Repository
class ChangeWriter {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Ids ids;

    ChangeWriter(JdbcClient sql, JsonMapper json, Ids ids) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
    }

    void write(UUID school, UUID term, String digest, List<Change> changes, Instant at) {
        close(school, changes, at);
        raise(school, term, digest, only(changes, Change.Raise.class), at);
        reword(school, digest, only(changes, Change.Reword.class), at);
    }

    private static <T extends Change> List<T> only(List<Change> changes, Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void close(UUID school, List<Change> changes, Instant at) {
        List<String> closed = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> why = new ArrayList<>();
        for (Change.Withdraw withdraw : only(changes, Change.Withdraw.class)) {
            closed.add(withdraw.id().toString());
            states.add(State.WITHDRAWN.name());
            why.add(withdraw.because());
        }
        for (Change.Expire expire : only(changes, Change.Expire.class)) {
            closed.add(expire.id().toString());
            states.add(State.EXPIRED.name());
            why.add("");
        }
        if (closed.isEmpty()) {
            return;
        }
        sql.sql("""
                        update recommendations r set state = c.state, version = version + 1, deferred_until = null,
                          withdrawn_because = nullif(c.why, ''), changed_at = :at
                        from unnest(:ids::uuid[], :states::text[], :why::text[]) as c (id, state, why)
                        where r.school_id = :school and r.id = c.id
                        """)
                .param("school", school)
                .param("ids", closed.toArray(String[]::new))
                .param("states", states.toArray(String[]::new))
                .param("why", why.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    private void raise(UUID school, UUID term, String digest, List<Change.Raise> raised, Instant at) {
        if (raised.isEmpty()) {
            return;
        }
        List<String> made = raised.stream().map(raise -> ids.next().toString()).toList();
        sql.sql("""
                        insert into recommendations (school_id, id, student, intervention, occurrence, term_id, origin, state,
                          version, severity, due_on, book_digest, former, raised_at, changed_at)
                        select :school, n.id, n.student, n.intervention, n.occurrence, :term, 'RULES', 'SUGGESTED', 1,
                          n.severity, n.due, :digest, n.former, :at, :at
                        from unnest(:ids::uuid[], :students::uuid[], :interventions::text[], :occurrences::text[],
                          :severities::smallint[], :dues::date[], :formers::uuid[])
                          as n (id, student, intervention, occurrence, severity, due, former)
                        """)
                .param("school", school)
                .param("term", term)
                .param("digest", digest)
                .param("at", Timestamp.from(at))
                .param("ids", made.toArray(String[]::new))
                .param("students", column(raised, raise -> raise.student().toString()))
                .param("interventions", column(raised, Change.Raise::intervention))
                .param("occurrences", column(raised, Change.Raise::occurrence))
                .param(
                        "severities",
                        column(raised, raise -> "" + raise.severity().weight()))
                .param("dues", column(raised, raise -> raise.due().toString()))
                .param(
                        "formers",
                        column(
                                raised,
                                raise -> raise.former().map(UUID::toString).orElse(null)))
                .update();
        explain(
                school,
                digest,
                made.toArray(String[]::new),
                column(raised, raise -> "1"),
                column(raised, raise -> json.writeValueAsString(raise.shown())),
                at);
    }

    private void reword(UUID school, String digest, List<Change.Reword> reworded, Instant at) {
        if (reworded.isEmpty()) {
            return;
        }
        String[] changed = column(reworded, reword -> reword.id().toString());
        sql.sql("""
                        update recommendations r set version = c.version, severity = c.severity, due_on = c.due,
                          evidence_unknown = c.unsure, book_digest = :digest, changed_at = :at
                        from unnest(:ids::uuid[], :versions::integer[], :severities::smallint[], :dues::date[],
                          :unsure::boolean[]) as c (id, version, severity, due, unsure)
                        where r.school_id = :school and r.id = c.id
                        """)
                .param("school", school)
                .param("digest", digest)
                .param("at", Timestamp.from(at))
                .param("ids", changed)
                .param("versions", column(reworded, reword -> "" + reword.version()))
                .param(
                        "severities",
                        column(reworded, reword -> "" + reword.severity().weight()))
                .param("dues", column(reworded, reword -> reword.due().toString()))
                .param("unsure", column(reworded, reword -> "" + reword.evidenceUnknown()))
                .update();
        explain(
                school,
                digest,
                changed,
                column(reworded, reword -> "" + reword.version()),
                column(reworded, reword -> json.writeValueAsString(reword.shown())),
                at);
    }

    private void explain(
            UUID school,
            String digest,
            String[] recommendations,
            String[] versions,
            String[] explanations,
            Instant at) {
        sql.sql("""
                        insert into recommendation_explanations (school_id, recommendation, version, book_digest, explanation, made_at)
                        select :school, n.id, n.version, :digest, n.explanation::jsonb, :at
                        from unnest(:ids::uuid[], :versions::integer[], :explanations::text[]) as n (id, version, explanation)
                        """)
                .param("school", school)
                .param("digest", digest)
                .param("ids", recommendations)
                .param("versions", versions)
                .param("explanations", explanations)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static <T> String[] column(
            List<T> rows, java.util.function.Function<T, @org.jspecify.annotations.Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
