package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.pages.TypedDay;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Role;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** One decision on several students whose reasons were shown. */
@SignpostTest
class AlikeTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Alike alike;

    @Autowired
    Decisions decisions;

    @Autowired
    Recommendations recommendations;

    private TestSchools.TestSchool school;
    private Decider adviser;
    private final List<UUID> who = new ArrayList<>();

    @BeforeEach
    void threeStudentsWithWeakMaths() {
        school = schools.school();
        adviser = Decider.staff(school.person(Role.ADVISER).staffId(), "Sam A");
        for (String id : List.of("A1", "A2", "A3")) {
            who.add(students.enrol(school.id(), id, WEAK_MATHS));
        }
    }

    @Test
    void theyAreRecordedAsDecidedTogether() {
        Alike.Result result = decide(form("accepted", "", ticked(who)));

        assertThat(result.recorded()).isEqualTo(3);
        assertThat(who).allSatisfy(student -> {
            assertThat(maths(student).state()).isEqualTo(State.ACCEPTED);
            assertThat(in(() -> decisions.standing(school.id(), maths(student).id()))
                            .orElseThrow()
                            .bulk())
                    .isTrue();
        });
    }

    @Test
    void whatChangedMeanwhileIsHandedBackAndTheRestIsRecorded() {
        List<String> ticks = ticked(who);
        students.tell(school.id(), who.get(1), Map.of("maths_current", "2"));

        Alike.Result result = decide(form("accepted", "", ticks));

        assertThat(result.recorded()).isEqualTo(2);
        assertThat(result.handedBack()).singleElement().satisfies(back -> {
            assertThat(back.student()).isEqualTo(who.get(1));
            assertThat(back.changes()).isNotEmpty();
        });
        assertThat(maths(who.get(1)).state()).isEqualTo(State.SUGGESTED);
    }

    @Test
    void anOverrideWithoutAReasonIsRefusedForAll() {
        Alike.Result result = decide(form("overridden", "", ticked(who)));

        assertThat(result.wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.field()).isEqualTo("overrideReason.code"));
        assertThat(who).allSatisfy(student -> assertThat(maths(student).state()).isEqualTo(State.SUGGESTED));
        assertThat(decide(form("overridden", "NO-CAPACITY", ticked(who))).recorded())
                .isEqualTo(3);
    }

    @Test
    void onlyTheInterventionThatWasChosenIsDecided() {
        Recommendation maths = maths(who.get(0));
        var form = form("accepted", "", List.of(maths.id() + ":1"));

        Alike.Result result = in(() -> alike.decide(school.id(), "PGI-01", form, adviser));

        assertThat(result.recorded()).isZero();
        assertThat(result.gone()).isOne();
        assertThat(maths(who.get(0)).state()).isEqualTo(State.SUGGESTED);
    }

    @Test
    void whatIsNotThereAnyMoreIsHandedBackAndNoWordIsTakenForAnId() {
        List<String> ticks = new ArrayList<>(ticked(who));
        ticks.add(UUID.randomUUID() + ":1");
        ticks.add("-".repeat(36) + ":1");

        Alike.Result result = decide(form("accepted", "", ticks));

        assertThat(result.recorded()).isEqualTo(3);
        assertThat(result.gone()).isOne();
    }

    @Test
    void severalTakeNoMoreStatementsThanOne() {
        List<String> ticks = ticked(who);

        int one = CountedStatements.during(() -> decide(form("accepted", "", ticks.subList(0, 1))));
        int more = CountedStatements.during(() -> decide(form("accepted", "", ticks.subList(1, 3))));

        assertThat(more).isEqualTo(one).isPositive();
    }

    @Test
    void nothingTickedAndMoreThanTwentyAreMistakes() {
        List<String> many = new ArrayList<>();
        for (int at = 0; at < 21; at++) {
            many.add(UUID.randomUUID() + ":1");
        }

        assertThat(form("accepted", "", List.of()).mistakes().about("student"))
                .contains("Tick the students you decide on");
        assertThat(form("accepted", "", many).mistakes().about("student")).contains("Tick at most 20 students");
        assertThat(form("accepted", "", many.subList(0, 20)).mistakes().none()).isTrue();
        assertThat(form("", "", many.subList(0, 1)).mistakes().about("outcome")).isPresent();
    }

    private static AlikeForm form(String outcome, String reason, List<String> ticked) {
        return new AlikeForm(ticked, new DecisionForm(outcome, "", reason, "", "", TypedDay.BLANK));
    }

    private Alike.Result decide(AlikeForm form) {
        return in(() -> alike.decide(school.id(), "MAT-01", form, adviser));
    }

    private List<String> ticked(List<UUID> all) {
        return all.stream()
                .map(this::maths)
                .map(one -> one.id() + ":" + one.version())
                .toList();
    }

    private Recommendation maths(UUID student) {
        return in(() -> recommendations.ofStudents(school.id(), List.of(student)).get(student).stream()
                .filter(made -> made.intervention().equals("MAT-01"))
                .findFirst()
                .orElseThrow());
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
