package signpost.api.assignments;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Audit;

/** Every change of a school's assignments, numbered in the order they came. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AssignmentChanges {

    enum Kind {
        RULES,
        BY_HAND,
        MOVED,
        COVER,
        COVER_ENDED,
        TUTOR_GROUPS
    }

    private final JdbcClient sql;
    private final Clock clock;
    private final Audit audit;

    AssignmentChanges(JdbcClient sql, Clock clock, Audit audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** The last change of these kinds; 0 when there was none. What somebody saw is known by it. */
    int last(UUID school, Kind... kinds) {
        return sql.sql("select coalesce(max(number), 0) from assignment_changes"
                        + " where school_id = :school and kind = any (:kinds)")
                .param("school", school)
                .param("kinds", java.util.Arrays.stream(kinds).map(Kind::name).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Notes a change under the lock and gives it its number. */
    int add(UUID school, Kind kind, boolean setsRules, int students, UUID by) {
        int number = sql.sql("""
                        insert into assignment_changes (school_id, number, kind, sets_rules, students, made_by, made_at)
                        select :school, coalesce(max(number), 0) + 1, :kind, :rules, :students, :by, :at
                        from assignment_changes where school_id = :school returning number
                        """)
                .param("school", school)
                .param("kind", kind.name())
                .param("rules", setsRules)
                .param("students", students)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        audit.record("assignments-changed", "school", school, "by", by, "change", number, "students", students);
        return number;
    }
}
