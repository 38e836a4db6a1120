package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.TermCalendar;

/** How long an override keeps a suggestion from coming back. */
@SignpostTest
class SilenceTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Deciding deciding;

    @Autowired
    Recommendations recommendations;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private UUID student;

    @BeforeEach
    void aStudentWithWeakMaths() {
        school = schools.school();
        student = students.enrol(school.id(), "A1", WEAK_MATHS);
    }

    @Test
    void notAgainThisYearLastsToTheEndOfTheAcademicYear() {
        override("FAMILY-REQUEST");
        int year = TermCalendar.academicYear(LocalDate.now());
        assertThat(maths().get(0).silencedUntil()).contains(LocalDate.of(year + 1, Month.AUGUST, 31));

        nextTerm();
        assertThat(maths()).as("another term of the year").hasSize(1);

        students.in(
                school.id(),
                () -> sql.sql("update recommendations set silenced_until = :yesterday where silenced")
                        .param("yesterday", LocalDate.now().minusDays(1))
                        .update());
        evaluateAgain("2");
        assertThat(maths()).as("the year after").hasSize(2);
    }

    @Test
    void onceTheSummerIsClosedThisYearIsTheOneAfterIt() {
        int year = TermCalendar.academicYear(LocalDate.now());
        students.in(school.id(), () -> {
            sql.sql("update terms set state = 'CLOSED' where ends_on >= :today and starts_on <= :today")
                    .param("today", LocalDate.now())
                    .update();
            sql.sql("update terms set academic_year = :next where starts_on > :today")
                    .param("next", year + 1)
                    .param("today", LocalDate.now())
                    .update();
        });

        override("FAMILY-REQUEST");
        assertThat(maths().get(0).silencedUntil()).contains(LocalDate.of(year + 2, Month.AUGUST, 31));
    }

    @Test
    void aReasonThatNeverChangesSilencesForGood() {
        override("NOT-SUITABLE");
        assertThat(maths().get(0).silenced()).isTrue();
        assertThat(maths().get(0).silencedUntil()).isEmpty();

        nextTerm();
        assertThat(maths()).hasSize(1);
    }

    @Test
    void anyOtherReasonSilencesForTheTerm() {
        override("NOT-NOW");
        assertThat(maths().get(0).silenced()).isFalse();

        nextTerm();
        assertThat(maths()).hasSize(2);
    }

    private void nextTerm() {
        students.endTermYesterday(school.id());
        evaluateAgain("1");
    }

    private void evaluateAgain(String grade) {
        students.tell(school.id(), student, Map.of("maths_current", grade));
    }

    private void override(String reason) {
        var decider = Decider.staff(school.person(Role.ADVISER).staffId(), "Sam A");
        var feedback = new Feedback(
                "overridden",
                Optional.empty(),
                Optional.of(reason),
                "",
                Optional.empty(),
                Optional.empty(),
                decider,
                Optional.empty(),
                false);
        UUID id = maths().get(0).id();
        assertThat(in(() -> deciding.decide(school.id(), id, feedback))).isInstanceOf(Answer.Recorded.class);
    }

    private List<Recommendation> maths() {
        return in(() -> recommendations.ofStudents(school.id(), List.of(student)).get(student).stream()
                .filter(made -> made.intervention().equals("MAT-01"))
                .toList());
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
