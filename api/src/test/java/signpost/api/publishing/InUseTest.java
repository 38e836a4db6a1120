package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** What people's records name stays in the book. */
@SignpostTest
class InUseTest {

    private static final String REASONS = "catalogue/override-reasons.csv";
    private static final String INTERVENTIONS = "catalogue/interventions.csv";
    private static final String VISIT = """
            Attribute: lucky_charm
              Called: the lucky charm
              Kind: one of
                A = a coin
                B = a feather
              Columns: lucky_charm
              Why held: for a test
            """;
    private static final String RULE = """
            Rule: Talk about the lucky charm
              Why: For a test.
              When
                the lucky charm is A
              Then
                recommend LUCK-01 within 2 weeks
              Because
                the lucky charm is {the lucky charm}
            """;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    @Autowired
    TestCohort cohort;

    @Autowired
    Desk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Proposing proposing;

    @Autowired
    Approving approving;

    @Autowired
    Publishing publishing;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private StaffMember author;
    private StaffMember second;

    /** A book with an attribute, an intervention and a rule of its own, and a student to whom all apply. */
    @BeforeEach
    void aBookInUse() {
        school = schools.school();
        author = person(Role.HEAD_OF_DESTINATIONS);
        second = person(Role.SENIOR_LEADER);
        UUID id = draft(Map.of("vocabulary/charm.txt", VISIT, "topics/charm.txt", RULE));
        save(
                id,
                INTERVENTIONS,
                text(id, INTERVENTIONS) + "LUCK-01,A lucky talk,x,tutor,0.25,teacher hour,,10;11,any,no,,,,,\n");
        assertThat(publish(id)).isInstanceOf(Answer.Done.class);
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct,lucky_charm",
                "A1,Thornley,Maya,11,11B,C,84,A");
    }

    private StaffMember person(Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }

    private static Person by(StaffMember person) {
        return new Person(person.displayName(), Optional.of(person.accountId()));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private UUID draft(Map<String, String> texts) {
        return within(() -> typing.draft(school.id(), own(), by(author), texts));
    }

    private void save(UUID id, String path, String text) {
        within(() -> typing.save(school.id(), own(), id, path, text, by(author)));
    }

    private String text(UUID id, String path) {
        return new String(within(() -> typing.own(school.id(), own(), id)).bytes(path), StandardCharsets.UTF_8);
    }

    private Answer propose(UUID id) {
        assertThat(within(() -> typing.problems(school.id(), own(), id)))
                .as("problems")
                .isEmpty();
        return proposed(id);
    }

    private Answer proposed(UUID id) {
        return within(() -> {
            Desk.Opened opened = desk.open(author, id);
            return proposing.propose(
                    school.id(), opened, opened.draft().revision(), "A test", LocalDate.now(clock), by(author));
        });
    }

    private Answer publish(UUID id) {
        assertThat(propose(id)).isInstanceOf(Answer.Done.class);
        within(() -> {
            Desk.Opened opened = desk.open(second, id);
            return approving.approve(school.id(), opened, opened.draft().revision(), "", by(second));
        });
        return within(() -> publishing.publish(school.id(), own(), id));
    }

    private void accepted() {
        int changed = within(() -> transactions.execute(
                status -> sql.sql("update recommendations set state = 'ACCEPTED' where intervention = 'LUCK-01'")
                        .update()));
        assertThat(changed).isEqualTo(1);
    }

    private UUID withoutTheIntervention() {
        UUID id = draft(Map.of("topics/charm.txt", RULE.replace("LUCK-01", "PGI-01")));
        save(id, INTERVENTIONS, text(id, INTERVENTIONS).replaceAll("LUCK-01.*\n", ""));
        return id;
    }

    private static String because(Answer answer) {
        return ((Answer.Refused) answer).because();
    }

    @Test
    void anInterventionSomebodyAcceptedStays() {
        accepted();
        UUID id = withoutTheIntervention();
        assertThat(because(propose(id)))
                .contains("LUCK-01 (A lucky talk) is accepted or put off fewer than 10 times", "\"retired\"");
        assertThat(because(within(() -> publishing.rollBack(school.id(), own(), 0, 1, "Back", by(second)))))
                .contains("LUCK-01");
    }

    @Test
    void whatOnlyARuleSuggestsMayGoWithItsRule() {
        assertThat(publish(withoutTheIntervention())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void anAttributeThatIsKnownOfStudentsStaysAndSoDoesItsValue() {
        UUID gone = draft(Map.of("vocabulary/charm.txt", VISIT.replace("lucky_charm", "charm")));
        assertThat(because(propose(gone))).contains("(lucky_charm) is known of fewer than 10 students: keep it");
        UUID value = draft(Map.of(
                "vocabulary/charm.txt",
                VISIT.replace("    A = a coin\n", ""),
                "topics/charm.txt",
                RULE.replace("is A", "is B")));
        assertThat(because(propose(value))).contains("is \"A\" for fewer than 10 students: keep that value");
        UUID other = draft(Map.of("vocabulary/charm.txt", VISIT.replace("    B = a feather\n", "    C = a stone\n")));
        assertThat(propose(other)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void anOverrideReasonThatWasGivenStaysAlsoWhenItWasGivenAfterTheApproval() {
        UUID id = draft(Map.of());
        save(id, REASONS, text(id, REASONS).replaceAll("NOT-NOW.*\n", ""));
        assertThat(propose(id)).isInstanceOf(Answer.Done.class);
        within(() -> transactions.execute(status -> sql.sql("""
                        insert into decisions (school_id, id, recommendation, version_seen, version_made, outcome,
                          override_reason, staff, decided_at, received_at)
                        select school_id, :id, id, version, version + 1, 'OVERRIDDEN', 'NOT-NOW', :staff, now(), now()
                        from recommendations where intervention = 'LUCK-01'
                        """)
                .param("id", UUID.randomUUID())
                .param("staff", author.staffId())
                .update()));
        within(() -> {
            Desk.Opened opened = desk.open(second, id);
            return approving.approve(school.id(), opened, opened.draft().revision(), "", by(second));
        });

        assertThat(because(within(() -> publishing.publish(school.id(), own(), id))))
                .contains("Override reason NOT-NOW", "was given fewer than 10 times: keep its row");
        assertThat(within(() -> drafts.find(id)).orElseThrow().state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void aPhraseThatARuleUsesCannotVanish() {
        UUID id = draft(Map.of());
        String path = "vocabulary/attendance.txt";
        save(id, path, text(id, path).replace("Called: attendance\n", "Called: presence\n"));
        assertThat(because(proposed(id))).contains("has problems");
    }
}
