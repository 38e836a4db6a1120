package signpost.api.schools;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.vocabulary.Dates;

/** What administrators changed about staff. Rows are only added. */
@Repository
class StaffChanges {

    enum What {
        INVITED("Put on the list"),
        LINK("A new link to set a password was made"),
        ROLES("Roles changed"),
        NAME("Name corrected"),
        ENDED("Access ended"),
        BACK("Access given again");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** A change in words. */
    record Line(String what, String roles, String on, String by) {}

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    StaffChanges(JdbcClient sql, Ids ids, Clock clock, Audit audit) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    void add(UUID school, UUID staff, What what, Set<Role> roles, UUID by) {
        sql.sql("""
                        insert into staff_changes (school_id, id, staff, what, roles, made_by, made_at)
                        values (:school, :id, :staff, :what, :roles, :by, :at)
                        """)
                .param("school", school)
                .param("id", ids.next())
                .param("staff", staff)
                .param("what", what.name())
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.record("staff-changed", "school", school, "staff", staff, "what", what, "by", by);
    }

    /** What was changed about one of them, the latest first. */
    @Transactional(readOnly = true)
    List<Line> of(UUID school, UUID staff) {
        return sql.sql("""
                        select c.what, c.roles, c.made_at, m.display_name from staff_changes c
                        join staff m on m.school_id = c.school_id and m.id = c.made_by
                        where c.school_id = :school and c.staff = :staff order by c.made_at desc, c.id desc
                        """)
                .param("school", school)
                .param("staff", staff)
                .query((row, number) -> new Line(
                        What.valueOf(row.getString("what")).words,
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(role -> Role.valueOf(role).words())
                                .collect(Collectors.joining(", ")),
                        Dates.words(
                                LocalDate.ofInstant(row.getTimestamp("made_at").toInstant(), clock.getZone())),
                        row.getString("display_name")))
                .list();
    }
}
