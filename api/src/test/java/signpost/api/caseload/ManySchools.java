package signpost.api.caseload;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Fills a database with schools like one that was judged: its rows, set by set, under new ids. */
final class ManySchools {

    /** Far from those of {@link signpost.api.testing.TestSchools}. */
    private static final int FIRST_URN = 600_000;

    private static final String NEW_ID = "md5(:salt || :id)::uuid";

    private final Environment environment;

    ManySchools(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param from the school that was judged
     * @param schools how many more there are to be
     * @param times how many students each has for one of {@code from}
     * @return the ids of the new schools
     */
    List<UUID> like(UUID from, int schools, int times) throws SQLException {
        List<UUID> made = new ArrayList<>();
        try (var owner = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"))) {
            owner.setAutoCommit(false);
            for (int number = 0; number < schools; number++) {
                var school = UUID.randomUUID();
                school(owner, from, school, number);
                for (int copy = 0; copy < times; copy++) {
                    students(owner, from, school, copy);
                }
                owner.commit();
                made.add(school);
            }
            owner.setAutoCommit(true);
            run(
                    owner,
                    "vacuum (analyze) students, observations, judgements, recommendations, recommendation_explanations");
            run(owner, "analyze schools, terms, staff");
        }
        return made;
    }

    private static void school(Connection owner, UUID from, UUID school, int number) throws SQLException {
        run(owner, "select set_config('signpost.schools', '" + from + "," + school + "', true)");
        run(
                owner,
                "insert into schools (id, name, urn, created_at) select '" + school + "', 'Like another'," + " '"
                        + (FIRST_URN + number) + "', now()");
        run(
                owner,
                "insert into terms (school_id, id, academic_year, season, starts_on, ends_on) select '" + school
                        + "', id, academic_year, season, starts_on, ends_on from terms where school_id = '" + from
                        + "'");
        // Judged today by the book in force: no turn of the day need judge them all again.
        run(
                owner,
                "insert into evaluated_schools (school_id, requested_on, book_digest) select distinct '" + school
                        + "'::uuid, judged_on, book_digest from judgements where school_id = '" + from + "'");
    }

    /** Terms keep their ids, which are a school's own; whatever belongs to a student has new ones. */
    private static void students(Connection owner, UUID from, UUID school, int copy) throws SQLException {
        for (var statement : List.of(
                """
                insert into students (school_id, id, student_id, surname, forename, preferred_forename, reg_group, created_at, updated_at)
                select :to, %s, student_id || '-' || :copy, surname, forename, preferred_forename, reg_group, created_at, updated_at
                from students where school_id = :from
                """.formatted(id("id")),
                """
                insert into observations (school_id, id, student, attribute, value, source, observed_on, confirmed_on, recorded_at)
                select :to, %s, %s, attribute, value, source, observed_on, confirmed_on, recorded_at
                from observations where school_id = :from and superseded_at is null and attribute in ('nc_year', 'enrol_status',
                  'sen_provision', 'in_care', 'attendance_pct', 'plan_state', 'maths_current', 'english_current')
                """.formatted(id("id"), id("student")),
                """
                insert into judgements (school_id, student, term_id, book_digest, judged_on, severity, roni_most, flags, scores,
                  cannot_tell, withheld)
                select :to, %s, term_id, book_digest, judged_on, severity, roni_most, flags, scores, cannot_tell, withheld
                from judgements where school_id = :from
                """.formatted(id("student")),
                """
                insert into recommendations (school_id, id, student, intervention, occurrence, term_id, origin, state, version,
                  severity, due_on, book_digest, raised_at, changed_at)
                select :to, %s, %s, intervention, occurrence, term_id, origin, state, version, severity, due_on, book_digest,
                  raised_at, changed_at
                from recommendations where school_id = :from and state = 'SUGGESTED'
                """.formatted(id("id"), id("student")),
                """
                insert into recommendation_explanations (school_id, recommendation, version, book_digest, explanation, made_at)
                select :to, %s, e.version, e.book_digest, e.explanation, e.made_at
                from recommendation_explanations e join recommendations r on r.school_id = e.school_id and r.id = e.recommendation
                where e.school_id = :from and r.state = 'SUGGESTED'
                """.formatted(id("e.recommendation")))) {
            run(
                    owner,
                    statement
                            .replace(":from", "'" + from + "'")
                            .replace(":to", "'" + school + "'")
                            .replace(":salt", "'" + school + copy + "'")
                            .replace(":copy", "'" + copy + "'"));
        }
    }

    private static String id(String column) {
        return NEW_ID.replace(":id", column);
    }

    private static void run(Connection owner, String statement) throws SQLException {
        try (var run = owner.createStatement()) {
            run.execute(statement);
        }
    }
}
