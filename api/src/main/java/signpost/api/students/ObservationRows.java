package signpost.api.students;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.schools.Ids;
import signpost.engine.profile.Source;

/**
 * Observations as rows. They are found by student or by id and never joined with a batch: planned without statistics, as
 * after a first import, such a join compares every row with every row.
 */
@Repository
class ObservationRows {

    /** An observation on record. */
    record Row(UUID id, Stretch said) {}

    private static final String SELECT = "select id, student, attribute, value, source, observed_on, confirmed_on"
            + " from observations where school_id = :school and student = any (:students::uuid[])"
            + " and attribute = any (:attributes)";

    /** Joined, not compared one by one with a list: there may be tens of thousands. */
    private static final String THESE =
            " from unnest(:ids::uuid[]) these (id) where o.school_id = :school and o.id = these.id";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ObservationRows(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Has the rest of the transaction planned for the values at hand. A plan kept from when the table was nearly empty compares
     * every row of the school with every id of a batch: minutes for thousands.
     */
    void planAnew() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    List<Row> current(UUID school, Collection<UUID> students, Collection<String> attributes) {
        return select(school, students, attributes, SELECT + " and superseded_at is null");
    }

    /** The current ones too. */
    List<Row> all(UUID school, Collection<UUID> students, Collection<String> attributes) {
        return select(school, students, attributes, SELECT);
    }

    private List<Row> select(UUID school, Collection<UUID> students, Collection<String> attributes, String sql) {
        return jdbc.sql(sql)
                .param("school", school)
                .param("students", texts(students, UUID::toString))
                .param("attributes", texts(attributes, Function.identity()))
                .query(ObservationRows::read)
                .list();
    }

    void confirm(UUID school, LocalDate day, Collection<UUID> observations) {
        jdbc.sql("update observations o set confirmed_on = :day" + THESE)
                .param("day", day)
                .param("school", school)
                .param("ids", texts(observations, UUID::toString))
                .update();
    }

    /** The moment of a batch, which all its rows share. */
    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** The current ones of a source that were first said on a day. */
    List<Row> standing(UUID school, Source source, LocalDate day) {
        return jdbc.sql("select id, student, attribute, value, source, observed_on, confirmed_on from observations"
                        + " where school_id = :school and source = :source and observed_on = :day"
                        + " and superseded_at is null")
                .param("school", school)
                .param("source", source.name())
                .param("day", day)
                .query(ObservationRows::read)
                .list();
    }

    /** What the current ones of a source and day took the place of, in the batch that recorded them. */
    List<Stretch> replaced(UUID school, Source source, LocalDate day) {
        return jdbc
                .sql("select f.id, f.student, f.attribute, f.value, f.source, f.observed_on, f.confirmed_on"
                        + " from observations m join observations f on f.school_id = m.school_id and f.student = m.student"
                        + " and f.attribute = m.attribute and f.superseded_at = m.recorded_at"
                        + " where m.school_id = :school and m.source = :source and m.observed_on = :day"
                        + " and m.superseded_at is null")
                .param("school", school)
                .param("source", source.name())
                .param("day", day)
                .query(ObservationRows::read)
                .stream()
                .map(Row::said)
                .toList();
    }

    void supersede(UUID school, Collection<UUID> observations, OffsetDateTime at) {
        if (observations.isEmpty()) {
            return;
        }
        jdbc.sql("update observations o set superseded_at = :now" + THESE)
                .param("now", at)
                .param("school", school)
                .param("ids", texts(observations, UUID::toString))
                .update();
    }

    void addCurrent(UUID school, List<Stretch> said, OffsetDateTime at) {
        add(school, said, "null", at);
    }

    void addHistory(UUID school, List<Stretch> said, OffsetDateTime at) {
        add(school, said, ":now::timestamptz", at);
    }

    private void add(UUID school, List<Stretch> said, String superseded, OffsetDateTime at) {
        if (said.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "insert into observations (school_id, id, student, attribute, value, source, observed_on, confirmed_on,"
                                + " recorded_at, superseded_at) select :school, n.*, :now::timestamptz, " + superseded
                                + " from unnest(:ids::uuid[], :students::uuid[], :attributes::text[], :values::text[],"
                                + " :sources::text[], :from::date[], :to::date[]) n")
                .param("school", school)
                .param("now", at)
                .param("ids", texts(said, one -> ids.next().toString()))
                .param("students", texts(said, one -> one.student().toString()))
                .param("attributes", texts(said, Stretch::attribute))
                .param("values", texts(said, Stretch::value))
                .param("sources", texts(said, one -> one.source().name()))
                .param("from", texts(said, one -> one.from().toString()))
                .param("to", texts(said, one -> one.to().toString()))
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Stretch(
                        row.getObject("student", UUID.class),
                        row.getString("attribute"),
                        row.getString("value"),
                        Source.valueOf(row.getString("source")),
                        row.getObject("observed_on", LocalDate.class),
                        row.getObject("confirmed_on", LocalDate.class)));
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
