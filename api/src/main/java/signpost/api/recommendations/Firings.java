package signpost.api.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps for whom each rule fired in a term. What fired once stays, whatever the rules say later. */
@Repository
class Firings {

    /** Stands in no rule's name: between the names of one student's rules. */
    private static final String BETWEEN = "\u001f";

    private final JdbcClient sql;

    Firings(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Adds what is new. The caller holds the lock of the students.
     *
     * @param fired the rules by student, each name once
     */
    void write(UUID school, UUID term, Map<UUID, List<String>> fired) {
        List<String> students = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        fired.forEach((student, names) -> {
            if (!names.isEmpty()) {
                students.add(student.toString());
                rules.add(String.join(BETWEEN, names));
            }
        });
        if (students.isEmpty()) {
            return;
        }
        sql.sql("""
                        with said as (
                          select n.student, string_to_array(n.rules, :between) as rules
                          from unnest(:students::uuid[], :rules::text[]) as n (student, rules))
                        insert into rule_firings as f (school_id, term_id, student, rules)
                        select :school, :term, said.student, said.rules from said
                        where not exists (select from rule_firings k where k.school_id = :school and k.term_id = :term
                          and k.student = said.student and k.rules @> said.rules)
                        on conflict (school_id, term_id, student) do update set rules = f.rules
                          || array(select rule from unnest(excluded.rules) rule where rule <> all (f.rules))
                        """)
                .param("school", school)
                .param("term", term)
                .param("between", BETWEEN)
                .param("students", students.toArray(String[]::new))
                .param("rules", rules.toArray(String[]::new))
                .update();
    }
}
