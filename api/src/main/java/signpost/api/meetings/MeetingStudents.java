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

    private static final String STILL_HERE = """
            and not exists (select from observations o where o.school_id = s.school_id and o.student = s.id
              and o.attribute = 'enrol_status' and o.superseded_at is null and o.value = 'P')
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    MeetingStudents(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Row> of(UUID school, Chosen chosen, int most) {
        return sql.sql("""
                        with needs as materialized (
                          select student, severity, roni_most, flags from standing_flags where school_id = :school)
                        select s.id, coalesce(s.preferred_forename, s.forename) || ' ' || s.surname as name, s.reg_group,
                          y.value as year, n.flags from students s
                        join needs n on n.student = s.id
                        left join observations y on y.school_id = s.school_id and y.student = s.id
                          and y.attribute = 'nc_year' and y.superseded_at is null
                        where s.school_id = :school
                        """ + STILL_HERE + """
                          and (cast(:year as text) is null or y.value = :year)
                          and (cast(:group as text) is null or s.reg_group = :group)
                          and (cast(:flag as text) is null
                            or n.flags @> jsonb_build_array(jsonb_build_object('flag', cast(:flag as text))))
                          and (not :picking or s.id = any (:picked::uuid[]))
                        order by n.severity desc, n.roni_most desc, s.surname, s.forename, s.id
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
        sql.sql("""
                        with here as materialized (select s.id, s.reg_group, f.flags from students s
                          join standing_flags f on f.school_id = s.school_id and f.student = s.id
                          where s.school_id = :school
                        """ + STILL_HERE + """
                        )
                        select distinct 'year' as kind, y.value from here join observations y on y.school_id = :school
                          and y.student = here.id and y.attribute = 'nc_year' and y.superseded_at is null
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
