package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** What a whole group says in one sitting. */
@SignpostTest
class TutorTimeTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TutorTime tutorTime;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Profiles profiles;

    @Autowired
    InterviewViews views;

    @Autowired
    Interviews interviews;

    @Autowired
    SittingDrafts drafts;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private StaffMember tutor;

    @BeforeEach
    void aGroupAndLeavers() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,leaving_date,plan_state",
                "A1,Thornley,Maya,11,11B,C,,ideas",
                "A2,Marsh,Robin,11,11B,C,,",
                "A3,Reed,Ines,11,11C,C,,",
                "L1,Okoro,Sam,12,,P,2026-08-31,",
                "L2,Okoro,Tom,12,,P,2026-09-01,");
        tutor = staff(Role.TUTOR);
    }

    @Test
    void groupsAndLeaversAreFoundByYear() {
        assertThat(in(() -> sittings.groups()))
                .extracting(Sitting.Choice::title, Sitting.Choice::students)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("11B", 2), org.assertj.core.groups.Tuple.tuple("11C", 1));
        assertThat(in(() -> sittings.leavers()))
                .extracting(Sitting.Choice::title)
                .containsExactly("Left in 2026/27", "Left in 2025/26");
        assertThat(in(() -> sittings.group("10A"))).isEmpty();
    }

    @Test
    void oneSittingIsKeptForEveryStudentAndBlankTakesNothingAway() {
        var group = group();
        var first = save(group, Map.of(id("A1"), answer("knows_fe", "3"), id("A2"), answer("plan_state", "?")));

        assertThat(first.saved()).containsExactlyInAnyOrder(id("A1"), id("A2"));
        assertThat(first.back()).isEmpty();
        assertThat(known("A1")).containsEntry("knows_fe", "3").containsEntry("plan_state", "ideas");
        assertThat(known("A2")).as("not sure").doesNotContainKey("plan_state");
        save(group, Map.of(id("A1"), answer("knows_he", "2")));
        assertThat(known("A1")).containsEntry("knows_fe", "3").containsEntry("knows_he", "2");
        assertThat(in(() -> views.of(id("A1"), tutor)))
                .singleElement()
                .satisfies(one -> assertThat(one.title()).isEqualTo("Tutor conversation"));
    }

    @Test
    void whatCannotBeSavedIsHandedBackAndTheRestIsKept() {
        var group = group();
        Map<UUID, InterviewForm> told = new LinkedHashMap<>();
        told.put(id("A1"), answer("knows_fe", "9"));
        told.put(id("A2"), answer("knows_fe", "4"));
        told.put(id("A3"), answer("knows_fe", "1"));

        var outcome = save(group, told);

        assertThat(outcome.saved()).containsExactly(id("A2"));
        assertThat(outcome.back().get(id("A1"))).singleElement().asString().contains("is not one of 1, 2, 3, 4");
        assertThat(outcome.back().get(id("A3"))).containsExactly("This student is not in the group any more.");
        assertThat(known("A3")).doesNotContainKey("knows_fe");
    }

    @Test
    void anotherAnswerRecordedMeanwhileIsNotWrittenOver() {
        var group = group();
        SittingForm opened =
                in(() -> tutorTime.open(staff(Role.ADVISER), group)).form();
        save(group, Map.of(id("A1"), answer("knows_fe", "1"), id("A2"), answer("knows_fe", "2")));

        var later = in(() -> tutorTime.save(
                staff(Role.ADVISER),
                group,
                asked(),
                new SittingForm(
                        opened.about(), Map.of(id("A1"), answer("knows_fe", "4"), id("A2"), answer("knows_he", "2")))));

        assertThat(later.back()).containsOnlyKeys(id("A1"));
        assertThat(later.back().get(id("A1"))).singleElement().asString().contains(tutor.displayName());
        assertThat(known("A1")).containsEntry("knows_fe", "1");
        assertThat(known("A2")).containsEntry("knows_fe", "2").containsEntry("knows_he", "2");
    }

    @Test
    void theDayOfTheSittingIsTheDayOfTheAnswers() {
        LocalDate today = LocalDate.now(clock);
        var group = group();

        save(group, today.minusDays(6), Map.of(id("A1"), answer("knows_fe", "3")));

        assertThat(in(() -> interviews.of(List.of(id("A1")))))
                .singleElement()
                .satisfies(one -> assertThat(one.heldOn()).isEqualTo(today.minusDays(6)));
        for (LocalDate wrong : List.of(today.plusDays(1), today.minusYears(1).minusDays(1))) {
            var refused = save(group, wrong, Map.of(id("A2"), answer("knows_fe", "3")));
            assertThat(refused.mistakes().about("on")).as(wrong + "").isPresent();
            assertThat(refused.saved()).isEmpty();
            assertThat(known("A2")).doesNotContainKey("knows_fe");
        }
    }

    @Test
    void aDraftIsItsAuthorsAndStaysUntilEachAnswerIsSaved() {
        LocalDate day = LocalDate.now(clock).minusDays(2);
        var group = group();
        var typed = in(() -> typed(
                group,
                day,
                Map.of(id("A1"), answer("knows_fe", "9"), id("A2"), answer("sectors", "Health", "Construction"))));

        in(() -> drafts.keep(tutor.staffId(), group, typed));

        assertThat(known("A2")).as("nothing of it counts yet").doesNotContainKey("sectors");
        var opened = in(() -> tutorTime.open(tutor, group));
        assertThat(opened.draftOf()).isPresent();
        assertThat(opened.form()).isEqualTo(typed);
        assertThat(in(() -> tutorTime.open(staff(Role.TUTOR), group)).draftOf()).isEmpty();
        assertThat(in(() -> tutorTime.open(
                                tutor, in(() -> sittings.group("11C")).orElseThrow()))
                        .draftOf())
                .isEmpty();

        in(() -> tutorTime.save(tutor, group, asked(), typed));
        assertThat(in(() -> tutorTime.open(tutor, group)).form().told())
                .as("what could not be saved")
                .containsOnlyKeys(id("A1"));
        save(group, day, Map.of(id("A1"), answer("knows_fe", "2")));
        assertThat(in(() -> tutorTime.open(tutor, group)).draftOf()).isEmpty();
    }

    @Test
    void answersAreNumberedAsOnPaperAndASharedScaleIsExplainedOnce() {
        assertThat(Numbered.keys(asked()))
                .extracting(key -> key.choices().stream().map(Numbered::label).toList())
                .containsExactlyInAnyOrder(
                        List.of(
                                "1 no plan",
                                "2 ideas, nothing applied for",
                                "3 applied",
                                "4 offer received",
                                "5 offer accepted"),
                        List.of("1 not at all", "2 a little", "3 mostly", "4 confident"));
    }

    @Test
    void leaversAnswerAsLeavers() {
        var left = in(() -> sittings.leavers(2026)).orElseThrow();
        assertThat(left.ids()).containsExactly(id("L1"));

        save(left, Map.of(id("L1"), answer("plan_state", "accepted")));

        assertThat(in(() -> views.of(id("L1"), tutor)))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo("leaver"));
    }

    @Test
    void aGroupIsAskedWhatTheVocabularyHasAndNothingRestricted() {
        assertThat(asked())
                .extracting(Question::key)
                .containsExactlyInAnyOrder(
                        "plan_state", "sectors", "knows_services", "knows_fe", "knows_he", "knows_english_maths");
    }

    private TutorTime.Outcome save(Sitting sitting, Map<UUID, InterviewForm> told) {
        return save(sitting, LocalDate.now(clock), told);
    }

    private TutorTime.Outcome save(Sitting sitting, LocalDate day, Map<UUID, InterviewForm> told) {
        return in(() -> tutorTime.save(tutor, sitting, asked(), typed(sitting, day, told)));
    }

    private SittingForm typed(Sitting sitting, LocalDate day, Map<UUID, InterviewForm> told) {
        return new SittingForm(SittingForm.blank(day, tutorTime.seen(sitting)).about(), told);
    }

    private List<Question> asked() {
        return questions.inTutorTime(tutor);
    }

    private Sitting group() {
        return in(() -> sittings.group("11B")).orElseThrow();
    }

    private static InterviewForm answer(String key, String... values) {
        return InterviewForm.of(Map.of("q." + key, List.of(values)));
    }

    private Map<String, String> known(String student) {
        Map<String, String> known = new LinkedHashMap<>();
        in(() -> profiles.of(List.of(id(student))))
                .get(id(student))
                .facts()
                .forEach((key, fact) -> known.put(key, fact.value().canonical()));
        return known;
    }

    private UUID id(String student) {
        return cohort.idOf(school.id(), student);
    }

    private StaffMember staff(Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work::get);
    }
}
