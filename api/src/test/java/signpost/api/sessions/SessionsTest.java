package signpost.api.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.deliveries.Entry;
import signpost.api.deliveries.OutcomeSheet;
import signpost.api.deliveries.Recorder;
import signpost.api.deliveries.Review;
import signpost.api.deliveries.Reviews;
import signpost.api.deliveries.Together;
import signpost.api.deliveries.What;
import signpost.api.pages.Mistake;
import signpost.api.pages.TypedDay;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** A session's list, its register and its mark sheet, for two students and for thirty. */
@SignpostTest
class SessionsTest {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    SessionWork work;

    @Autowired
    Rosters rosters;

    @Autowired
    GroupSessions sessions;

    @Autowired
    Together together;

    @Autowired
    OutcomeSheet sheet;

    @Autowired
    Reviews reviews;

    @Autowired
    Recommendations recommendations;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private StaffMember adviser;
    private StaffMember other;

    @BeforeEach
    void aSchool() {
        school = schools.school();
        adviser = member();
        other = member();
    }

    @Test
    void whoIsChosenIsPlannedForTheDayAndPresentIsDelivered() {
        UUID session = planned(2, 12);
        List<Roster.Row> rows = roster(session).rows();
        assertThat(rows).hasSize(2).allMatch(Roster.Row::open);
        assertThat(rows.get(0).mark().on()).isEqualTo(TODAY);

        var result = mark(session, Map.of(rows.get(0), What.DELIVERED, rows.get(1), What.DID_NOT_ATTEND));

        assertThat(result.counted()).isEqualTo(2);
        assertThat(states()).containsExactlyInAnyOrder(State.DELIVERED, State.ACCEPTED);
        assertThat(roster(session).rows())
                .extracting(row -> row.mark().what())
                .containsExactlyInAnyOrder(What.DELIVERED, What.DID_NOT_ATTEND);
        assertThat(listed()).containsExactly(2, 2);
    }

    @Test
    void aMeetingOfSeveralIsAttendedAndTheLastOneDelivers() {
        accepted(1);
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set raised_at = raised_at - interval '30 days'")
                        .update());
        for (int meeting = 1; meeting <= 6; meeting++) {
            assertThat(states()).as("before meeting " + meeting).containsExactly(State.ACCEPTED);
            UUID session = held(TODAY.minusDays(7 - meeting));
            assertThat(choose(session).handedBack()).isEmpty();
            assertThat(row(session).attended()).isEqualTo(meeting - 1);
            mark(session, Map.of(row(session), What.ATTENDED));
            assertThat(row(session).mark().what()).isEqualTo(meeting < 6 ? What.ATTENDED : What.DELIVERED);
        }
        assertThat(states()).containsExactly(State.DELIVERED);
    }

    @Test
    void whetherItIsCompleteAPersonSaysSoonerOrThatItGoesOn() {
        UUID session = planned(1, 12);
        mark(session, Map.of(row(session), What.ATTENDED));
        assertThat(states()).containsExactly(State.ACCEPTED);

        mark(session, Map.of(row(session), What.DELIVERED));
        assertThat(states()).containsExactly(State.DELIVERED);
        mark(session, Map.of(row(session), What.ATTENDED));
        assertThat(states()).containsExactly(State.ACCEPTED);
        off(session);
        assertThat(row(session).mark().what()).isEqualTo(What.PLANNED);
    }

    @Test
    void whatAnotherPersonRecordedMeanwhileIsHandedBackAndTheRestCounts() {
        UUID session = planned(3, 12);
        List<Roster.Row> seen = roster(session).rows();
        UUID taken = seen.get(1).id();
        in(() -> together.record(
                school.id(),
                List.of(Entry.next(taken, Optional.of(seen.get(1).mark().id()), What.CANCELLED, TODAY)),
                Recorder.staff(other.staffId(), "Robin O")));

        var result = mark(
                session, Map.of(seen.get(0), What.DELIVERED, seen.get(1), What.DELIVERED, seen.get(2), What.DELIVERED));

        assertThat(result.counted()).isEqualTo(2);
        assertThat(result.handedBack()).containsOnlyKeys(taken);
        assertThat(result.handedBack().get(taken)).startsWith("Robin O recorded meanwhile: cancelled on ");
        assertThat(states()).containsExactlyInAnyOrder(State.DELIVERED, State.DELIVERED, State.ACCEPTED);
        assertThat(roster(session).rows().get(1).elsewhere()).isPresent();
    }

    @Test
    void aMarkIsCorrectedTakenBackAndTheStudentTakenOff() {
        UUID session = planned(1, 12);
        mark(session, Map.of(row(session), What.DELIVERED));
        mark(session, Map.of(row(session), What.DID_NOT_ATTEND));
        assertThat(states()).containsExactly(State.ACCEPTED);
        assertThat(row(session).mark().what()).isEqualTo(What.DID_NOT_ATTEND);

        off(session);
        assertThat(row(session).mark().what()).isEqualTo(What.PLANNED);
        off(session);
        assertThat(roster(session).rows()).isEmpty();
        assertThat(states()).containsExactly(State.ACCEPTED);
    }

    @Test
    void moreThanThePlacesAreNotTaken() {
        UUID session = session(1);
        accepted(2);
        var refused = choose(session);
        assertThat(refused.refused()).isEqualTo("One place is free, and you chose 2.");
        assertThat(roster(session).rows()).isEmpty();
    }

    @Test
    void whenTheDayIsMovedThoseOnTheListArePlannedForTheNewOne() {
        UUID session = planned(2, 12);
        GroupSession now = in(() -> sessions.find(school.id(), session).orElseThrow());
        GroupSession later = new GroupSession(
                session, now.intervention(), TODAY.plusDays(7), now.at(), "Hall", "Sam", 12, now.version());

        assertThat(in(() -> work.change(adviser, later)).refused()).isEmpty();

        assertThat(roster(session).rows()).allMatch(row -> row.mark().on().equals(TODAY.plusDays(7)));
        assertThat(in(() -> work.change(other, later)).refused()).isEqualTo("Somebody changed this session meanwhile.");
    }

    @Test
    void onceTheRegisterIsTakenTheDayStays() {
        UUID session = planned(2, 12);
        mark(session, Map.of(row(session), What.DELIVERED));
        GroupSession now = in(() -> sessions.find(school.id(), session).orElseThrow());
        GroupSession later = new GroupSession(
                session, now.intervention(), TODAY.plusDays(7), now.at(), "Hall", "Sam", 12, now.version());

        assertThat(in(() -> work.change(adviser, later)).refused()).contains("so its day stays");

        assertThat(in(() -> sessions.find(school.id(), session))).contains(now);
        assertThat(roster(session).rows()).allMatch(row -> row.mark().on().equals(TODAY));
        GroupSession elsewhere =
                new GroupSession(session, now.intervention(), TODAY, now.at(), "Hall", "Sam", 12, now.version());
        assertThat(in(() -> work.change(adviser, elsewhere)).refused()).isEmpty();
    }

    @Test
    void aSessionHeldLastWeekIsEnteredWithItsListAndRegister() {
        LocalDate held = TODAY.minusDays(7);
        UUID session = held(held);
        accepted(2);
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set raised_at = raised_at - interval '30 days'")
                        .update());

        assertThat(choose(session).handedBack()).isEmpty();
        mark(session, Map.of(row(session), What.DELIVERED));

        assertThat(row(session).mark().on()).isEqualTo(held);
        assertThat(states()).containsExactlyInAnyOrder(State.DELIVERED, State.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "14:30,14:30",
        "14.30,14:30",
        "1430,14:30",
        "2.30pm,14:30",
        "2:30 PM,14:30",
        "2pm,14:00",
        "12am,00:00",
        "12.15 p.m.,12:15",
        "930,09:30",
        "11am,11:00"
    })
    void timesAreReadAsPeopleWriteThem(String typed, LocalTime time) {
        assertThat(form(typed).mistakes(true, TODAY, TODAY)).isEmpty();
        assertThat(form(typed).session(UUID.randomUUID()).at()).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "14:60", "13pm", "0am", "14", "noon"})
    void whatIsNoTimeIsHandedBack(String typed) {
        assertThat(form(typed).mistakes(true, TODAY, TODAY))
                .extracting(Mistake::field)
                .containsExactly("time");
    }

    @Test
    void whatTheLaterOfTwoDidNotTouchTakesTheNewerWord() {
        SessionForm shown = form("14:30");
        SessionForm now = new SessionForm("MAT-01", shown.on(), "14:30", "Hall", "Sam", "6", "2");
        SessionForm typed = new SessionForm("MAT-01", TypedDay.of(TODAY.plusDays(1)), "14:30", "Room 4", "", "12", "1");

        assertThat(typed.after(shown, now))
                .isEqualTo(new SessionForm("MAT-01", TypedDay.of(TODAY.plusDays(1)), "14:30", "Room 4", "", "6", "2"));
    }

    private static SessionForm form(String time) {
        return new SessionForm("MAT-01", TypedDay.of(TODAY), time, "Library", "Sam", "12", "1");
    }

    @Test
    void theSheetTakesOutcomesAndHandsBackWhatChangedMeanwhile() {
        List<UUID> delivered = delivered(3);
        List<OutcomeSheet.Line> seen = lines(delivered);
        in(() -> sheet.save(other, delivered, Map.of("outcome-" + delivered.get(0), "no_change")));

        Map<String, String> sent = new HashMap<>();
        seen.forEach(line -> sent.put("seen-" + line.delivery(), line.seen()));
        sent.put("outcome-" + delivered.get(0), "helped");
        sent.put("outcome-" + delivered.get(1), "helped");
        sent.put("note-" + delivered.get(1), "Two grades up");
        var saved = in(() -> sheet.save(adviser, delivered, sent));

        assertThat(saved.counted()).isOne();
        assertThat(saved.told()).containsOnlyKeys(delivered.get(0));
        assertThat(saved.told().get(delivered.get(0))).isEqualTo("Sam A recorded meanwhile: no change.");
        assertThat(lines(delivered).get(1).note()).isEqualTo("Two grades up");
        var again = in(() -> sheet.again(sheet.read(school.id(), delivered), sent, saved))
                .get(0);
        assertThat(again.outcome()).isEqualTo("helped");
        assertThat(again.was()).isEqualTo("no_change");
    }

    @Test
    void aDeliveryComesUpForReviewUntilSomebodySaysWhatItChanged() {
        UUID delivery = delivered(1).get(0);
        LocalDate due = TODAY.plusDays(Reviews.AFTER);
        assertThat(due(due.minusDays(1))).isEmpty();
        assertThat(due(due)).hasSize(1);

        in(() -> sheet.save(
                adviser, List.of(delivery), Map.of("outcome-" + delivery, "too_early", "again-" + delivery, "6")));
        assertThat(due(TODAY.plusWeeks(6).minusDays(1))).isEmpty();
        assertThat(due(TODAY.plusWeeks(6))).hasSize(1);

        String seen = lines(List.of(delivery)).get(0).seen();
        in(() -> sheet.save(
                adviser, List.of(delivery), Map.of("outcome-" + delivery, "helped", "seen-" + delivery, seen)));
        assertThat(due(TODAY.plusYears(1))).isEmpty();
    }

    @Test
    void thirtyStudentsTakeNoMoreStatementsThanTwo() {
        int few = statements(2);
        school = schools.school();
        adviser = member();
        assertThat(statements(30)).isEqualTo(few);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from group_session_deliveries",
                "update delivery_outcome_texts set note = ''",
                "delete from delivery_reviews",
                "delete from group_sessions"
            })
    void whatWasRecordedCanOnlyBeAdded(String change) {
        assertThatThrownBy(() -> students.in(school.id(), () -> sql.sql(change).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aSheetTakesOnlyLinesThatAreOnIt() {
        UUID session = planned(2, 12);
        List<Roster.Row> rows = roster(session).rows();
        mark(session, Map.of(rows.get(0), What.DELIVERED, rows.get(1), What.DELIVERED));
        List<UUID> delivered = in(() -> rosters.of(school.id(), session)).delivered();
        Map<String, String> sent =
                Map.of("outcome-" + delivered.get(0), "helped", "outcome-" + delivered.get(1), "helped");

        var saved = in(() -> sheet.save(adviser, delivered, delivered.get(0)::equals, sent));

        assertThat(saved.counted()).isOne();
        assertThat(saved.told()).containsOnlyKeys(delivered.get(1));
    }

    /** Of choosing, keeping the register and filling the mark sheet. */
    private int statements(int many) {
        UUID session = session(many);
        accepted(many);
        int all = CountedStatements.during(() -> choose(session));
        List<Roster.Row> rows = roster(session).rows();
        Map<Roster.Row, What> present = new HashMap<>();
        rows.forEach(row -> present.put(row, What.DELIVERED));
        all += CountedStatements.during(() -> mark(session, present));
        List<UUID> delivered = roster(session).delivered();
        Map<String, String> sent = new HashMap<>();
        delivered.forEach(one -> sent.put("outcome-" + one, "helped"));
        all += CountedStatements.during(() -> in(() -> sheet.save(adviser, delivered, sent)));
        assertThat(in(() -> reviews.of(school.id(), delivered))).hasSize(many).noneMatch(Review::open);
        return all;
    }

    private List<UUID> delivered(int many) {
        UUID session = planned(many, 12);
        Map<Roster.Row, What> present = new HashMap<>();
        roster(session).rows().forEach(row -> present.put(row, What.DELIVERED));
        mark(session, present);
        return roster(session).delivered();
    }

    private List<OutcomeSheet.Line> lines(List<UUID> delivered) {
        return in(() -> sheet.lines(sheet.read(school.id(), delivered)));
    }

    private List<Review> due(LocalDate until) {
        return in(() -> reviews.due(school.id(), until, 10));
    }

    private UUID planned(int many, int places) {
        UUID session = session(places);
        accepted(many);
        assertThat(choose(session).counted()).isEqualTo(many);
        return session;
    }

    private UUID session(int places) {
        return in(() -> work.plan(
                adviser,
                new GroupSession(UUID.randomUUID(), "MAT-01", TODAY, Optional.empty(), "Library", "Sam", places, 0)));
    }

    private void accepted(int many) {
        for (int number = 1; number <= many; number++) {
            students.enrol(school.id(), "A" + number, WEAK_MATHS);
        }
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set state = 'ACCEPTED', decided_term_id = term_id"
                                + " where intervention = 'MAT-01'")
                        .update());
    }

    private SessionWork.Result choose(UUID session) {
        return in(() -> {
            Map<UUID, Optional<UUID>> chosen = new HashMap<>();
            GroupSession kept = sessions.find(school.id(), session).orElseThrow();
            rosters.candidates(school.id(), kept, TODAY)
                    .students()
                    .forEach(one -> chosen.put(one.recommendation().id(), one.seen()));
            return work.add(adviser, session, chosen);
        });
    }

    private SessionWork.Result mark(UUID session, Map<Roster.Row, What> says) {
        List<SessionWork.Mark> marks = new ArrayList<>();
        says.forEach((row, what) ->
                marks.add(new SessionWork.Mark(row.id(), row.mark().id(), Optional.of(what))));
        return in(() -> work.mark(adviser, session, marks));
    }

    private void off(UUID session) {
        Roster.Row row = row(session);
        in(() -> work.mark(
                adviser,
                session,
                List.of(new SessionWork.Mark(row.id(), row.mark().id(), Optional.empty()))));
    }

    private UUID held(LocalDate day) {
        return in(() -> work.plan(
                adviser,
                new GroupSession(UUID.randomUUID(), "MAT-01", day, Optional.empty(), "Library", "Sam", 12, 0)));
    }

    private Roster.Row row(UUID session) {
        return roster(session).rows().get(0);
    }

    private Roster roster(UUID session) {
        return in(() -> rosters.of(school.id(), session));
    }

    private List<Integer> listed() {
        return in(() -> sessions.between(school.id(), TODAY, TODAY)).stream()
                .flatMap(one -> List.of(one.students(), one.marked()).stream())
                .toList();
    }

    private List<State> states() {
        return in(() -> recommendations.ofStudents(
                        school.id(),
                        sql.sql("select id from students").query(UUID.class).list()))
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(one -> one.intervention().equals("MAT-01"))
                .map(Recommendation::state)
                .toList();
    }

    private StaffMember member() {
        TestSchools.Person person = school.person(Role.ADVISER);
        return new StaffMember(
                person.accountId(), person.staffId(), "Sam A", school.id(), school.name(), Set.of(Role.ADVISER));
    }

    private <T> T in(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        students.in(school.id(), () -> result.add(work.get()));
        return result.get(0);
    }
}
