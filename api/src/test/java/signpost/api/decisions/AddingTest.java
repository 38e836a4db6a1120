package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.pages.Mistake;
import signpost.api.pages.TypedDay;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** An adviser adds what no rule asked for. */
@SignpostTest
class AddingTest {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Adding adding;

    @Autowired
    Undoing undoing;

    @Autowired
    Recommendations recommendations;

    @Autowired
    BookInForce book;

    private TestSchools.TestSchool school;
    private UUID student;
    private Decider adviser;

    @BeforeEach
    void aStudentWithWeakMaths() {
        school = schools.school();
        student = students.enrol(school.id(), "A1", WEAK_MATHS);
        adviser = Decider.staff(school.person(Role.ADVISER).staffId(), "Sam A");
    }

    @Test
    void whatIsAddedIsAcceptedWithItsReasonAndDay() {
        assertThat(add("PGI-01")).isInstanceOf(Answer.Recorded.class);

        Recommendation added = found("PGI-01");
        assertThat(added.state()).isEqualTo(State.ACCEPTED);
        assertThat(added.fromRules()).isFalse();
        assertThat(added.due()).isEqualTo(TODAY.plusDays(9));
        assertThat(added.shown().note()).isEqualTo("Asked for a talk");
        assertThat(recommendationsOf("MAT-01").get(0).state()).isEqualTo(State.SUGGESTED);
    }

    @Test
    void whatIsOpenIsNotAddedAgain() {
        add("PGI-01");

        assertThat(add("PGI-01")).isEqualTo(new Answer.Closed("It is accepted already, and still to be done."));
        assertThat(add("MAT-01"))
                .isEqualTo(new Answer.Closed("It is suggested already; accept it on the student's page."));
        assertThat(recommendationsOf("PGI-01")).hasSize(1);
    }

    @Test
    void undoneItIsWithdrawn() {
        var decision = ((Answer.Recorded) add("PGI-01")).decision();

        in(() -> undoing.undo(school.id(), decision.recommendation(), Optional.of(decision.id()), adviser));

        assertThat(found("PGI-01").state()).isEqualTo(State.WITHDRAWN);
        assertThat(add("PGI-01")).isInstanceOf(Answer.Recorded.class);
    }

    @Test
    void everythingWrongWithTheFormIsSaidAtOnce() {
        var offered = List.copyOf(book.recommender().book().catalogue().interventions());
        var form = AddForm.of(Map.of("due-day", "31", "due-month", "2", "due-year", "2027"));

        assertThat(form.mistakes(offered, TODAY).all().stream().map(Mistake::field))
                .containsExactly("intervention", "reason", "due");
        var late = new AddForm("PGI-01", "Why", TypedDay.of(TODAY.plusYears(1).plusDays(1)));
        assertThat(late.mistakes(offered, TODAY).all()).hasSize(1);
        assertThat(new AddForm("PGI-01", "Why", TypedDay.of(TODAY))
                        .mistakes(offered, TODAY)
                        .none())
                .isTrue();
    }

    private Answer add(String intervention) {
        var form = new AddForm(intervention, "Asked for a talk", TypedDay.of(TODAY.plusDays(9)));
        return in(() -> adding.add(school.id(), student, form, adviser));
    }

    private Recommendation found(String intervention) {
        return recommendationsOf(intervention).get(0);
    }

    private List<Recommendation> recommendationsOf(String intervention) {
        return in(() -> recommendations.ofStudents(school.id(), List.of(student)).get(student).stream()
                .filter(made -> made.intervention().equals(intervention))
                .toList());
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
