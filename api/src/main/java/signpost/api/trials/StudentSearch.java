package signpost.api.trials;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a student by part of a name or student id. What was typed may be a name, so it is kept in the session and never
 * stands in an address.
 */
@Repository
class StudentSearch {

    private static final String NAME = StudentSearch.class.getName();
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private final JdbcClient sql;

    StudentSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** A student found; their student id in the group's place where that is not known. */
    record Found(UUID id, String name, String group) {}

    void remember(HttpSession session, String typed) {
        String fragment = typed.replaceAll("\\p{Cntrl}", " ").strip();
        session.setAttribute(NAME, fragment.substring(0, Math.min(LONGEST, fragment.length())));
    }

    /** What was searched for last. */
    Optional<String> last(HttpSession session) {
        return session.getAttribute(NAME) instanceof String fragment && !fragment.isEmpty()
                ? Optional.of(fragment)
                : Optional.empty();
    }

    /** The first by name who have every word of it. */
    @Transactional(readOnly = true)
    public List<Found> find(UUID school, String fragment) {
        return sql.sql("""
                        select s.id, coalesce(s.preferred_forename, s.forename) || ' ' || s.surname as name,
                          coalesce(s.reg_group, s.student_id) as reg_group
                        from students s
                        where s.school_id = :school and not exists (
                          select from unnest(string_to_array(plain_letters(:search), ' ')) word
                          where strpos(plain_letters(concat_ws(' ', s.forename, s.preferred_forename, s.surname, s.student_id)),
                            word) = 0)
                        order by s.surname, s.forename, s.id limit :most
                        """)
                .param("school", school)
                .param("search", fragment)
                .param("most", MOST)
                .query((row, number) ->
                        new Found(row.getObject("id", UUID.class), row.getString("name"), row.getString("reg_group")))
                .list();
    }
}
