package signpost.api.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.engine.profile.Season;
import signpost.engine.profile.Term;
import signpost.engine.profile.TermCalendar;

/** The terms of schools; a year without any gets the usual English ones when first asked for. */
@Repository
public class Terms {

    private final JdbcClient sql;
    private final Ids ids;

    Terms(JdbcClient sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** The calendar rules are judged by. */
    @Transactional
    public TermCalendar calendar(UUID school) {
        return new TermCalendar(all(school).stream().map(SchoolTerm::term).toList());
    }

    /** The school's term that includes the day. */
    @Transactional
    public SchoolTerm on(UUID school, LocalDate day) {
        return including(school, day).stream().findFirst().orElseGet(() -> {
            make(school, TermCalendar.academicYear(day));
            return including(school, day).get(0);
        });
    }

    private List<SchoolTerm> including(UUID school, LocalDate day) {
        return all(school).stream().filter(kept -> kept.term().includes(day)).toList();
    }

    private List<SchoolTerm> all(UUID school) {
        return sql.sql("select * from terms where school_id = :school order by starts_on")
                .param("school", school)
                .query((row, number) -> new SchoolTerm(
                        row.getObject("id", UUID.class),
                        new Term(
                                row.getInt("academic_year"),
                                Season.valueOf(row.getString("season")),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class))))
                .list();
    }

    private void make(UUID school, int academicYear) {
        for (Term term : TermCalendar.usualTerms(academicYear)) {
            sql.sql("""
                            insert into terms (school_id, id, academic_year, season, starts_on, ends_on)
                            values (:school, :id, :year, :season, :starts, :ends) on conflict do nothing
                            """)
                    .param("school", school)
                    .param("id", ids.next())
                    .param("year", academicYear)
                    .param("season", term.season().name())
                    .param("starts", term.starts())
                    .param("ends", term.ends())
                    .update();
        }
    }
}
