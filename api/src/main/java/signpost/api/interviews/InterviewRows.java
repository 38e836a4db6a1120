package signpost.api.interviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.rulebooks.BookInForce;
import signpost.api.students.NewObservation;
import signpost.api.students.OurSchool;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Interviews and their notes as rows. */
@Repository
class InterviewRows {

    /** An interview on record. */
    record Row(UUID id, Interview interview) {}

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private static final String GIVEN = """
            unnest(:ids::uuid[], :students::uuid[], :days::date[], :kinds::text[], :interviewers::text[],
              :answers::text[], :notes::text[], :actions::text[])
              as n (id, student, held_on, kind, interviewer, answers, notes, actions)
            """;

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final BookInForce book;
    private final JsonMapper json;
    private final Clock clock;

    InterviewRows(JdbcClient jdbc, OurSchool school, BookInForce book, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.school = school;
        this.book = book;
        this.json = json;
        this.clock = clock;
    }

    List<Row> of(Collection<UUID> students) {
        return jdbc.sql("""
                        select i.id, i.student, i.held_on, i.kind, i.interviewer, i.answers, n.notes, n.actions
                        from interviews i
                        left join interview_notes n on n.school_id = i.school_id and n.interview = i.id
                        where i.school_id = :school and i.student = any (:students::uuid[])
                        order by i.held_on desc, i.id
                        """)
                .param("school", school.id())
                .param("students", students.stream().map(UUID::toString).toArray(String[]::new))
                .query(this::read)
                .list();
    }

    /** What the latest interviews on record say about these students and attributes, whatever day is named. */
    List<NewObservation> lastSaid(List<NewObservation> about) {
        if (about.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select distinct on (i.student, said.key) i.student, said.key, said.value, i.kind, i.held_on
                        from interviews i cross join lateral jsonb_each_text(i.answers) said
                        where i.school_id = :school and (i.student, said.key)
                          in (select * from unnest(:students::uuid[], :attributes::text[]))
                        order by i.student, said.key, i.held_on desc, i.id desc
                        """)
                .param("school", school.id())
                .param("students", column(about, said -> said.student().toString()))
                .param("attributes", column(about, NewObservation::attribute))
                .query((row, number) -> values(Map.of(row.getString("key"), row.getString("value"))).entrySet().stream()
                        .map(said -> observation(row, said))
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    void insert(Map<UUID, Interview> interviews) {
        write(
                "insert into interviews (school_id, id, student, held_on, kind, interviewer, answers, created_at,"
                        + " updated_at) select :school, n.id, n.student, n.held_on, n.kind, n.interviewer,"
                        + " n.answers::jsonb, :now, :now from " + GIVEN,
                interviews);
        writeNotes(interviews);
    }

    void update(Map<UUID, Interview> interviews) {
        write(
                "update interviews i set interviewer = n.interviewer, answers = n.answers::jsonb, updated_at = :now"
                        + " from " + GIVEN + " where i.school_id = :school and i.id = n.id",
                interviews);
        writeNotes(interviews);
    }

    private void writeNotes(Map<UUID, Interview> interviews) {
        write(
                "insert into interview_notes (school_id, interview, notes, actions)"
                        + " select :school, n.id, n.notes, n.actions from " + GIVEN
                        + " on conflict (school_id, interview)"
                        + " do update set notes = excluded.notes, actions = excluded.actions",
                interviews);
    }

    private void write(String sql, Map<UUID, Interview> interviews) {
        if (interviews.isEmpty()) {
            return;
        }
        var all = interviews.values();
        jdbc.sql(sql)
                .param("school", school.id())
                .param("now", OffsetDateTime.now(clock))
                .param("ids", column(interviews.keySet(), UUID::toString))
                .param("students", column(all, one -> one.student().toString()))
                .param("days", column(all, one -> one.heldOn().toString()))
                .param("kinds", column(all, one -> one.kind().code()))
                .param("interviewers", column(all, one -> one.interviewer().orElse(null)))
                .param("answers", column(all, one -> json.writeValueAsString(texts(one.answers()))))
                .param("notes", column(all, one -> one.notes().orElse(null)))
                .param("actions", column(all, one -> one.actions().orElse(null)))
                .update();
    }

    private Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Interview(
                        row.getObject("student", UUID.class),
                        row.getObject("held_on", LocalDate.class),
                        InterviewKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("interviewer")),
                        values(json.readValue(row.getString("answers"), ANSWERS)),
                        Optional.ofNullable(row.getString("notes")),
                        Optional.ofNullable(row.getString("actions"))));
    }

    private static NewObservation observation(ResultSet row, Map.Entry<String, Value> said) {
        try {
            return new NewObservation(
                    row.getObject("student", UUID.class),
                    said.getKey(),
                    said.getValue(),
                    InterviewKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))
                            .source(),
                    row.getObject("held_on", LocalDate.class));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What the book in force has no word for is left out. */
    private Map<String, Value> values(Map<String, String> texts) {
        var vocabulary = book.recommender().book().vocabulary();
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((key, text) -> vocabulary.byKey(key).ifPresent(attribute -> {
            if (ValueReader.read(attribute, text) instanceof Reading.Read read) {
                values.put(key, read.value());
            }
        }));
        return values;
    }

    private static Map<String, String> texts(Map<String, Value> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, value.canonical()));
        return texts;
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
