package signpost.api.publishing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How often the records of one school name what stands in a rule book. */
@Repository
class References {

    private final JdbcClient sql;

    References(JdbcClient sql) {
        this.sql = sql;
    }

    /** Recommendations that people made, accepted or put off; what only a rule suggests is withdrawn with the rule. */
    @Transactional(readOnly = true)
    int recommendations(String intervention) {
        return count(
                "select count(*) from recommendations where intervention = :named"
                        + " and (state in ('DEFERRED', 'ACCEPTED') or (state = 'SUGGESTED' and origin = 'ADVISER'))",
                intervention);
    }

    @Transactional(readOnly = true)
    int sessions(String intervention) {
        return count("select count(*) from group_sessions where intervention = :named", intervention);
    }

    @Transactional(readOnly = true)
    int decisions(String reason) {
        return count("select count(*) from decisions where override_reason = :named", reason);
    }

    /** Students of whom the attribute is known, or who said it in an interview. */
    @Transactional(readOnly = true)
    int students(String attribute) {
        return count(
                "select count(*) from (select student from observations where superseded_at is null and attribute = :named"
                        + " union select student from interviews where jsonb_exists(answers, :named)) known",
                attribute);
    }

    /** Students for whom the attribute has this code, alone or among others. */
    @Transactional(readOnly = true)
    int students(String attribute, String code) {
        return sql.sql("""
                        select count(distinct student) from observations
                        where superseded_at is null and attribute = :attribute
                          and :code = any (string_to_array(value, ';'))
                        """)
                .param("attribute", attribute)
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    private int count(String select, String named) {
        return sql.sql(select).param("named", named).query(Integer.class).single();
    }
}
