package signpost.api.interviews;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.OurSchool;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is being typed of whole groups: each its author's alone until it is saved. */
@Repository
@Transactional
class SittingDrafts {

    /** A draft as last kept. */
    record Draft(SittingForm form, Instant savedAt) {}

    private record Row(UUID student, InterviewForm typed, Instant savedAt) {}

    private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};
    private static final String THESE =
            " where school_id = :school and staff = :staff and kind = :kind and student = any (:students::uuid[])";

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final JsonMapper json;
    private final Clock clock;

    SittingDrafts(JdbcClient jdbc, OurSchool school, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.school = school;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(UUID staff, Sitting sitting) {
        List<Row> rows = about("select student, typed, saved_at from tutor_time_drafts" + THESE, staff, sitting)
                .query((row, number) -> new Row(
                        row.getObject("student", UUID.class),
                        new InterviewForm(json.readValue(row.getString("typed"), TYPED)),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
        Map<UUID, InterviewForm> told = new LinkedHashMap<>();
        rows.forEach(row -> told.put(row.student(), row.typed().only("q.")));
        return rows.stream()
                .max(Comparator.comparing(Row::savedAt))
                .map(last -> new Draft(new SittingForm(last.typed().asking(List.of()), told), last.savedAt()));
    }

    /** Keeps it in place of what was kept before of the same students. */
    Instant keep(UUID staff, Sitting sitting, SittingForm form) {
        Instant now = clock.instant();
        discard(staff, sitting);
        Map<UUID, InterviewForm> told = form.of(sitting.ids()).told();
        if (!told.isEmpty()) {
            jdbc.sql("""
                            insert into tutor_time_drafts (school_id, staff, student, kind, typed, saved_at)
                            select :school, :staff, n.student, :kind, n.typed::jsonb, :now
                            from unnest(:students::uuid[], :forms::text[]) as n (student, typed)
                            on conflict (school_id, staff, student, kind)
                              do update set typed = excluded.typed, saved_at = excluded.saved_at
                            """)
                    .param("school", school.id())
                    .param("staff", staff)
                    .param("kind", sitting.kind().code())
                    .param("now", OffsetDateTime.ofInstant(now, clock.getZone()))
                    .param(
                            "students",
                            told.keySet().stream().map(UUID::toString).toArray(String[]::new))
                    .param(
                            "forms",
                            told.values().stream()
                                    .map(one -> json.writeValueAsString(
                                            one.and(form.about()).typed()))
                                    .toArray(String[]::new))
                    .update();
        }
        return now;
    }

    void discard(UUID staff, Sitting sitting) {
        about("delete from tutor_time_drafts" + THESE, staff, sitting).update();
    }

    private JdbcClient.StatementSpec about(String statement, UUID staff, Sitting sitting) {
        return jdbc.sql(statement)
                .param("school", school.id())
                .param("staff", staff)
                .param("kind", sitting.kind().code())
                .param("students", sitting.ids().stream().map(UUID::toString).toArray(String[]::new));
    }
}
