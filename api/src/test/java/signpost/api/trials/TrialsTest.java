package signpost.api.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.drafts.Desk;
import signpost.api.drafts.TestDrafts;
import signpost.api.recommendations.StudentsJudged;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.engine.evaluation.Difference;
import signpost.engine.evaluation.Differences;
import signpost.engine.profile.StudentOnDate;

/** What a draft would change is what both books say of everybody, no more and no less. */
@SignpostTest
class TrialsTest {

    static final String RULE = """
            Rule: Late starters
              Why: Year 11 students below 97% are invited in.
              When
                the student is in year 11
                and attendance is 97% or below
              Then
                flag "Late starter" as low
                recommend PGI-02 within 2 weeks
              Because
                attendance is {attendance}
            """;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestDrafts typing;

    @Autowired
    Desk desk;

    @Autowired
    BooksTried books;

    @Autowired
    Trials trials;

    @Autowired
    LookedBack back;

    @Autowired
    Cost cost;

    @Autowired
    Terms terms;

    @Autowired
    Students students;

    @Autowired
    StudentsJudged judged;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private StaffMember head;

    private TestSchools.TestSchool school(int size) {
        TestSchools.TestSchool school = schools.school();
        enrol(school, size);
        var person = school.person(Role.HEAD_OF_DESTINATIONS);
        head = new StaffMember(
                person.accountId(),
                person.staffId(),
                person.displayName(),
                school.id(),
                school.name(),
                Set.of(Role.HEAD_OF_DESTINATIONS));
        return school;
    }

    /** Every second has too low an attendance for the draft, none for the book in force. */
    private void enrol(TestSchools.TestSchool school, int size) {
        cohort.take(
                school.id(),
                Stream.concat(
                                Stream.of(
                                        "student_id,surname,forename,nc_year,enrol_status,attendance_pct,fsm_eligible"),
                                IntStream.rangeClosed(1, size)
                                        .mapToObj(number -> "A" + number + ",Marsh,Robin,11,C,"
                                                + (number % 2 == 0 ? 96 : 99) + "," + (number % 2 == 0 ? "Y" : "N")))
                        .toArray(String[]::new));
    }

    private Books draft(TestSchools.TestSchool school) {
        return draft(school, RULE);
    }

    private Books draft(TestSchools.TestSchool school, String rule) {
        return within(school, () -> {
            UUID id = typing.draft(
                    school.id(),
                    new Owner(school.id(), false, school.name()),
                    new Person("Sam", Optional.of(head.accountId())),
                    Map.of("topics/own.txt", rule));
            return books.of(school.id(), desk.open(head, id)).orElseThrow();
        });
    }

    private <T> T within(TestSchools.TestSchool school, Supplier<T> work) {
        return schools.scope().within(school.id(), () -> transactions.execute(status -> work.get()));
    }

    @Test
    void theSumIsWhatBothBooksSayOfEachStudent() {
        var school = schools.school();
        cohort.takePilotSchool(school.id(), 4);
        enrol(school, 6);
        var person = school.person(Role.HEAD_OF_DESTINATIONS);
        head = new StaffMember(
                person.accountId(), person.staffId(), "Sam", school.id(), "School", Set.of(Role.HEAD_OF_DESTINATIONS));
        Books both = draft(school);
        Trial trial = within(school, () -> trials.of(school.id(), both, "a visit"));
        Differences expected = new Differences();
        List<StudentOnDate> all = within(
                school,
                () -> judged.on(
                        school.id(), both.inForce().book(), new ArrayList<>(students.all()), LocalDate.now(clock)));
        for (StudentOnDate student : all) {
            expected.add(Difference.between(
                    both.inForce().judge(student), both.draft().judge(student)));
        }
        assertThat(trial.done()).isTrue();
        assertThat(trial.students()).isEqualTo(expected.students());
        assertThat(trial.changed()).hasSize(expected.changed()).isNotEmpty();
        expected.rules()
                .forEach((rule, tally) -> assertThat(trial.tally(Part.RULE).get(rule))
                        .isEqualTo(new Trial.Tally(tally.gained(), tally.lost())));
        assertThat(trial.tally(Part.RULE)).hasSameSizeAs(expected.rules());
        expected.things()
                .forEach((thing, tally) -> assertThat(
                                trial.tally(Part.valueOf(thing.kind().name())).get(thing.name()))
                        .isEqualTo(new Trial.Tally(tally.gained(), tally.lost())));
        assertThat(trial.students(Part.FLAG, new Part.Move("Late starter", true)))
                .hasSize(trial.tally(Part.FLAG).get("Late starter").gained());
    }

    @Test
    void hoursCountOnlyWhatIsNotThereYet() {
        var school = school(6);
        Books both = draft(school);
        Trial trial = within(school, () -> trials.of(school.id(), both, "a visit"));
        assertThat(costs(school, trial)).singleElement().satisfies(line -> {
            assertThat(line.more()).isEqualTo(3);
            assertThat(line.costs()).isEqualByComparingTo("1.5");
            assertThat(line.fewer()).isZero();
        });
        UUID first = cohort.idOf(school.id(), "A2");
        UUID term = within(school, () -> terms.working(school.id(), trial.on()).id());
        within(
                school,
                () -> sql.sql("""
                        insert into recommendations (school_id, id, student, intervention, term_id, origin, state, version,
                          severity, due_on, book_digest, raised_at, changed_at)
                        values (:school, gen_random_uuid(), :student, 'PGI-02', :term, 'RULES', 'ACCEPTED', 1, 1, current_date,
                          :digest, now(), now())
                        """)
                        .param("school", school.id())
                        .param("student", first)
                        .param("term", term)
                        .param("digest", both.inForce().book().digest())
                        .update());
        assertThat(costs(school, trial))
                .singleElement()
                .satisfies(line -> assertThat(line.more()).isEqualTo(2));
    }

    private List<Cost.Line> costs(TestSchools.TestSchool school, Trial trial) {
        return within(
                school,
                () -> cost.of(
                        school.id(), terms.working(school.id(), trial.on()).term(), trial));
    }

    @Test
    void manyAreAskedForAsOftenAsFew() {
        var few = school(2);
        Books ofFew = draft(few);
        var many = school(200);
        Books ofMany = draft(many);
        assertThat(statements(many, ofMany)).isEqualTo(statements(few, ofFew)).isBetween(1, 12);
    }

    private int statements(TestSchools.TestSchool school, Books both) {
        return CountedStatements.during(() ->
                within(school, () -> trials.of(school.id(), both, "a visit").changed()));
    }

    @Test
    void aLargeCohortIsJudgedInStepsAndKeptForTheVisitAlone() {
        var school = school(5);
        Books both = draft(school);
        Trials small = new Trials(students, judged, sql, clock, 2);
        assertThat(within(school, () -> small.of(school.id(), both, "mine")).judged())
                .isEqualTo(2);
        assertThat(within(school, () -> small.of(school.id(), both, "another's"))
                        .judged())
                .isEqualTo(2);
        assertThat(within(school, () -> small.of(school.id(), both, "mine")).judged())
                .isEqualTo(4);
        Trial whole = within(school, () -> small.of(school.id(), both, "mine"));
        assertThat(whole.done()).isTrue();
        assertThat(whole.changed()).hasSize(2);
        assertThat(within(school, () -> small.of(school.id(), both, "mine"))).isSameAs(whole);
        small.forget(school.id(), both, "mine");
        assertThat(within(school, () -> small.of(school.id(), both, "mine")).judged())
                .isEqualTo(2);
    }

    @Test
    void whatChangesMeanwhileIsInTheNextLook() {
        var school = school(4);
        Books both = draft(school);
        assertThat(within(school, () -> trials.of(school.id(), both, "mine")).changed())
                .hasSize(2);
        cohort.take(school.id(), "student_id,surname,forename,attendance_pct", "A1,Marsh,Robin,95");
        assertThat(within(school, () -> trials.of(school.id(), both, "mine")).changed())
                .hasSize(3);
    }

    @Test
    void lookingBackJudgesByWhatWasKnownThen() {
        var school = school(60);
        Books both = draft(school);
        cohort.take(
                school.id(),
                IntStream.rangeClosed(0, 60)
                        .mapToObj(number -> number == 0 ? "student_id,outcome" : "A" + number + ",not sustained")
                        .toArray(String[]::new));
        assertThat(lateStarters(school, both, Optional.empty()).flagged()).isEqualTo("30");
        SchoolTerm now = within(school, () -> terms.on(school.id(), LocalDate.now(clock)));
        SchoolTerm before =
                within(school, () -> terms.on(school.id(), now.term().starts().minusDays(1)));
        SideBySide.Side then = lateStarters(school, both, Optional.of(before));
        assertThat(then.flagged()).as("nothing was known before today").isEqualTo("0");
        assertThat(then.cannotTell()).isEqualTo("60");
    }

    @Test
    void aRuleThatWasNotInForceThenIsTakenAsThoughItHadBeen() {
        var school = school(60);
        Books both = draft(school, RULE.replace("  When", "  In force: from 1 September 2030\n  When"));
        cohort.take(
                school.id(),
                IntStream.rangeClosed(0, 60)
                        .mapToObj(number -> number == 0 ? "student_id,outcome" : "A" + number + ",not sustained")
                        .toArray(String[]::new));
        assertThat(lateStarters(school, both, Optional.empty()).flagged()).isEqualTo("30");
    }

    private SideBySide.Side lateStarters(TestSchools.TestSchool school, Books both, Optional<SchoolTerm> term) {
        return within(school, () -> back.of(school.id(), both, term)).orElseThrow().changed().stream()
                .filter(rule -> rule.name().equals("Late starters"))
                .findFirst()
                .flatMap(SideBySide.Rule::draft)
                .orElseThrow();
    }
}
