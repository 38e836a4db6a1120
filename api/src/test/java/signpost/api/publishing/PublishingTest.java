package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** A draft comes in force once a second person has approved it, and never otherwise. */
@SignpostTest
class PublishingTest {

    static final String RULE = """
            Rule: Third year of sixth form
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

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
    DueBooks due;

    @Autowired
    Versions versions;

    @Autowired
    BookInForce book;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private StaffMember author;
    private StaffMember second;

    @BeforeEach
    void twoPeople() {
        school = schools.school();
        author = person(Role.HEAD_OF_DESTINATIONS);
        second = person(Role.SENIOR_LEADER);
    }

    private StaffMember person(Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }

    private static Person by(StaffMember person) {
        return new Person(person.displayName(), java.util.Optional.of(person.accountId()));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private Draft draft(UUID id) {
        return within(() -> drafts.find(id)).orElseThrow();
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private UUID written() {
        return within(() -> typing.draft(school.id(), own(), by(author), Map.of("topics/own.txt", RULE)));
    }

    private Answer propose(UUID id, StaffMember person, LocalDate from) {
        return within(() -> {
            Desk.Opened opened = desk.open(person, id);
            return proposing.propose(
                    school.id(), opened, opened.draft().revision(), "Nobody should be forgotten", from, by(person));
        });
    }

    private Answer approve(UUID id, StaffMember person) {
        return within(() -> {
            Desk.Opened opened = desk.open(person, id);
            return approving.approve(school.id(), opened, opened.draft().revision(), "", by(person));
        });
    }

    private Answer publish(UUID id) {
        return within(() -> publishing.publish(school.id(), own(), id));
    }

    private List<String> rules() {
        return within(() ->
                book.agreed().book().rules().stream().map(rule -> rule.name()).toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Test
    void whatASecondPersonApprovesIsInForce() {
        UUID id = written();
        assertThat(propose(id, author, today())).isInstanceOf(Answer.Done.class);
        assertThat(rules()).doesNotContain("Third year of sixth form");
        assertThat(approve(id, second)).isInstanceOf(Answer.Done.class);
        assertThat(publish(id)).isInstanceOf(Answer.Done.class);

        assertThat(rules()).contains("Third year of sixth form");
        Version version = within(() -> versions.find(school.id(), 1)).orElseThrow();
        assertThat(version.author()).isEqualTo(by(author));
        assertThat(version.approver()).isEqualTo(by(second));
        assertThat(version.reason()).isEqualTo("Nobody should be forgotten");
        assertThat(version.changes())
                .anySatisfy(change -> assertThat(change.what()).contains("Third year"));
        assertThat(draft(id).state()).isEqualTo(DraftState.PUBLISHED);
    }

    @Test
    void nobodyApprovesWhatTheyHadAHandIn() {
        UUID id = written();
        propose(id, author, today());
        assertThat(approve(id, author)).isInstanceOf(Answer.Refused.class);

        StaffMember colleague = person(Role.HEAD_OF_DESTINATIONS);
        within(() -> proposing.takeBack(id, by(author)));
        within(() -> typing.save(school.id(), own(), id, "topics/own.txt", RULE + "# A note\n", by(colleague)));
        propose(id, author, today());
        assertThat(approve(id, colleague)).isInstanceOf(Answer.Refused.class);
        assertThat(publish(id)).isInstanceOf(Answer.Refused.class);
        assertThat(rules()).doesNotContain("Third year of sixth form");
        assertThat(approve(id, second)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aBrokenBookIsNotProposed() {
        UUID id = within(() -> typing.draft(
                school.id(), own(), by(author), Map.of("topics/own.txt", RULE.replace("PGI-01", "PGI-99"))));
        assertThat(propose(id, author, today())).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whatIsApprovedForALaterDayWaitsForIt() {
        UUID id = written();
        propose(id, author, today().plusDays(3));
        approve(id, second);
        due.publish();
        assertThat(rules()).doesNotContain("Third year of sixth form");
        assertThat(draft(id).state()).isEqualTo(DraftState.APPROVED);
    }

    @Test
    void anotherVersionMeanwhileSendsAnApprovedDraftBack() {
        UUID one = written();
        UUID other = within(() -> typing.draft(
                school.id(),
                own(),
                by(author),
                Map.of("topics/other.txt", RULE.replace("Third year", "Year fourteen"))));
        propose(one, author, today());
        propose(other, author, today());
        approve(one, second);
        approve(other, second);
        assertThat(publish(one)).isInstanceOf(Answer.Done.class);

        assertThat(publish(other)).isInstanceOf(Answer.Refused.class);
        assertThat(draft(other).state()).isEqualTo(DraftState.DRAFT);
        assertThat(draft(other).answer()).contains("Version 1 was published");
        assertThat(rules()).contains("Third year of sixth form").doesNotContain("Year fourteen of sixth form");

        within(() -> typing.update(school.id(), own(), other, by(author)));
        propose(other, author, today());
        approve(other, second);
        assertThat(publish(other)).isInstanceOf(Answer.Done.class);
        assertThat(rules()).contains("Third year of sixth form", "Year fourteen of sixth form");
    }

    @Test
    void goingBackIsANewVersionWithTheOldFiles() {
        UUID id = written();
        propose(id, author, today());
        approve(id, second);
        publish(id);
        List<String> changed = rules();

        Answer back = within(() -> publishing.rollBack(school.id(), own(), 0, 1, "Too many", by(second)));

        assertThat(back).isInstanceOf(Answer.Done.class);
        assertThat(changed).contains("Third year of sixth form");
        assertThat(rules()).doesNotContain("Third year of sixth form");
        assertThat(within(() -> versions.of(school.id())))
                .extracting(Version::number)
                .containsExactly(2, 1);
        assertThat(within(() -> publishing.rollBack(school.id(), own(), 0, 1, "Again", by(second))))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aTextKeepsItsBytesWhereNobodyChangedIt() {
        String before = within(() -> new String(
                typing.own(school.id(), own(), written()).bytes("topics/attendance.txt"), StandardCharsets.UTF_8));
        assertThat(before).contains("Rule: Persistent absence");
    }
}
