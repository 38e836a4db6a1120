package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.StaffMember;

/** To whom the reasons of suggestions were shown: once per person, version and day. */
@Repository
public class Showings {

    private final JdbcClient sql;
    private final Clock clock;

    Showings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A page shows this person why these are suggested. */
    @Transactional
    public void shown(StaffMember person, Collection<Recommendation> suggestions) {
        if (suggestions.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into recommendation_showings (school_id, recommendation, version, staff, on_day, shown_at)
                        select :school, n.id, n.version, :staff, :today, :at
                        from unnest(:ids::uuid[], :versions::integer[]) as n (id, version) order by n.id
                        on conflict do nothing
                        """)
                .param("school", person.schoolId())
                .param("staff", person.staffId())
                .param("today", LocalDate.now(clock))
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "ids",
                        suggestions.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param(
                        "versions",
                        suggestions.stream().map(one -> "" + one.version()).toArray(String[]::new))
                .update();
    }
}
