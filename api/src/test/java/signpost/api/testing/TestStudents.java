package signpost.api.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Ids;
import signpost.api.schools.SchoolScope;
import signpost.api.students.NewObservation;
import signpost.api.students.Observations;
import signpost.engine.profile.Source;
import signpost.engine.rulebook.Severity;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/** Enrols students and states facts about them, through the doors the program itself uses. */
@TestComponent
public class TestStudents {

    /** Weak maths only: the shipped pack suggests MAT-01 for a year 10 student with a maths grade below 4. */
    public static final Map<String, String> WEAK_MATHS = Map.of(
            "nc_year",
            "10",
            "enrol_status",
            "C",
            "maths_current",
            "3",
            "maths_predicted",
            "3",
            "english_current",
            "6",
            "english_predicted",
            "6");

    private final JdbcClient sql;
    private final Observations observations;
    private final BookInForce book;
    private final SchoolScope scope;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    TestStudents(
            JdbcClient sql,
            Observations observations,
            BookInForce book,
            SchoolScope scope,
            PlatformTransactionManager transactions,
            Ids ids,
            Clock clock) {
        this.sql = sql;
        this.observations = observations;
        this.book = book;
        this.scope = scope;
        this.transactions = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
    }

    /** A student of the school of whom these facts are known since today; evaluated when this returns. */
    public UUID enrol(UUID school, String studentId, Map<String, String> facts) {
        UUID id = ids.next();
        in(school, () -> {
            sql.sql("""
                            insert into students (school_id, id, student_id, surname, forename, created_at, updated_at)
                            values (:school, :id, :studentId, 'Marsh', 'Robin', now(), now())
                            """)
                    .param("school", school)
                    .param("id", id)
                    .param("studentId", studentId)
                    .update();
            observations.record(school, told(id, facts));
        });
        return id;
    }

    /** Ends the school's term yesterday and begins another today. */
    public void endTermYesterday(UUID school) {
        LocalDate today = LocalDate.now(clock);
        in(school, () -> {
            sql.sql("update terms set ends_on = :yesterday, starts_on = least(starts_on, :yesterday)"
                            + " where school_id = :school and :today between starts_on and ends_on")
                    .param("school", school)
                    .param("yesterday", today.minusDays(1))
                    .param("today", today)
                    .update();
            sql.sql("insert into terms (school_id, id, academic_year, season, starts_on, ends_on)"
                            + " values (:school, gen_random_uuid(), 2199, 'AUTUMN', :today, :today)")
                    .param("school", school)
                    .param("today", today)
                    .update();
        });
    }

    /** A person raises a flag in the term that includes today. */
    public void flag(UUID school, UUID student, UUID staff, String name, Severity severity) {
        UUID id = ids.next();
        in(school, () -> {
            sql.sql("""
                            insert into person_flags (school_id, id, student, term_id, severity, staff, raised_at)
                            select :school, :id, :student, t.id, :severity, :staff, now() from terms t
                            where t.school_id = :school and :today between t.starts_on and t.ends_on
                            """)
                    .param("school", school)
                    .param("id", id)
                    .param("student", student)
                    .param("severity", severity.weight())
                    .param("staff", staff)
                    .param("today", LocalDate.now(clock))
                    .update();
            sql.sql("insert into person_flag_texts values (:school, :id, :name, 'Quiet since September', 'Sam A')")
                    .param("school", school)
                    .param("id", id)
                    .param("name", name)
                    .update();
        });
    }

    /** States facts about a student; evaluated when this returns. */
    public void tell(UUID school, UUID student, Map<String, String> facts) {
        in(school, () -> observations.record(school, told(student, facts)));
    }

    /** States the same facts about several students at once. */
    public void tellAll(UUID school, List<UUID> students, Map<String, String> facts) {
        in(
                school,
                () -> observations.record(
                        school,
                        students.stream()
                                .flatMap(student -> told(student, facts).stream())
                                .toList()));
    }

    /** Does work for a school in one transaction. */
    public void in(UUID school, Runnable work) {
        scope.within(school, () -> transactions.executeWithoutResult(status -> work.run()));
    }

    private List<NewObservation> told(UUID student, Map<String, String> facts) {
        List<NewObservation> told = new ArrayList<>();
        facts.forEach((key, value) -> {
            var attribute = book.recommender().book().vocabulary().byKey(key).orElseThrow();
            var read = (Reading.Read) ValueReader.read(attribute, value);
            told.add(new NewObservation(student, key, read.value(), Source.MIS, LocalDate.now(clock)));
        });
        return told;
    }
}
