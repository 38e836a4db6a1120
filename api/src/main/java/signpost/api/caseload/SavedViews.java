package signpost.api.caseload;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;

/** The lists each person keeps. */
@Repository
class SavedViews {

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;

    SavedViews(JdbcClient sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their names. */
    @Transactional(readOnly = true)
    public List<SavedView> of(StaffMember person) {
        return sql.sql("select id, name, query from saved_views where school_id = :school and staff = :staff"
                        + " order by lower(name), id")
                .param("school", person.schoolId())
                .param("staff", person.staffId())
                .query(SavedView.class)
                .list();
    }

    /** Whether it was kept: a person has one of a name. */
    @Transactional
    public boolean keep(StaffMember person, String name, String query) {
        return sql.sql("""
                        insert into saved_views (school_id, id, staff, name, query, created_at)
                        values (:school, :id, :staff, :name, :query, :at) on conflict do nothing
                        """)
                        .param("school", person.schoolId())
                        .param("id", ids.next())
                        .param("staff", person.staffId())
                        .param("name", name)
                        .param("query", query)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Transactional
    public void remove(StaffMember person, UUID id) {
        sql.sql("delete from saved_views where school_id = :school and staff = :staff and id = :id")
                .param("school", person.schoolId())
                .param("staff", person.staffId())
                .param("id", id)
                .update();
    }
}
