package signpost.api.worth;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote when they overrode what a rule suggested. */
@Repository
class Comments {

    /** The latest that are read. */
    static final int LATEST = 50;

    /**
     * A comment, without who wrote it and about whom.
     *
     * @param reason the code of the reason it was given with
     */
    record Comment(UUID term, String reason, String words) {}

    private final JdbcClient sql;

    Comments(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Comment> of(UUID school, String rule) {
        return sql.sql("""
                        select r.term_id, d.override_reason, t.comment, s.forename, s.surname,
                          coalesce(s.preferred_forename, '') as preferred
                        from standing_decisions d
                        join decision_texts t on t.school_id = d.school_id and t.decision = d.id and t.comment <> ''
                        join recommendations r on r.school_id = d.school_id and r.id = d.recommendation
                        join students s on s.school_id = r.school_id and s.id = r.student
                        where d.school_id = :school and d.outcome = 'OVERRIDDEN'
                          and exists (select from recommendation_events e where e.school_id = d.school_id
                            and e.recommendation = r.id and e.what = 'REASONS' and e.rules @> array[cast(:rule as text)])
                        order by d.received_at desc, d.id limit :latest
                        """)
                .param("school", school)
                .param("rule", rule)
                .param("latest", LATEST)
                .query((row, number) -> new Comment(
                        row.getObject("term_id", UUID.class),
                        row.getString("override_reason"),
                        without(
                                row.getString("comment"),
                                List.of(
                                        row.getString("preferred"),
                                        row.getString("forename"),
                                        row.getString("surname")))))
                .list();
    }

    /** Without the student's own names, which say nothing about the rule. */
    static String without(String comment, List<String> names) {
        String left = comment;
        for (String name : names) {
            if (!name.isBlank()) {
                left = Pattern.compile(
                                "(?<![\\p{L}\\p{M}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{M}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(left)
                        .replaceAll("[the student]");
            }
        }
        return left;
    }
}
