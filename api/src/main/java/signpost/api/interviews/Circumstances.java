package signpost.api.interviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.OurSchool;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an interview has besides answers and notes, when it was taken down here: an import knows nothing of it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Circumstances {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /**
     * Of one interview.
     *
     * @param present who else was there, or empty
     * @param unsure attributes that were asked about and that the student was not sure of
     * @param words what the student called something else, by attribute
     * @param recordedAt when it was last saved, by an import or here
     */
    record Of(String present, Set<String> unsure, Map<String, String> words, Instant recordedAt) {

        static final Of NOTHING = new Of("", Set.of(), Map.of(), Instant.EPOCH);

        Of {
            unsure = Set.copyOf(unsure);
            words = Map.copyOf(words);
        }
    }

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final JsonMapper json;
    private final Clock clock;

    Circumstances(JdbcClient jdbc, OurSchool school, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.school = school;
        this.json = json;
        this.clock = clock;
    }

    /** Those of all interviews of these students, by interview. */
    Map<UUID, Of> of(Collection<UUID> students) {
        return jdbc
                .sql("""
                        select i.id, c.present, coalesce(c.unsure, '{}') as unsure, c.words,
                          greatest(i.updated_at, c.recorded_at) as recorded_at
                        from interviews i
                        left join interview_circumstances c on c.school_id = i.school_id and c.interview = i.id
                        where i.school_id = :school and i.student = any (:students::uuid[])
                        """)
                .param("school", school.id())
                .param("students", students.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps them of interviews that this person has just saved; where they are as they were, that is no news to anybody. */
    void keep(UUID staff, Map<UUID, Of> circumstances) {
        if (circumstances.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, Of>> rows = List.copyOf(circumstances.entrySet());
        jdbc.sql("""
                        insert into interview_circumstances (school_id, interview, staff, present, unsure, words, recorded_at)
                        select :school, n.id, :staff, nullif(n.present, ''), string_to_array(n.unsure, ';'), n.words::jsonb, :now
                        from unnest(:ids::uuid[], :presents::text[], :unsures::text[], :words::text[])
                          as n (id, present, unsure, words)
                        on conflict (school_id, interview) do update set staff = excluded.staff,
                          present = excluded.present, unsure = excluded.unsure, words = excluded.words, recorded_at = excluded.recorded_at
                        where (interview_circumstances.present, interview_circumstances.unsure, interview_circumstances.words)
                          is distinct from (excluded.present, excluded.unsure, excluded.words)
                        """)
                .param("school", school.id())
                .param("staff", staff)
                .param("now", OffsetDateTime.now(clock))
                .param("ids", column(rows, row -> row.getKey().toString()))
                .param("presents", column(rows, row -> row.getValue().present()))
                .param(
                        "unsures",
                        column(
                                rows,
                                row -> String.join(
                                        ";", new TreeSet<>(row.getValue().unsure()))))
                .param(
                        "words",
                        column(
                                rows,
                                row -> json.writeValueAsString(row.getValue().words())))
                .update();
    }

    private Of read(ResultSet row) throws SQLException {
        String[] unsure = (String[]) row.getArray("unsure").getArray();
        String present = row.getString("present");
        String words = row.getString("words");
        return new Of(
                present == null ? "" : present,
                Arrays.stream(unsure).collect(Collectors.toSet()),
                words == null ? Map.of() : json.readValue(words, WORDS),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
