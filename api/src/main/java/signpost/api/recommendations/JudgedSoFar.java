package signpost.api.recommendations;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the re-evaluation after a publication has come. */
@Repository
public class JudgedSoFar {

    private final JdbcClient sql;

    JudgedSoFar(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Students of a school.
     *
     * @param done who were judged by the book
     * @param all who were ever judged and still are
     */
    public record Progress(int done, int all) {

        public boolean finished() {
            return done == all;
        }
    }

    /** Of the book with this digest; who left the school is judged no more. */
    @Transactional(readOnly = true)
    public Progress by(UUID school, String digest) {
        return sql.sql("""
                        select count(*) filter (where not exists (select from to_evaluate w
                            where w.school_id = j.school_id and w.student = j.student)
                          or j.book_digest = :digest) as done, count(*) as "all"
                        from judgements j where j.school_id = :school
                        """)
                .param("school", school)
                .param("digest", digest)
                .query(Progress.class)
                .single();
    }
}
