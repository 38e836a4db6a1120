package signpost.api.students.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.students.OurSchool;
import signpost.api.students.imports.ImportResult.RefusedRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows that imports handed back, kept for a month so that somebody can mend and send them again. */
@Repository
class RefusedRows {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OurSchool school;
    private final JsonMapper json;
    private final Clock clock;

    RefusedRows(JdbcClient jdbc, JdbcTemplate batches, OurSchool school, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.school = school;
        this.json = json;
        this.clock = clock;
    }

    void keep(UUID importId, ImportResult result) {
        if (result.refused().isEmpty()) {
            return;
        }
        List<RefusedRow> rows = new ArrayList<>();
        rows.add(new RefusedRow(0, result.header(), List.of()));
        rows.addAll(result.refused());
        batches.batchUpdate(
                "insert into import_refusals (school_id, import_id, row_number, cells, problems)"
                        + " values (?, ?, ?, ?, ?::jsonb)",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setObject(1, school.id());
                    statement.setObject(2, importId);
                    statement.setInt(3, row.row());
                    statement.setObject(4, row.cells().toArray(String[]::new));
                    statement.setString(5, json.writeValueAsString(row.problems()));
                });
    }

    /** Forgets what was refused more than a month ago. */
    void forgetOld() {
        jdbc.sql("delete from import_refusals r using imports i where r.school_id = :school"
                        + " and i.school_id = r.school_id and i.id = r.import_id and i.created_at < :before")
                .param("school", school.id())
                .param("before", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    int countProblems(UUID importId) {
        return jdbc.sql("select coalesce(sum(jsonb_array_length(problems)), 0)::int from import_refusals"
                        + " where school_id = :school and import_id = :id")
                .param("school", school.id())
                .param("id", importId)
                .query(Integer.class)
                .single();
    }

    /** The first problems in the order of the file. */
    List<RowProblem> problems(UUID importId, int most) {
        List<RowProblem> problems = new ArrayList<>();
        // The header comes first and has none.
        each(importId, most + 1, row -> problems.addAll(row.problems()));
        return problems.stream().limit(most).toList();
    }

    /** Every refused row in the order of the file, after the header as row 0; nothing when nothing was refused. */
    void each(UUID importId, Consumer<RefusedRow> consumer) {
        each(importId, Integer.MAX_VALUE, consumer);
    }

    private void each(UUID importId, int most, Consumer<RefusedRow> consumer) {
        jdbc.sql("select row_number, cells, problems from import_refusals where school_id = :school"
                        + " and import_id = :id order by row_number limit :most")
                .param("school", school.id())
                .param("id", importId)
                .param("most", most)
                .withFetchSize(BATCH)
                .query(row -> {
                    consumer.accept(read(row));
                });
    }

    private RefusedRow read(ResultSet row) throws SQLException {
        Array cells = row.getArray("cells");
        return new RefusedRow(
                row.getInt("row_number"),
                Arrays.asList((String[]) cells.getArray()),
                json.readValue(row.getString("problems"), PROBLEMS));
    }
}
