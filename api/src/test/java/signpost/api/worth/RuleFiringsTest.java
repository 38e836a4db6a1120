package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.terms.Terms;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** For whom each rule fired is kept for each term, whatever the rules say later. */
@SignpostTest
class RuleFiringsTest {

    private static final String FLAGS = "RONI substantial support";
    private static final String POINTS = "RONI in care";

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Counted counted;

    @Autowired
    LinesOfTerm lines;

    @Autowired
    LookingAt looking;

    @Autowired
    Terms terms;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private UUID student;
    private UUID term;

    @BeforeEach
    void aStudentWithManyPoints() {
        school = schools.school();
        student = students.enrol(
                school.id(),
                "A1",
                Map.of(
                        "nc_year",
                        "11",
                        "enrol_status",
                        "C",
                        "in_care",
                        "Y",
                        "fsm_eligible",
                        "Y",
                        "attendance_pct",
                        "84"));
        term = now();
    }

    @Test
    void aRuleThatOnlyFlagsCountsInATermThatIsOver() {
        students.endTermYesterday(school.id());
        students.tell(school.id(), student, Map.of("in_care", "N", "fsm_eligible", "N", "attendance_pct", "97"));

        assertThat(now()).isNotEqualTo(term);
        assertThat(fired(FLAGS, term)).isEqualTo(1);
        assertThat(fired(FLAGS, now())).isZero();
    }

    @Test
    void aFlagRaisedAndClearedInATermCountsInIt() {
        students.tell(school.id(), student, Map.of("in_care", "N", "fsm_eligible", "N", "attendance_pct", "97"));

        assertThat(fired(FLAGS, term)).isEqualTo(1);
        assertThat(fired("Persistent absence", term)).isEqualTo(1);
        assertThat(in(() -> counted.students(school.id(), term)).get(FLAGS)).containsExactly(student);
    }

    @Test
    void aRuleThatOnlyGivesPointsHasFigures() {
        StaffMember head = head();

        assertThat(fired(POINTS, term)).isEqualTo(1);
        assertThat(in(() -> lines.lines(head)))
                .containsEntry(POINTS, "Fired for 1 student this term.")
                .containsEntry("RONI custody", "Has not fired this term.");
        assertThat(neverFired(head)).contains("RONI custody").doesNotContain(POINTS, FLAGS);
    }

    @Test
    void whatFiresLaterIsAddedAndNothingTwice() {
        students.tell(school.id(), student, Map.of("custody", "Y"));
        students.tell(school.id(), student, Map.of("custody", "N"));
        students.tell(school.id(), student, Map.of("custody", "Y"));

        assertThat(kept())
                .hasSize(1)
                .allSatisfy(rules -> assertThat(rules).doesNotHaveDuplicates().contains(POINTS, "RONI custody"));
    }

    @Test
    void anotherSchoolSeesNoneOfIt() {
        UUID foreign = schools.school().id();

        assertThat(kept(foreign)).isEmpty();
        assertThat(schools.scope().within(foreign, () -> counted.students(school.id(), term)))
                .isEmpty();
    }

    @Test
    void whatWasKnownBeforeIsFilledIn() {
        Set<String> filled = Set.copyOf(seen(
                school.id(),
                () -> sql.sql("select rule from (" + fill() + ") f (s, t, u, rules, b), unnest(f.rules) rule")
                        .query(String.class)
                        .list()));

        assertThat(filled).contains(FLAGS, "Persistent absence").doesNotContain(POINTS);
        assertThat(kept()).allSatisfy(rules -> assertThat(rules).containsAll(filled));
    }

    /** What the migration reads of the tables that were there before. */
    private static String fill() {
        try (var file = RuleFiringsTest.class.getResourceAsStream("/db/migration/V43__rule_firings.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int from = text.indexOf("  select school_id, term_id, student, array_agg");
            return text.substring(from, text.indexOf(";", from));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<List<String>> kept() {
        return kept(school.id());
    }

    private List<List<String>> kept(UUID reader) {
        return seen(
                reader,
                () -> sql.sql("select rules from rule_firings where school_id = :school and student = :student")
                        .param("school", school.id())
                        .param("student", student)
                        .query((row, number) ->
                                List.of((String[]) row.getArray("rules").getArray()))
                        .list());
    }

    private <T> List<T> seen(UUID reader, Supplier<List<T>> look) {
        return schools.scope()
                .within(
                        reader,
                        () -> Optional.ofNullable(transactions.execute(status -> look.get()))
                                .orElseThrow());
    }

    private List<String> neverFired(StaffMember person) {
        return in(() -> looking.rules(person)).stream()
                .filter(one -> one.id().equals("never-fired"))
                .flatMap(one -> one.rules().stream())
                .map(ToLookAt.Line::rule)
                .toList();
    }

    private int fired(String rule, UUID in) {
        return in(() -> counted.ofRule(school.id(), rule)).stream()
                .filter(one -> one.term().equals(in))
                .mapToInt(RuleCounts::fired)
                .sum();
    }

    private UUID now() {
        return in(() -> terms.on(school.id(), LocalDate.now(clock)).id());
    }

    private StaffMember head() {
        var added = school.person(Role.HEAD_OF_DESTINATIONS);
        return new StaffMember(
                added.accountId(),
                added.staffId(),
                added.displayName(),
                school.id(),
                school.name(),
                Set.of(Role.HEAD_OF_DESTINATIONS));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
