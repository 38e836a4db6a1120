package signpost.api.home;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.vocabulary.Dates;

/** Reads what waits, a statement a list, whatever its length. */
@Repository
@Transactional(readOnly = true)
class ThisWeek {

    /** Materialised, as the caseload has it: without statistics it would be gathered anew for each student. */
    private static final String WHO = """
            with mine as materialized (select distinct student from caseload_of(:school, :staff, :today)),
            needs as materialized (select student, severity, roni_most, flags from standing_flags
              where school_id = :school and (student in (select student from mine) or not exists (select from mine)))
            select coalesce(s.preferred_forename, s.forename) || ' ' || s.surname as name, s.id as student""";

    /** Whose week it is: of the students on their caseload today, or of all where they have none. */
    record Whose(UUID school, UUID staff, LocalDate today) {}

    private final JdbcClient sql;

    ThisWeek(JdbcClient sql) {
        this.sql = sql;
    }

    /** Students with a suggestion that nobody has decided, in order of need. */
    Few decisions(Whose whose, int most) {
        return few(asked(whose, """
                        , count(*) over () as total, r.suggested, r.due from
                          (select student, count(*) as suggested, min(due_on) as due, max(severity) as severity,
                            min(raised_at) as since
                          from recommendations where school_id = :school and state = 'SUGGESTED' group by student) r
                        join students s on s.school_id = :school and s.id = r.student
                        join needs n on n.student = r.student
                        order by n.severity desc, r.due, n.roni_most desc, r.since, s.id limit :most
                        """).param("most", most), ThisWeek::decision);
    }

    private static Few.One decision(ResultSet row) throws SQLException {
        int suggested = row.getInt("suggested");
        return one(
                row,
                (suggested == 1 ? "one suggestion" : suggested + " suggestions") + ", due "
                        + Dates.words(row.getObject("due", LocalDate.class)));
    }

    /** Students under a flag, in order of need. */
    Few flagged(Whose whose, String flag, int most) {
        return few(
                asked(whose, """
                        , count(*) over () as total, s.reg_group from needs n
                        join students s on s.school_id = :school and s.id = n.student
                        where n.flags @> jsonb_build_array(jsonb_build_object('flag', cast(:flag as text)))
                        order by n.severity desc, n.roni_most desc, s.id limit :most
                        """).param("flag", flag).param("most", most),
                row -> one(row, row.getString("reg_group") == null ? "" : "tutor group " + row.getString("reg_group")));
    }

    /**
     * Students of whom one of {@code flags} was raised since, the gravest first.
     *
     * @param words whether flags in a person's own words count too
     */
    Few raised(Whose whose, Instant since, Collection<String> flags, boolean words, int most) {
        return few(
                asked(whose, """
                        , count(*) over () as total, f.names from
                          (select student, array_agg(distinct flag order by flag) as names from
                            (select student, flag from raised_flags
                            where school_id = :school and cleared_at is null and raised_at >= :since
                              and flag = any (:flags)
                            union all select student, name from standing_person_flags
                            where school_id = :school and raised_at >= :since and (:words or name = any (:flags))) either
                          group by student) f
                        join students s on s.school_id = :school and s.id = f.student
                        join needs n on n.student = f.student
                        order by n.severity desc, n.roni_most desc, s.id limit :most
                        """)
                        .param("since", Timestamp.from(since))
                        .param("flags", flags.toArray(String[]::new))
                        .param("words", words)
                        .param("most", most),
                row -> one(row, joined(row.getArray("names"))));
    }

    private JdbcClient.StatementSpec asked(Whose whose, String query) {
        return sql.sql(WHO + query)
                .param("school", whose.school())
                .param("staff", whose.staff())
                .param("today", whose.today());
    }

    private static String joined(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).collect(Collectors.joining(", "));
    }

    /** How a row is read. */
    private interface Read {
        Few.One of(ResultSet row) throws SQLException;
    }

    private static Few few(JdbcClient.StatementSpec asked, Read read) {
        List<Few.One> first = new ArrayList<>();
        int[] total = {0};
        asked.query(row -> {
            total[0] = row.getInt("total");
            first.add(read.of(row));
        });
        return new Few(first, total[0]);
    }

    private static Few.One one(ResultSet row, String about) throws SQLException {
        return new Few.One(row.getObject("student", UUID.class), row.getString("name"), about);
    }
}
