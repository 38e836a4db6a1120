package signpost.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.recommendations.OneSchool;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Showings;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Api;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Everything a recommendation goes through leaves a line that nobody can change. */
@SignpostTest
class RecommendationHistoryTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Histories histories;

    @Autowired
    Showings showings;

    @Autowired
    Recommendations recommendations;

    @Autowired
    OneSchool one;

    @Autowired
    BookInForce book;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private Api mis;
    private UUID student;

    @BeforeEach
    void aStudentWithWeakMaths() {
        school = schools.school();
        mis = new Api(port, school.token());
        student = students.enrol(school.id(), "A1", WEAK_MATHS);
    }

    @Test
    void fromTheRulesToTheOutcomeEverythingIsThere() {
        StaffMember adviser = adviser();
        shown(adviser);
        shown(adviser);
        String decision = send("feedback", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");
        send("feedback/" + decision + "/undo", "{\"decidedBy\":\"Two\"}");
        send(
                "feedback",
                "{\"outcome\":\"accepted\",\"decidedBy\":\"Three\",\"overrideReason\":{\"comment\":\"Agreed\"}}");
        send(
                "deliveries",
                "{\"what\":\"delivered\",\"on\":\"" + LocalDate.now()
                        + "\",\"recordedBy\":\"Four\",\"outcome\":\"helped\"}");

        assertThat(words())
                .extracting(HistoryWords.Line::what)
                .satisfiesExactly(
                        what -> assertThat(what).isEqualTo("Suggested"),
                        what -> assertThat(what).startsWith("Asked for by rule book "),
                        what -> assertThat(what).isEqualTo("Reasons shown to Sam A"),
                        what -> assertThat(what).isEqualTo("Accepted by One"),
                        what -> assertThat(what).isEqualTo("Decision undone by Two"),
                        what -> assertThat(what).isEqualTo("Accepted by Three"),
                        what -> assertThat(what).startsWith("Delivered on ").endsWith("recorded by Four"),
                        what -> assertThat(what).isEqualTo("How it went: it helped by Four"));
        assertThat(words().get(1).rules()).isNotEmpty();
    }

    @Test
    void whoMovedItInTheLineAndWhyIsThereAfterItIsAcceptedToo() {
        StaffMember adviser = adviser();
        UUID move = UUID.randomUUID();
        UUID recommendation = maths().id();
        students.in(school.id(), () -> {
            sql.sql("insert into capacity_moves (school_id, id, recommendation, direction, staff, moved_at)"
                            + " values (:school, :id, :recommendation, 'UP', :staff, now())")
                    .param("school", school.id())
                    .param("id", move)
                    .param("recommendation", recommendation)
                    .param("staff", adviser.staffId())
                    .update();
            sql.sql("insert into capacity_move_texts (school_id, move, moved_by, reason)"
                            + " values (:school, :id, 'Sam A', 'Leaves at half term')")
                    .param("school", school.id())
                    .param("id", move)
                    .update();
        });
        send("feedback", "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}");

        assertThat(words()).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo("Moved up in the line for places, before the others who wait, by Sam A");
            assertThat(line.words()).isEqualTo("Leaves at half term");
        });
    }

    @Test
    void reasonsThatChangeAndWhyItWasWithdrawnAreThere() {
        students.tell(school.id(), student, Map.of("maths_current", "2"));
        students.tell(school.id(), student, Map.of("maths_current", "7", "maths_predicted", "7"));

        assertThat(words())
                .extracting(HistoryWords.Line::what)
                .anyMatch(what -> what.startsWith("Asked for, with reasons that changed"))
                .last()
                .asString()
                .startsWith("Withdrawn: ");
    }

    @Test
    void whatExpiresAndWhatComesBackIsThere() {
        send(
                "feedback",
                "{\"outcome\":\"deferred\",\"decidedBy\":\"One\",\"deferredUntil\":\""
                        + LocalDate.now().plusDays(1) + "\"}");
        students.in(
                school.id(),
                () -> sql.sql("update recommendations set deferred_until = :today where state = 'DEFERRED'")
                        .param("today", LocalDate.now())
                        .update());
        one.turns(school.id());
        assertThat(words()).last().satisfies(line -> assertThat(line.what()).isEqualTo("Came back for a decision"));

        students.endTermYesterday(school.id());
        one.turns(school.id());
        assertThat(of(student).stream().flatMap(one -> words(one).stream()))
                .extracting(HistoryWords.Line::what)
                .contains("Expired: its term ended before anybody decided");
    }

    @Test
    void anotherSchoolSeesNothingOfIt() {
        Recommendation maths = maths();
        TestSchools.TestSchool other = schools.school();

        assertThat(schools.scope().within(other.id(), () -> histories.of(school.id(), maths.id())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into recommendation_events select * from recommendation_events",
                "update recommendation_events set version = 9",
                "delete from recommendation_events",
                "update recommendation_showings set version = 9",
                "delete from recommendation_showings",
                "update recommendation_explanations set version = 9",
                "delete from recommendation_explanations",
                "delete from recommendations",
                "update decisions set outcome = 'ACCEPTED'",
                "delete from decisions",
                "update decision_texts set comment = ''",
                "delete from decision_texts"
            })
    void theProgramCannotChangeHistory(String change) {
        assertThatThrownBy(() -> students.in(school.id(), () -> sql.sql(change).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private StaffMember adviser() {
        var added = school.person(Role.ADVISER);
        return new StaffMember(
                added.accountId(),
                added.staffId(),
                added.displayName(),
                school.id(),
                school.name(),
                Set.of(Role.ADVISER));
    }

    private void shown(StaffMember person) {
        students.in(school.id(), () -> showings.shown(person, List.of(maths())));
    }

    private String send(String what, String body) {
        Api.Answer sent = mis.post("/api/v1/recommendations/" + maths().id() + "/" + what, body);
        assertThat(sent.status()).as(sent.body()).isBetween(200, 201);
        return sent.json().get("id").asString();
    }

    private List<HistoryWords.Line> words() {
        return words(maths());
    }

    private List<HistoryWords.Line> words(Recommendation one) {
        var words = new HistoryWords(book.recommender().book().catalogue(), ZoneId.of("Europe/London"));
        return words.of(one, in(() -> histories.of(school.id(), one.id())));
    }

    private Recommendation maths() {
        return of(student).stream()
                .filter(made -> made.intervention().equals("MAT-01"))
                .findFirst()
                .orElseThrow();
    }

    private List<Recommendation> of(UUID whose) {
        return in(() -> recommendations.ofStudents(school.id(), List.of(whose)).getOrDefault(whose, List.of()));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
