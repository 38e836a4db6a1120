package signpost.api.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.schools.SchoolScope;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Whose caseload a student is. */
@SignpostTest
class AssignmentsTest {

    private static final Optional<String> ANY = Optional.empty();

    @Autowired
    Assigning assigning;

    @Autowired
    TakingBack takingBack;

    @Autowired
    AssignmentHistory history;

    @Autowired
    Covering covering;

    @Autowired
    Assignments assignments;

    @Autowired
    TutorGroups tutorGroups;

    @Autowired
    AssignmentRules rules;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestStudents work;

    @Autowired
    SchoolScope scope;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    TestSchools.TestSchool school;
    UUID head;
    UUID ann;
    UUID ben;

    @BeforeEach
    void threeStudents() {
        school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS).staffId();
        ann = school.person(Role.ADVISER).staffId();
        ben = school.person(Role.ADVISER).staffId();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status",
                "A1,Marsh,Robin,11,11A,C",
                "A2,Marsh,Alex,11,11B,C",
                "A3,Marsh,Sam,10,10A,C");
    }

    @Test
    void aStudentFollowsTheFirstRuleThatFits() {
        assertThat(adviserOf("A1")).isEmpty();

        rule(new Rule(Optional.of("11"), Optional.of("11B"), ben), new Rule(Optional.of("11"), ANY, ann));
        assertThat(adviserOf("A1")).hasValue(ann);
        assertThat(adviserOf("A2")).hasValue(ben);
        assertThat(adviserOf("A3")).isEmpty();

        rule(new Rule(Optional.of("11"), ANY, ann), new Rule(ANY, ANY, ben));
        assertThat(adviserOf("A2")).hasValue(ann);
        assertThat(adviserOf("A3")).hasValue(ben);
    }

    @Test
    void aStudentWhoChangesGroupFollowsTheRulesAnew() {
        rule(new Rule(ANY, Optional.of("11B"), ben), new Rule(ANY, ANY, ann));
        cohort.take(
                school.id(), "student_id,surname,forename,nc_year,reg_group,enrol_status", "A2,Marsh,Alex,11,11A,C");
        assertThat(adviserOf("A2")).hasValue(ann);
    }

    @Test
    void aStudentOfNoKnownYearFitsNoYear() {
        cohort.take(school.id(), "student_id,surname,forename,enrol_status", "A4,Marsh,Lee,C");
        rule(new Rule(Optional.of("11"), ANY, ann));
        assertThat(adviserOf("A4")).isEmpty();
        rule(new Rule(ANY, ANY, ann));
        assertThat(adviserOf("A4")).hasValue(ann);
    }

    @Test
    void whatAPersonGaveByHandStandsOverAnyRuleUntilTheyGiveItBack() {
        rule(new Rule(ANY, ANY, ann));
        make(new Proposal.ByHand(Set.of(id("A1")), Optional.of(ben)));
        assertThat(adviserOf("A1")).hasValue(ben);

        rule(new Rule(Optional.of("11"), ANY, head));
        assertThat(adviserOf("A1")).hasValue(ben);

        make(new Proposal.ByHand(Set.of(id("A1")), Optional.empty()));
        assertThat(adviserOf("A1")).hasValue(head);
    }

    @Test
    void aPreviewSaysWhoMovesAndChangesNothing() {
        rule(new Rule(ANY, ANY, ann));
        make(new Proposal.ByHand(Set.of(id("A3")), Optional.of(ann)));

        var preview = preview(new Proposal.NewRules(List.of(new Rule(Optional.of("11"), ANY, ben))));
        assertThat(preview.moves()).containsExactly(new Move(Optional.of(ann), Optional.of(ben), 2));
        assertThat(adviserOf("A1")).hasValue(ann);

        assertThat(preview(new Proposal.NewRules(List.of())).moves())
                .containsExactly(new Move(Optional.of(ann), Optional.empty(), 2));
        assertThat(preview(new Proposal.ByHand(ids(), Optional.of(ben))).students())
                .isEqualTo(3);
    }

    @Test
    void allOfOneAdviserGoToAnotherAndSoDoThoseWhoComeLater() {
        rule(new Rule(Optional.of("11"), ANY, ann), new Rule(ANY, ANY, head));
        make(new Proposal.ByHand(Set.of(id("A3")), Optional.of(ann)));

        var all = new Proposal.Everybody(ann, ben);
        assertThat(preview(all).moves()).containsExactly(new Move(Optional.of(ann), Optional.of(ben), 3));
        assertThat(make(all)).isEqualTo(new Assigning.Answer.Made(3));

        assertThat(Stream.of("A1", "A2", "A3").map(this::adviserOf)).allMatch(Optional.of(ben)::equals);
        cohort.take(school.id(), "student_id,surname,forename,nc_year,enrol_status", "A5,Marsh,Kit,11,C");
        assertThat(adviserOf("A5")).hasValue(ben);
        assertThat(in(() -> rules.of(school.id()))).extracting(Rule::staff).containsExactly(ben, head);
    }

    @Test
    void aWholeCaseloadGoesBackTheSameDayAsFarAsNobodyChangedItSince() {
        rule(new Rule(Optional.of("11"), Optional.of("11B"), ann), new Rule(Optional.of("11"), ANY, ann));
        make(new Proposal.ByHand(ids(), Optional.of(ann)));
        make(new Proposal.ByHand(Set.of(id("A2")), Optional.empty()));
        make(new Proposal.Everybody(ann, ben));
        int moved = offered().orElseThrow();
        make(new Proposal.ByHand(Set.of(id("A1")), Optional.of(head)));
        rule(new Rule(Optional.of("11"), Optional.of("11B"), ben), new Rule(Optional.of("11"), ANY, head));

        assertThat(takeBack(moved)).hasValue(2);
        assertThat(adviserOf("A1")).as("given to somebody since").hasValue(head);
        assertThat(adviserOf("A2")).as("by a rule as it was").hasValue(ann);
        assertThat(adviserOf("A3")).hasValue(ann);
        assertThat(in(() -> rules.of(school.id()))).extracting(Rule::staff).containsExactly(ann, head);
        assertThat(history().subList(0, 1)).allMatch(what -> what.startsWith("A whole caseload went back from "));
        assertThat(history().get(3)).startsWith("A whole caseload went from ");

        assertThat(offered()).as("what went back is not undone in turn").isEmpty();
        assertThat(takeBack(moved)).isEmpty();
        make(new Proposal.Everybody(ann, ben));
        assertThat(offered()).as("moved anew").isPresent();
    }

    @Test
    void yesterdaysMoveStays() {
        rule(new Rule(ANY, ANY, ann));
        make(new Proposal.Everybody(ann, ben));
        assertThat(offered()).isPresent();
        assertThat(in(() -> takingBack.offered(school.id(), LocalDate.now(clock).plusDays(1))))
                .isEmpty();
    }

    @Test
    void theLaterOfTwoIsToldAndNothingIsChanged() {
        var seen = preview(new Proposal.NewRules(List.of())).seen();
        rule(new Rule(ANY, ANY, ann));

        var answer = in(
                () -> assigning.make(school.id(), head, new Proposal.NewRules(List.of(new Rule(ANY, ANY, ben))), seen));
        assertThat(answer).isInstanceOf(Assigning.Answer.Stale.class);
        assertThat(((Assigning.Answer.Stale) answer).now().students()).isEqualTo(3);
        assertThat(adviserOf("A1")).hasValue(ann);
    }

    @Test
    void coverBeginsAndEndsByItsDays() {
        rule(new Rule(Optional.of("11"), ANY, ann), new Rule(ANY, ANY, ben));
        LocalDate today = LocalDate.now(clock);
        in(() -> {
            covering.arrange(school.id(), head, ann, Set.of(ben, head), today.plusDays(1), today.plusDays(3));
            return true;
        });

        assertThat(caseload(ben, today)).containsExactlyInAnyOrder("A3");
        assertThat(caseload(ben, today.plusDays(1))).containsExactlyInAnyOrder("A1", "A2", "A3");
        assertThat(caseload(head, today.plusDays(3))).containsExactlyInAnyOrder("A1", "A2");
        assertThat(caseload(head, today.plusDays(4))).isEmpty();
        assertThat(caseload(ann, today.plusDays(2)))
                .as("whoever is away keeps their caseload")
                .containsExactlyInAnyOrder("A1", "A2");
    }

    @Test
    void coverThatIsNotNeededAnyMoreEndsAtOnce() {
        rule(new Rule(ANY, ANY, ann));
        LocalDate today = LocalDate.now(clock);
        in(() -> {
            covering.arrange(school.id(), head, ann, Set.of(ben), today, today.plusDays(9));
            return true;
        });
        assertThat(caseload(ben, today)).hasSize(3);
        int cover = sql(() -> sql.sql("select cover from standing_covers where school_id = ?")
                .param(school.id())
                .query(Integer.class)
                .single());
        assertThat(in(() -> covering.end(school.id(), head, cover))).isTrue();
        assertThat(caseload(ben, today)).isEmpty();
        assertThat(in(() -> covering.end(school.id(), head, cover))).isFalse();
    }

    @Test
    void twoCannotStandInForEachOtherEvenWhenBothAreArrangedAtOnce() {
        LocalDate today = LocalDate.now(clock);
        var answers = Stream.of(
                        CompletableFuture.supplyAsync(() -> in(
                                () -> covering.arrange(school.id(), head, ann, Set.of(ben), today, today.plusDays(9)))),
                        CompletableFuture.supplyAsync(() -> in(
                                () -> covering.arrange(school.id(), head, ben, Set.of(ann), today, today.plusDays(2)))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(in(() -> covering.arrange(school.id(), head, ben, Set.of(ann), today, today))
                        .or(() -> in(() -> covering.arrange(school.id(), head, ann, Set.of(ben), today, today))))
                .as("whoever is away")
                .isPresent();
    }

    @Test
    void noSchoolSeesOrTakesAnothersStudents() {
        var other = schools.school();
        var theirs = other.person(Role.ADVISER).staffId();
        cohort.take(other.id(), "student_id,surname,forename,nc_year,enrol_status", "A1,Shaw,Kim,11,C");
        rule(new Rule(ANY, ANY, ann));

        assertThat(scope.within(other.id(), () -> assignments.advisersOf(other.id(), ids())))
                .isEmpty();
        make(new Proposal.ByHand(Set.of(cohort.idOf(other.id(), "A1")), Optional.of(ben)));
        assertThat(caseload(ben, LocalDate.now(clock))).isEmpty();
        assertThatThrownBy(() -> rule(new Rule(ANY, ANY, theirs))).hasMessageContaining("assignment_rules");
    }

    @Test
    void whatWasChangedStaysOnRecord() {
        rule(new Rule(ANY, ANY, ann));
        for (var table : List.of(
                "assignment_changes", "assignment_rules", "assignments", "covers", "tutor_groups", "caseload_moves")) {
            assertThatThrownBy(() -> sql(() -> sql.sql("delete from " + table).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private void rule(Rule... wanted) {
        make(new Proposal.NewRules(Arrays.asList(wanted)));
    }

    private Assigning.Answer make(Proposal proposal) {
        int seen = preview(proposal).seen();
        return in(() -> assigning.make(school.id(), head, proposal, seen));
    }

    private Assigning.Preview preview(Proposal proposal) {
        return in(() -> assigning.preview(school.id(), proposal));
    }

    private Optional<UUID> adviserOf(String student) {
        Map<UUID, Assignments.Adviser> advisers = in(() -> assignments.advisersOf(school.id(), Set.of(id(student))));
        return Optional.ofNullable(advisers.get(id(student))).map(Assignments.Adviser::staff);
    }

    private Optional<Integer> offered() {
        return in(() -> takingBack.offered(school.id(), LocalDate.now(clock))).map(CaseloadMoves.Moved::number);
    }

    private Optional<Integer> takeBack(int change) {
        return in(() -> takingBack.takeBack(school.id(), head, change));
    }

    private List<String> history() {
        return in(() -> history.of(school.id())).stream()
                .map(AssignmentHistory.Line::what)
                .toList();
    }

    private List<String> caseload(UUID staff, LocalDate day) {
        var theirs = answeredFor(staff, day);
        return Stream.of("A1", "A2", "A3")
                .filter(one -> theirs.contains(id(one)))
                .toList();
    }

    /** As the caseload asks it. */
    private List<UUID> answeredFor(UUID staff, LocalDate day) {
        return sql(() -> sql.sql("select student from caseload_of(:school, :staff, :day)")
                .param("school", school.id())
                .param("staff", staff)
                .param("day", day)
                .query(UUID.class)
                .list());
    }

    private Set<UUID> ids() {
        return Set.of(id("A1"), id("A2"), id("A3"));
    }

    private UUID id(String student) {
        return cohort.idOf(school.id(), student);
    }

    private <T> T in(java.util.function.Supplier<T> asked) {
        return scope.within(school.id(), asked);
    }

    private <T> T sql(java.util.function.Supplier<T> asked) {
        var answer = new java.util.concurrent.atomic.AtomicReference<T>();
        work.in(school.id(), () -> answer.set(asked.get()));
        return answer.get();
    }
}
