package signpost.api.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import signpost.api.terms.SchoolTerm;

/** Counts a term's students, and keeps the counts: one statement says what every measure means. */
@Repository
class Figures {

    /**
     * Counts students by year group, measure and band as things stood when {@code :day} ended. What is gathered of each is
     * materialised: without statistics PostgreSQL expects one student and would gather all of it again for each.
     */
    private static final String COUNTED = """
            with said as (
              select student, attribute, value from observations
              where school_id = :school and attribute in ('nc_year', 'enrol_status', 'plan_state', 'sectors', 'intended_route',
                  'knows_services', 'knows_fe', 'knows_he', 'knows_english_maths', 'attendance_pct', 'english_predicted',
                  'maths_predicted')
                and recorded_at < cast(:day as date) + 1
                and (superseded_at is null or superseded_at >= cast(:day as date) + 1)),
            facts as materialized (
              select student, max(value) filter (where attribute = 'nc_year') as year,
                max(value) filter (where attribute = 'enrol_status') as enrolled,
                max(value) filter (where attribute = 'plan_state') as plan,
                max(value) filter (where attribute = 'sectors') as sectors,
                max(value) filter (where attribute = 'knows_services') as services,
                max(value) filter (where attribute = 'knows_fe') as fe,
                max(value) filter (where attribute = 'knows_he') as he,
                max(value) filter (where attribute = 'knows_english_maths') as english_maths,
                count(*) filter (where attribute not in ('nc_year', 'enrol_status')) as known
              from said group by student),
            flags_now as materialized (
              select student, flags from last_term_flags where school_id = :school and term_id = :term
              union all
              select j.student, array(select jsonb_array_elements(j.flags) ->> 'flag') from judgements j
              where j.school_id = :school and j.term_id = :term and not exists (select from last_term_flags f
                where f.school_id = j.school_id and f.student = j.student and f.term_id = j.term_id)),
            flags_then as materialized (
              select f.student, f.flags from last_term_flags f
              join terms t on t.school_id = f.school_id and t.id = f.term_id
              where f.school_id = :school and t.ends_on = cast(:starts as date) - 1),
            on_roll as (
              select s.id, coalesce(f.year, '') as year_group, f.*, n.flags, t.flags as former
              from students s left join facts f on f.student = s.id
              left join flags_now n on n.student = s.id
              left join flags_then t on t.student = s.id
              where s.school_id = :school and s.created_at < cast(:day as date) + 1 and f.enrolled is distinct from 'P')
            """;

    private static final String BANDS = """
            select o.year_group, m.measure, m.band, count(*) as students from on_roll o cross join lateral (values
              ('PLAN', coalesce(o.plan, 'unknown')),
              ('ASPIRATION', case when o.sectors is null then 'unknown' when o.sectors = 'none' then 'none' else 'named' end),
              ('KNOWS_SERVICES', case when o.services is null then 'unknown' when o.services >= '3' then 'confident' else 'not' end),
              ('KNOWS_FE', case when o.fe is null then 'unknown' when o.fe >= '3' then 'confident' else 'not' end),
              ('KNOWS_HE', case when o.he is null then 'unknown' when o.he >= '3' then 'confident' else 'not' end),
              ('KNOWS_ENGLISH_MATHS',
                case when o.english_maths is null then 'unknown' when o.english_maths >= '3' then 'confident' else 'not' end),
              ('COMPLETENESS', case when coalesce(o.known, 0) = 0 then 'unknown' when o.known < 5 then 'some'
                when o.known < 10 then 'most' else 'all' end),
              ('FLAGS', case when o.flags is null then 'unknown' when cardinality(o.flags) = 0 then 'none' else 'some' end),
              ('RAISED', case when o.flags is null or o.former is null then 'unknown'
                when o.flags <@ o.former then 'none' else 'some' end),
              ('CLEARED', case when o.flags is null or o.former is null then 'unknown'
                when o.former <@ o.flags then 'none' else 'some' end)) as m (measure, band)
            group by o.year_group, m.measure, m.band
            """;

    private final JdbcClient sql;

    Figures(JdbcClient sql) {
        this.sql = sql;
    }

    List<Figure> count(UUID school, SchoolTerm term, LocalDate until) {
        return sql.sql(COUNTED + BANDS)
                .params(of(school, term, until))
                .query(Figures::figure)
                .list();
    }

    void keep(UUID school, SchoolTerm term, LocalDate until) {
        sql.sql("insert into term_measures (school_id, term_id, year_group, measure, band, students) " + COUNTED
                        + "select :school, cast(:term as uuid), b.* from (" + BANDS + ") b on conflict do nothing")
                .params(of(school, term, until))
                .update();
    }

    /** By term. */
    Map<UUID, List<Figure>> kept(UUID school) {
        record Row(UUID term, Figure figure) {}
        return sql
                .sql("select * from term_measures where school_id = :school")
                .param("school", school)
                .query((row, number) -> new Row(row.getObject("term_id", UUID.class), figure(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::term, Collectors.mapping(Row::figure, Collectors.toList())));
    }

    private static Map<String, Object> of(UUID school, SchoolTerm term, LocalDate until) {
        return Map.of("school", school, "term", term.id(), "starts", term.term().starts(), "day", until);
    }

    private static Figure figure(ResultSet row, int number) throws SQLException {
        return new Figure(
                row.getString("year_group"),
                Measure.valueOf(row.getString("measure")),
                row.getString("band"),
                row.getInt("students"));
    }
}
