package signpost.api.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.cycle.SchoolYear.TODAY;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.OneSchool;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Role;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermState;
import signpost.api.terms.TermStep;
import signpost.api.terms.TermSteps;
import signpost.api.terms.Terms;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** A term from its opening to its close, and what passes into the next. */
@SignpostTest
class TermCycleTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    RunningTerms running;

    @Autowired
    TermWork work;

    @Autowired
    Terms terms;

    @Autowired
    TermSteps steps;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Moves moves;

    @Autowired
    TestCohort cohort;

    @Autowired
    OneSchool one;

    @Autowired
    JdbcClient sql;

    UUID school;
    UUID head;

    @BeforeEach
    void aSchool() {
        TestSchools.TestSchool made = schools.school();
        school = made.id();
        head = made.person(Role.HEAD_OF_DESTINATIONS).staffId();
    }

    @Test
    void theFirstTermOfANewSchoolIsOpenWhenItsFirstStudentsCome() {
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        assertThat(maths(student).state()).isEqualTo(State.SUGGESTED);
        SchoolTerm now = in(() -> terms.on(school, TODAY));
        assertThat(now.state()).isEqualTo(TermState.OPEN);
        assertThat(in(() -> steps.of(school, now.id())))
                .extracting(TermStep::kind)
                .containsExactly(TermStep.Kind.OPENED);
    }

    @Test
    void closingExpiresWhatNobodyDecidedAndCarriesOverWhatIsAccepted() {
        SchoolYear.around(students, sql, school, 10);
        UUID undecided = students.enrol(school, "A1", WEAK_MATHS);
        UUID accepted = students.enrol(school, "A2", WEAK_MATHS);
        decide(accepted, State.ACCEPTED);

        assertThat(close()).isInstanceOf(RunningTerms.Answer.Done.class);
        assertThat(maths(undecided).state()).isEqualTo(State.EXPIRED);
        assertThat(maths(accepted).state()).isEqualTo(State.ACCEPTED);
        assertThat(in(() -> terms.on(school, TODAY)).state()).isEqualTo(TermState.CLOSED);

        CarriedOver carried = in(() -> work.carriedOver(school, terms.working(school, TODAY)));
        assertThat(carried.stillToDo()).isEqualTo(1);
        assertThat(carried.remembered()).isEqualTo(2);
        assertThat(in(() -> steps.of(school, terms.on(school, TODAY).id())))
                .extracting(TermStep::kind, TermStep::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TermStep.Kind.CLOSED, "Sam H"));
    }

    @Test
    void anOverrideThatHasRunOutIsNotCarriedOver() {
        SchoolYear.around(students, sql, school, 10);
        for (String one : List.of("A1", "A2")) {
            UUID id = maths(students.enrol(school, one, WEAK_MATHS)).id();
            students.in(
                    school, () -> moves.decided(school, id, State.OVERRIDDEN, Optional.empty(), true, Instant.now()));
        }
        students.in(
                school,
                () -> sql.sql("update recommendations set silenced_until = :today"
                                + " where silenced and student = (select id from students where student_id = 'A2')")
                        .param("today", TODAY)
                        .update());
        close();

        assertThat(in(() -> work.carriedOver(school, terms.working(school, TODAY)))
                        .silenced())
                .isEqualTo(1);
    }

    @Test
    void nothingArisesBetweenAClosedTermAndTheNextAndEverythingWhenItOpens() {
        SchoolYear.around(students, sql, school, 10);
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        assertThat(maths(student).state()).isEqualTo(State.SUGGESTED);
        close();
        students.tell(school, student, Map.of("maths_current", "2"));
        UUID newcomer = students.enrol(school, "A2", WEAK_MATHS);
        cohort.settle(school);
        one.turns(school);
        assertThat(all(student)).hasSize(1);
        assertThat(all(newcomer)).isEmpty();

        SchoolTerm spring = in(() -> terms.working(school, TODAY));
        assertThat(spring.state()).isEqualTo(TermState.PLANNED);
        assertThat(in(() -> running.open(school, spring.id(), head))).isInstanceOf(RunningTerms.Answer.Done.class);
        cohort.settle(school);

        assertThat(all(student)).extracting(Recommendation::state).containsExactly(State.SUGGESTED, State.EXPIRED);
        assertThat(all(newcomer)).extracting(Recommendation::term).containsExactly(spring.id());
        SchoolTerm now = in(() -> terms.on(school, TODAY));
        assertThat(now.id()).isEqualTo(spring.id());
        assertThat(now.term().starts()).isEqualTo(TODAY);
        assertThat(in(() -> terms.on(school, TODAY.minusDays(1))).term().ends()).isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void aDecisionBetweenTermsStandsInTheNext() {
        SchoolYear.around(students, sql, school, 10);
        UUID student = students.enrol(school, "A1", WEAK_MATHS);
        decide(student, State.ACCEPTED);
        close();
        decide(student, State.DEFERRED);
        one.turns(school);
        cohort.settle(school);

        assertThat(maths(student).state()).isEqualTo(State.DEFERRED);
        assertThat(maths(student).decidedIn())
                .contains(in(() -> terms.working(school, TODAY)).id());
    }

    @Test
    void theCalendarClosesAndOpensOnceByItself() {
        SchoolYear.around(students, sql, school, -1);
        one.turns(school);
        one.turns(school);

        SchoolTerm autumn = in(() -> terms.on(school, TODAY.minusDays(1)));
        SchoolTerm spring = in(() -> terms.on(school, TODAY));
        assertThat(autumn.state()).isEqualTo(TermState.CLOSED);
        assertThat(spring.state()).isEqualTo(TermState.OPEN);
        assertThat(in(() -> steps.of(school, autumn.id())))
                .extracting(TermStep::kind, TermStep::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TermStep.Kind.CLOSED, "Signpost, by the calendar"));
        assertThat(in(() -> steps.of(school, spring.id())))
                .extracting(TermStep::kind)
                .containsExactly(TermStep.Kind.OPENED);
    }

    @Test
    void whoSawOtherFiguresIsShownThemBeforeTheTermCloses() {
        SchoolYear.around(students, sql, school, 10);
        String seen = in(() -> work.open(school)).seen();
        students.enrol(school, "A1", WEAK_MATHS);
        cohort.settle(school);

        RunningTerms.Answer answer = in(() -> running.close(school, autumn(), seen, head));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        RunningTerms.Answer.Changed.class,
                        changed -> assertThat(changed.now().undecided()).isPositive());
        assertThat(in(() -> terms.on(school, TODAY)).state()).isEqualTo(TermState.OPEN);
    }

    @Test
    void aStepIsTakenOnceAndAReviewedTermGoesOn() {
        SchoolYear.around(students, sql, school, 10);
        assertThat(in(() -> running.review(school, autumn(), head))).isInstanceOf(RunningTerms.Answer.Done.class);
        assertThat(in(() -> running.review(school, autumn(), head))).isInstanceOf(RunningTerms.Answer.TooLate.class);
        assertThat(maths(students.enrol(school, "A1", WEAK_MATHS)).state()).isEqualTo(State.SUGGESTED);

        UUID autumn = autumn();
        assertThat(close()).isInstanceOf(RunningTerms.Answer.Done.class);
        assertThat(in(() -> running.close(
                        school, autumn, in(() -> work.open(school)).seen(), head)))
                .isInstanceOf(RunningTerms.Answer.TooLate.class);
        assertThat(in(() -> running.open(school, autumn, head))).isInstanceOf(RunningTerms.Answer.TooLate.class);
    }

    private RunningTerms.Answer close() {
        return in(() -> running.close(school, autumn(), work.open(school).seen(), head));
    }

    private UUID autumn() {
        return in(() -> terms.on(school, TODAY)).id();
    }

    private void decide(UUID student, State state) {
        UUID id = maths(student).id();
        students.in(
                school,
                () -> moves.decided(
                        school,
                        id,
                        state,
                        state == State.DEFERRED ? Optional.of(TODAY.plusDays(20)) : Optional.empty(),
                        false,
                        Instant.now()));
    }

    private Recommendation maths(UUID student) {
        cohort.settle(school);
        List<Recommendation> found = all(student);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Recommendation> all(UUID student) {
        return in(() -> recommendations.ofStudents(school, List.of(student)).getOrDefault(student, List.of()).stream()
                .filter(found -> found.intervention().equals("MAT-01"))
                .toList());
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school, work);
    }
}
