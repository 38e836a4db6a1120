package signpost.api.caseload;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import signpost.api.database.SharedDatabase;

/** Fills a database with schools like one that was judged: its rows, set by set, under new ids. */
final class ManySchools {

    /** Far from those of {@link signpost.api.testing.TestSchools}. */
    private static final int FIRST_URN = 600_000;

    private static final String NEW_ID = "md5(:salt || :id)::uuid";

    private ManySchools() {}

    /**
     * Makes them. Keys and triggers are not asked about what copies rows they let in: that would take most of the time.
     *
     * @param from the school that was judged
     * @param schools how many more there are to be
     * @param times how many students each has for one of {@code from}
     * @return the ids of the new schools
     */
    static List<UUID> like(UUID from, int schools, int times) throws SQLException {
        List<UUID> made = new ArrayList<>();
        try (var connection = SharedDatabase.superuser()) {
            run(connection, "set session_replication_role = replica");
            connection.setAutoCommit(false);
            for (int number = 0; number < schools; number++) {
                var school = UUID.randomUUID();
                school(connection, from, school, number);
                students(connection, from, school, times);
                connection.commit();
                made.add(school);
            }
            connection.setAutoCommit(true);
            run(
                    connection,
                    "vacuum (analyze) students, observations, judgements, recommendations, recommendation_explanations,"
                            + " recommendation_events");
            run(connection, "analyze schools, terms, staff");
        }
        return made;
    }

    private static void school(Connection connection, UUID from, UUID school, int number) throws SQLException {
        run(
                connection,
                "insert into schools (id, name, urn, created_at) select '" + school + "', 'Like another'," + " '"
                        + (FIRST_URN + number) + "', now()");
        run(
                connection,
                "insert into terms (school_id, id, academic_year, season, starts_on, ends_on, state) select '" + school
                        + "', id, academic_year, season, starts_on, ends_on, state from terms where school_id = '"
                        + from
                        + "'");
        // Judged today by the book in force: no turn of the day need judge them all again.
        run(
                connection,
                "insert into evaluated_schools (school_id, requested_on, book_digest) select distinct '" + school
                        + "'::uuid, judged_on, book_digest from judgements where school_id = '" + from + "'");
    }

    /** Terms keep their ids, which are a school's own; whatever belongs to a student has new ones. */
    private static void students(Connection connection, UUID from, UUID school, int times) throws SQLException {
        for (var statement : List.of(
                """
                insert into students (school_id, id, student_id, surname, forename, preferred_forename, reg_group, created_at, updated_at)
                select :to, %s, student_id || '-' || copy, surname, forename, preferred_forename, reg_group, created_at, updated_at
                from students, copies where school_id = :from
                """.formatted(id("id")),
                """
                insert into observations (school_id, id, student, attribute, value, source, observed_on, confirmed_on, recorded_at)
                select :to, %s, %s, attribute, value, source, observed_on, confirmed_on, recorded_at
                from observations, copies where school_id = :from and superseded_at is null and attribute in ('nc_year', 'enrol_status',
                  'sen_provision', 'in_care', 'attendance_pct', 'plan_state', 'maths_current', 'english_current')
                """.formatted(id("id"), id("student")),
                """
                insert into judgements (school_id, student, term_id, book_digest, judged_on, severity, roni_most, flags, scores,
                  cannot_tell, withheld)
                select :to, %s, term_id, book_digest, judged_on, severity, roni_most, flags, scores, cannot_tell, withheld
                from judgements, copies where school_id = :from
                """.formatted(id("student")),
                """
                insert into recommendations (school_id, id, student, intervention, occurrence, term_id, origin, state, version,
                  severity, due_on, book_digest, raised_at, changed_at)
                select :to, %s, %s, intervention, occurrence, term_id, origin, state, version, severity, due_on, book_digest,
                  raised_at, changed_at
                from recommendations, copies where school_id = :from and state = 'SUGGESTED'
                """.formatted(id("id"), id("student")),
                """
                insert into recommendation_explanations (school_id, recommendation, version, book_digest, explanation, made_at)
                select :to, %s, e.version, e.book_digest, e.explanation, e.made_at
                from recommendation_explanations e join recommendations r on r.school_id = e.school_id and r.id = e.recommendation, copies
                where e.school_id = :from and r.state = 'SUGGESTED'
                """.formatted(id("e.recommendation")),
                """
                insert into recommendation_events (school_id, recommendation, version, what, state, rules, book_digest, at)
                select :to, %s, e.version, e.what, e.state, e.rules, e.book_digest, e.at
                from recommendation_events e join recommendations r on r.school_id = e.school_id and r.id = e.recommendation, copies
                where e.school_id = :from and r.state = 'SUGGESTED'
                """.formatted(id("e.recommendation")))) {
            run(
                    connection,
                    statement
                            .replace(" copies", " generate_series(1, " + times + ") copy")
                            .replace(":from", "'" + from + "'")
                            .replace(":to", "'" + school + "'")
                            .replace(":salt", "'" + school + "' || copy"));
        }
    }

    private static String id(String column) {
        return NEW_ID.replace(":id", column);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
