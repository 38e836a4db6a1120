package signpost.api.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.evaluation.Judgement;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The students a meeting may be about, gravest need first; who has left the school is none of them. */
@Repository
@Transactional(readOnly = true)
class MeetingStudents {

    /**
     * A student of the meeting.
     *
     * @param flags all of them; whoever shows them leaves out those that may not be seen
     */
    record Row(UUID id, String name, Optional<String> year, Optional<String> group, List<Judgement.RaisedFlag> flags) {}

    /** What there is to choose by. */
    record Choices(List<String> years, List<String> groups, List<String> flags) {}

    /**
     * Who is still here, with their year. What is gathered of each is materialised: without statistics PostgreSQL expects one
     * student and would gather all of it again for each.
     */
    private static final String HERE = """
            with needs as materialized (
              select student, severity, roni_most, flags from standing_flags where school_id = :school),
            known as materialized (
              select student, max(value) filter (where attribute = 'nc_year') as year,
                bool_or(attribute = 'enrol_status' and value = 'P') as has_left
              from observations where school_id = :school and superseded_at is null and attribute in ('nc_year', 'enrol_status')
              group by student),
            here as materialized (
              select s.id, s.surname, s.forename, s.preferred_forename, s.reg_group, k.year, n.severity, n.roni_most, n.flags
              from students s join needs n on n.student = s.id left join known k on k.student = s.id
              where s.school_id = :school and k.has_left is distinct from true)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    MeetingStudents(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Row> of(UUID school, Chosen chosen, int most) {
        return sql.sql(HERE + """
                        select id, coalesce(preferred_forename, forename) || ' ' || surname as name, reg_group, year, flags
                        from here
                        where (cast(:year as text) is null or year = :year)
                          and (cast(:group as text) is null or reg_group = :group)
                          and (cast(:flag as text) is null
                            or flags @> jsonb_build_array(jsonb_build_object('flag', cast(:flag as text))))
                          and (not :picking or id = any (:picked::uuid[]))
                        order by severity desc, roni_most desc, surname, forename, id
                        limit :most
                        """)
                .param("school", school)
                .param("year", chosen.year().orElse(null))
                .param("group", chosen.group().orElse(null))
                .param("flag", chosen.flag().orElse(null))
                .param("picking", !chosen.picked().isEmpty())
                .param("picked", chosen.picked().stream().map(UUID::toString).toArray(String[]::new))
                .param("most", most)
                .query(this::row)
                .list();
    }

    Choices choices(UUID school) {
        Map<String, List<String>> kinds =
                Map.of("year", new ArrayList<>(), "group", new ArrayList<>(), "flag", new ArrayList<>());
        sql.sql(HERE + """
                        select distinct 'year' as kind, year as value from here where year is not null
                        union select distinct 'group', reg_group from here where reg_group is not null
                        union select distinct 'flag', f ->> 'flag' from here, jsonb_array_elements(flags) f
                        order by 1, 2
                        """).param("school", school).query(row -> {
            kinds.getOrDefault(row.getString("kind"), new ArrayList<>()).add(row.getString("value"));
        });
        return new Choices(
                kinds.getOrDefault("year", List.of()).stream()
                        .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                        .toList(),
                kinds.getOrDefault("group", List.of()),
                kinds.getOrDefault("flag", List.of()));
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String flags = row.getString("flags");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("year")),
                Optional.ofNullable(row.getString("reg_group")),
                flags == null ? List.of() : json.readValue(flags, new TypeReference<>() {}));
    }
}
