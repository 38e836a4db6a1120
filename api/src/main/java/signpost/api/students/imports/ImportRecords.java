package signpost.api.students.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.students.OurSchool;
import tools.jackson.databind.json.JsonMapper;

/** What was sent, how far it has got and what came of it. */
@Repository
class ImportRecords {

    /** A file that waits or is being worked on. */
    record Pending(UUID id, LocalDate asOf, boolean dryRun) {}

    /** An import as it stands. */
    record Entry(
            UUID id,
            String state,
            LocalDate asOf,
            boolean dryRun,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt,
            @Nullable ImportReport report) {}

    private static final String UNFINISHED = " and state in ('waiting', 'running')";

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final JsonMapper json;
    private final Clock clock;

    ImportRecords(JdbcClient jdbc, OurSchool school, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.school = school;
        this.json = json;
        this.clock = clock;
    }

    void add(UUID id, byte[] file, LocalDate asOf, boolean dryRun, UUID requestedBy) {
        jdbc.sql("insert into imports (school_id, id, state, dry_run, as_of, requested_by, created_at)"
                        + " values (:school, :id, 'waiting', :dryRun, :asOf, :requestedBy, :now)")
                .param("school", school.id())
                .param("id", id)
                .param("dryRun", dryRun)
                .param("asOf", asOf)
                .param("requestedBy", requestedBy)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into import_files (school_id, import_id, content) values (:school, :id, :file)")
                .param("school", school.id())
                .param("id", id)
                .param("file", file)
                .update();
    }

    /** The school's first import that is not finished, up to and with {@code last}. */
    Optional<UUID> firstUnfinished(UUID last) {
        return jdbc.sql("select id from imports where school_id = :school and id <= :last" + UNFINISHED
                        + " order by id limit 1")
                .param("school", school.id())
                .param("last", last)
                .query(UUID.class)
                .optional();
    }

    /** Whether it is the caller's turn to work on the school's imports; it holds until the transaction ends. */
    boolean turn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:school, 5))")
                .param("school", "imports " + school.id())
                .query(Boolean.class)
                .single();
    }

    /** Notes that work on it begins, for the how-manieth time; 0 when it is finished. */
    int begin(UUID id) {
        return jdbc.sql("update imports set state = 'running', attempts = attempts + 1"
                        + " where school_id = :school and id = :id" + UNFINISHED + " returning attempts")
                .param("school", school.id())
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What is to be done, unless it has been done meanwhile. */
    Optional<Pending> pending(UUID id) {
        return jdbc.sql("select id, as_of, dry_run from imports where school_id = :school and id = :id" + UNFINISHED)
                .param("school", school.id())
                .param("id", id)
                .query(Pending.class)
                .optional();
    }

    byte[] file(UUID id) {
        return jdbc.sql("select content from import_files where school_id = :school and import_id = :id")
                .param("school", school.id())
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Ends it, and the file with it. */
    void finish(UUID id, ImportReport report) {
        jdbc.sql("update imports set state = :state, result = :result::jsonb, finished_at = :now"
                        + " where school_id = :school and id = :id")
                .param("state", report.wasNotUnderstood() ? "failed" : "done")
                .param("result", json.writeValueAsString(report))
                .param("now", OffsetDateTime.now(clock))
                .param("school", school.id())
                .param("id", id)
                .update();
        jdbc.sql("delete from import_files where school_id = :school and import_id = :id")
                .param("school", school.id())
                .param("id", id)
                .update();
    }

    Optional<Entry> find(UUID id) {
        return jdbc.sql("select id, state, as_of, dry_run, created_at, finished_at, result from imports"
                        + " where school_id = :school and id = :id")
                .param("school", school.id())
                .param("id", id)
                .query(this::read)
                .optional();
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getObject("as_of", LocalDate.class),
                row.getBoolean("dry_run"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class),
                result == null ? null : json.readValue(result, ImportReport.class));
    }
}
