package signpost.api.cycle;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.TermCalendar;

/** Terms around today, whatever day it is: an autumn of which some is left, then spring and summer. */
final class SchoolYear {

    static final LocalDate TODAY = LocalDate.now();

    private SchoolYear() {}

    /** @param left days of the autumn term still to come; below nought it is over */
    static void around(TestStudents students, JdbcClient sql, UUID school, int left) {
        students.in(school, () -> {
            add(sql, school, "AUTUMN", -40, left, "OPEN");
            add(sql, school, "SPRING", left + 1, left + 50, "PLANNED");
            add(sql, school, "SUMMER", left + 51, left + 400, "PLANNED");
        });
    }

    private static void add(JdbcClient sql, UUID school, String season, int from, int to, String state) {
        sql.sql("""
                        insert into terms (school_id, id, academic_year, season, starts_on, ends_on, state)
                        values (:school, gen_random_uuid(), :year, :season, :starts, :ends, :state)
                        """)
                .param("school", school)
                .param("year", TermCalendar.academicYear(TODAY))
                .param("season", season)
                .param("starts", TODAY.plusDays(from))
                .param("ends", TODAY.plusDays(to))
                .param("state", state)
                .update();
    }
}
