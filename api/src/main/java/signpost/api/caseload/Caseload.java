package signpost.api.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** The students of a school as lists, read in a statement a list, whatever its length. */
@Repository
@Transactional(readOnly = true)
class Caseload {

    /** A student in a list, with how many recommendations stand open in each state. */
    record Row(
            UUID id,
            String name,
            Optional<String> year,
            Optional<String> group,
            boolean left,
            List<Judgement.RaisedFlag> flags,
            int suggested,
            int deferred,
            int accepted) {}

    /**
     * How many a filter leaves.
     *
     * @param students in the list
     * @param waiting of them, those with a suggestion nobody has decided
     */
    record Totals(int students, int waiting, int suggested, int deferred, int accepted) {}

    /** A value to filter by and how many students it leaves. */
    record Choice(String value, int students) {}

    /** All there is to filter by. */
    record Choices(List<Choice> years, List<Choice> groups, List<Choice> flags) {}

    /** Every student with what is open for them; a student of whom nothing is open has noughts. */
    private static final String LISTED = """
            with open_now as (
              select student, count(*) filter (where state = 'SUGGESTED') as suggested,
                count(*) filter (where state = 'DEFERRED') as deferred,
                count(*) filter (where state = 'ACCEPTED') as accepted,
                min(due_on) filter (where state <> 'ACCEPTED') as due,
                min(raised_at) filter (where state <> 'ACCEPTED') as waiting_since
              from recommendations
              where school_id = :school and state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED') group by student),
            listed as (
              select s.id, coalesce(s.preferred_forename, s.forename) as forename, s.surname, s.reg_group, y.value as year,
                e.value = 'P' as has_left, coalesce(j.severity, 0) as severity, coalesce(j.roni_most, 0) as roni, j.flags,
                coalesce(o.suggested, 0) as suggested, coalesce(o.deferred, 0) as deferred,
                coalesce(o.accepted, 0) as accepted, o.due, o.waiting_since
              from students s
              left join open_now o on o.student = s.id
              left join standing_flags j on j.school_id = s.school_id and j.student = s.id
              left join observations y on y.school_id = s.school_id and y.student = s.id and y.attribute = 'nc_year'
                and y.superseded_at is null
              left join observations e on e.school_id = s.school_id and e.student = s.id and e.attribute = 'enrol_status'
                and e.superseded_at is null
              where s.school_id = :school and (:all or o.student is not null or j.by_person)
                and (cast(:year as text) is null or y.value = :year)
                and (cast(:group as text) is null or s.reg_group = :group)
                and (cast(:flag as text) is null or j.flags @> jsonb_build_array(jsonb_build_object('flag', cast(:flag as text)))))
            """;

    private static final String BY_NEED = " order by (suggested > 0) desc, severity desc, due nulls last, roni desc,"
            + " waiting_since nulls last, id";

    private static final String BY_NAME = " order by surname, forename, id";

    private final JdbcClient sql;
    private final JsonMapper json;

    Caseload(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Totals totals(UUID school, Filter filter) {
        return asked(school, filter, """
                        select count(*) as students, count(*) filter (where suggested > 0) as waiting,
                          coalesce(sum(suggested), 0) as suggested, coalesce(sum(deferred), 0) as deferred,
                          coalesce(sum(accepted), 0) as accepted from listed
                        """).query(Totals.class).single();
    }

    List<Row> page(UUID school, Filter filter, Paging paging) {
        return asked(
                        school,
                        filter,
                        "select * from listed" + (filter.all() ? BY_NAME : BY_NEED) + " limit :size offset :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::row)
                .list();
    }

    Choices choices(UUID school, boolean all) {
        Map<String, List<Choice>> kinds =
                Map.of("year", new ArrayList<>(), "group", new ArrayList<>(), "flag", new ArrayList<>());
        sql.sql("""
                        with listed as (
                          select s.id, s.reg_group from students s
                          where s.school_id = :school and (:all or exists (select from recommendations r
                            where r.school_id = s.school_id and r.student = s.id
                              and r.state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED'))
                            or exists (select from standing_flags p
                              where p.school_id = s.school_id and p.student = s.id and p.by_person)))
                        select 'year' as kind, o.value, count(*) as students from listed s
                        join observations o on o.school_id = :school and o.student = s.id and o.attribute = 'nc_year'
                          and o.superseded_at is null
                        group by o.value
                        union all
                        select 'group', reg_group, count(*) from listed where reg_group is not null group by reg_group
                        union all
                        select 'flag', f ->> 'flag', count(*) from listed s
                        join standing_flags j on j.school_id = :school and j.student = s.id, jsonb_array_elements(j.flags) f
                        group by f ->> 'flag'
                        order by 1, 2
                        """).param("school", school).param("all", all).query(row -> {
            kinds.getOrDefault(row.getString("kind"), new ArrayList<>())
                    .add(new Choice(row.getString("value"), row.getInt("students")));
        });
        return new Choices(
                kinds.getOrDefault("year", List.of()).stream()
                        .sorted(java.util.Comparator.comparing(
                                        (Choice year) -> year.value().length())
                                .thenComparing(Choice::value))
                        .toList(),
                kinds.getOrDefault("group", List.of()),
                kinds.getOrDefault("flag", List.of()));
    }

    private JdbcClient.StatementSpec asked(UUID school, Filter filter, String what) {
        return sql.sql(LISTED + what)
                .param("school", school)
                .param("all", filter.all())
                .param("year", filter.year().orElse(null))
                .param("group", filter.group().orElse(null))
                .param("flag", filter.flag().orElse(null));
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String flags = row.getString("flags");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("forename") + " " + row.getString("surname"),
                Optional.ofNullable(row.getString("year")),
                Optional.ofNullable(row.getString("reg_group")),
                row.getBoolean("has_left"),
                flags == null ? List.of() : json.readValue(flags, new TypeReference<>() {}),
                row.getInt("suggested"),
                row.getInt("deferred"),
                row.getInt("accepted"));
    }
}
