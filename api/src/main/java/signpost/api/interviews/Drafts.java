package signpost.api.interviews;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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

/** Interviews that are being written: each its author's alone until it is saved. */
@Repository
@Transactional
class Drafts {

    /** Whose draft, about whom, of which kind; there is one of each. */
    record Key(UUID staff, UUID student, InterviewKind kind) {}

    /** A draft as last kept. */
    record Draft(InterviewForm form, Instant savedAt) {

        /** Whether it was last written in another window than this form is, which does not know of it. */
        boolean elsewhere(InterviewForm form) {
            String window = this.form.text("window");
            boolean here = !window.isEmpty() && window.equals(form.text("window"));
            return !here && !stamp().equals(form.text("draft"));
        }

        String stamp() {
            return InterviewForm.micros(savedAt);
        }
    }

    private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};
    private static final String THIS =
            " where school_id = :school and staff = :staff and student = :student and kind = :kind";

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, OurSchool school, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.school = school;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(Key key) {
        return find(key, "");
    }

    private Optional<Draft> find(Key key, String lock) {
        return about("select typed, saved_at from interview_drafts" + THIS + lock, key)
                .query((row, number) -> new Draft(
                        new InterviewForm(json.readValue(row.getString("typed"), TYPED)),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /** Keeps it in place of what was kept before; empty where its author wrote more in another window. */
    Optional<Instant> keep(Key key, InterviewForm form) {
        if (find(key, " for update").filter(draft -> draft.elsewhere(form)).isPresent()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        about(
                        "insert into interview_drafts (school_id, staff, student, kind, typed, saved_at)"
                                + " values (:school, :staff, :student, :kind, :typed::jsonb, :now)"
                                + " on conflict (school_id, staff, student, kind)"
                                + " do update set typed = excluded.typed, saved_at = excluded.saved_at",
                        key)
                .param("typed", json.writeValueAsString(form.typed()))
                .param("now", OffsetDateTime.ofInstant(now, clock.getZone()))
                .update();
        return Optional.of(now);
    }

    /** The kinds of which this person has a draft about a student. */
    @Transactional(readOnly = true)
    List<InterviewKind> kinds(UUID staff, UUID student) {
        return jdbc
                .sql(
                        "select kind from interview_drafts where school_id = :school and staff = :staff and student = :student"
                                + " order by saved_at desc")
                .param("school", school.id())
                .param("staff", staff)
                .param("student", student)
                .query(String.class)
                .list()
                .stream()
                .flatMap(code -> InterviewKind.of(code).stream())
                .toList();
    }

    void discard(Key key) {
        about("delete from interview_drafts" + THIS, key).update();
    }

    private JdbcClient.StatementSpec about(String sql, Key key) {
        return jdbc.sql(sql)
                .param("school", school.id())
                .param("staff", key.staff())
                .param("student", key.student())
                .param("kind", key.kind().code());
    }
}
