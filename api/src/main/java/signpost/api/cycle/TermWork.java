package signpost.api.cycle;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.terms.SchoolTerm;

/** What a term holds, counted. */
@Repository
@Transactional(readOnly = true)
class TermWork {

    private final JdbcClient sql;
    private final BookInForce book;

    TermWork(JdbcClient sql, BookInForce book) {
        this.sql = sql;
        this.book = book;
    }

    OpenWork open(UUID school) {
        return sql.sql("""
                        select count(*) filter (where state = 'SUGGESTED') as suggested,
                          count(*) filter (where state = 'DEFERRED') as deferred,
                          count(distinct student) filter (where state <> 'ACCEPTED') as students,
                          count(*) filter (where state = 'ACCEPTED') as accepted
                        from recommendations
                        where school_id = :school and state in ('SUGGESTED', 'DEFERRED', 'ACCEPTED')
                        """).param("school", school).query(OpenWork.class).single();
    }

    /** What comes from before {@code term}. */
    CarriedOver carriedOver(UUID school, SchoolTerm term) {
        List<CarriedOver.Help> accepted = sql.sql("""
                        select r.intervention as title, count(*) as suggestions from recommendations r
                        join terms t on t.school_id = r.school_id and t.id = r.term_id
                        where r.school_id = :school and r.state = 'ACCEPTED' and t.starts_on < :starts
                        group by r.intervention order by 2 desc, 1
                        """)
                .param("school", school)
                .param("starts", term.term().starts())
                .query(CarriedOver.Help.class)
                .list();
        return new CarriedOver(
                accepted.stream()
                        .map(help -> new CarriedOver.Help(title(help.title()), help.suggestions()))
                        .toList(),
                silenced(school, term),
                remembered(school, term));
    }

    private int silenced(UUID school, SchoolTerm term) {
        return sql.sql("""
                        select count(*) from recommendations r
                        join terms t on t.school_id = r.school_id and t.id = coalesce(r.decided_term_id, r.term_id)
                        where r.school_id = :school and r.silenced and r.state = 'OVERRIDDEN' and t.starts_on < :starts
                          and (r.silenced_until is null or r.silenced_until >= :starts)
                        """)
                .param("school", school)
                .param("starts", term.term().starts())
                .query(Integer.class)
                .single();
    }

    private int remembered(UUID school, SchoolTerm term) {
        return sql.sql("""
                        select count(*) from last_term_flags f
                        where f.school_id = :school and f.term_id = (select id from terms t
                          where t.school_id = :school and t.starts_on < :starts order by t.starts_on desc limit 1)
                        """)
                .param("school", school)
                .param("starts", term.term().starts())
                .query(Integer.class)
                .single();
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
