package signpost.api.missed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.deliveries.Deliveries;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.Entry;
import signpost.api.deliveries.Recorder;
import signpost.api.deliveries.Together;
import signpost.api.deliveries.What;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Help not attended twice is put to a person, who says how to go on. */
@SignpostTest
class MissedHelpTest {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    MissedHelp missed;

    @Autowired
    GoingOn goingOn;

    @Autowired
    Together together;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private StaffMember adviser;
    private UUID maths;

    @BeforeEach
    void acceptedHelp() {
        school = schools.school();
        TestSchools.Person person = school.person(Role.ADVISER);
        adviser = new StaffMember(
                person.accountId(), person.staffId(), "Sam A", school.id(), school.name(), Set.of(Role.ADVISER));
        students.enrol(school.id(), "A1", WEAK_MATHS);
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set state = 'ACCEPTED', decided_term_id = term_id,"
                                + " raised_at = raised_at - interval '9 days' where intervention = 'MAT-01'")
                        .update());
        maths = in(() -> sql.sql("select id from recommendations where intervention = 'MAT-01'")
                .query(UUID.class)
                .single());
    }

    @Test
    void onceIsNotYetADecisionAndTwiceIsUntilSomebodyDecides() {
        miss(3);
        assertThat(waiting()).isEmpty();
        miss(2);
        assertThat(waiting()).singleElement().extracting(Missed::words).isEqualTo("Did not attend twice");

        assertThat(decide(2, Way.TUTOR)).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(in(() -> missed.referred(school.id(), 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.note()).isEqualTo("At lunch"))
                .satisfies(one -> assertThat(one.by()).isEqualTo("Sam A"));

        miss(1);
        assertThat(waiting()).singleElement().extracting(Missed::times).isEqualTo(3);
    }

    @Test
    void plannedAgainItHasADayAndIsReferredToNobody() {
        miss(2);
        miss(1);
        assertThat(decide(2, Way.PLAN_AGAIN)).isEmpty();

        assertThat(last()).extracting(Delivery::what, Delivery::on).containsExactly(What.PLANNED, TODAY.plusDays(7));
        assertThat(waiting()).isEmpty();
        assertThat(in(() -> missed.referred(school.id(), 10))).isEmpty();
    }

    @Test
    void theLaterOfTwoIsToldAndNothingIsRecorded() {
        miss(2);
        miss(1);
        decide(2, Way.TUTOR);
        assertThat(decide(2, Way.PLAN_AGAIN)).hasValue("Sam A has decided meanwhile how to go on.");
        assertThat(last().what()).isEqualTo(What.DID_NOT_ATTEND);
        miss(0);
        assertThat(decide(2, Way.PLAN_AGAIN))
                .hasValueSatisfying(why -> assertThat(why).contains("did not attend 3 times"));
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set state = 'OVERRIDDEN'").update());
        assertThat(decide(3, Way.PLAN_AGAIN))
                .hasValueSatisfying(why -> assertThat(why).contains("overridden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update missed_help_decisions set way = 'TUTOR'",
                "delete from missed_help_decisions",
                "delete from missed_help_decision_texts"
            })
    void whatWasDecidedCanOnlyBeAdded(String change) {
        assertThatThrownBy(() -> students.in(school.id(), () -> sql.sql(change).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private Optional<String> decide(int times, Way way) {
        return in(() -> goingOn.decide(adviser, maths, times, way, Optional.of(TODAY.plusDays(7)), "At lunch"));
    }

    private List<Missed> waiting() {
        return in(() -> missed.waiting(school.id(), 10));
    }

    private Delivery last() {
        return in(() -> deliveries.on(school.id(), List.of(maths))).get(maths).get(0);
    }

    private void miss(int daysAgo) {
        var seen = in(() -> deliveries.on(school.id(), List.of(maths))).getOrDefault(maths, List.of()).stream()
                .findFirst()
                .map(Delivery::id);
        var entry = Entry.next(maths, seen, What.DID_NOT_ATTEND, TODAY.minusDays(daysAgo));
        assertThat(in(() -> together.record(school.id(), List.of(entry), Recorder.staff(adviser.staffId(), "Sam A")))
                        .handedBack())
                .isEmpty();
    }

    private <T> T in(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        students.in(school.id(), () -> result.add(work.get()));
        return result.get(0);
    }
}
