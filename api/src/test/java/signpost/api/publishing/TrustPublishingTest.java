package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.web.server.ResponseStatusException;
import signpost.api.drafts.Desk;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** A trust's book is written by whoever is named for it, and reaches every school it fits. */
@SignpostTest
class TrustPublishingTest {

    private static final String RULE = """
            Rule: %s
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
    Schools all;

    @Autowired
    TestBooks books;

    @Autowired
    TestDrafts typing;

    @Autowired
    Desk desk;

    @Autowired
    Proposing proposing;

    @Autowired
    Approving approving;

    @Autowired
    Publishing publishing;

    @Autowired
    TrustSchools trustSchools;

    @Autowired
    TrustProposals coming;

    @Autowired
    BookInForce book;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool one;
    private TestSchools.TestSchool other;
    private Owner trust;
    private StaffMember author;
    private StaffMember second;

    @BeforeEach
    void aTrustOfTwoSchools() {
        one = schools.school("First School");
        other = schools.school("Other School");
        UUID id = all.trust("Trust " + one.urn());
        trust = new Owner(id, true, "Trust " + one.urn());
        all.join(one.id(), id);
        all.join(other.id(), id);
        author = person(Role.HEAD_OF_DESTINATIONS, true);
        second = person(Role.HEAD_OF_DESTINATIONS, true);
    }

    private StaffMember person(Role role, boolean trusts) {
        var person = one.person(role);
        if (trusts) {
            assertThat(all.addTrustEditor(trust.id(), person.username())).isTrue();
        }
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), one.id(), one.name(), Set.of(role));
    }

    private static Person by(StaffMember person) {
        return new Person(person.displayName(), Optional.of(person.accountId()));
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(one.id(), work);
    }

    private UUID draft(Map<String, String> texts) {
        return within(() -> typing.draft(one.id(), trust, by(author), texts));
    }

    private Answer propose(UUID id) {
        return within(() -> {
            Desk.Opened opened = desk.open(author, id);
            return proposing.propose(
                    one.id(), opened, opened.draft().revision(), "For all schools", LocalDate.now(clock), by(author));
        });
    }

    private Answer published(UUID id) {
        return within(() -> {
            Desk.Opened opened = desk.open(author, id);
            proposing.propose(
                    one.id(), opened, opened.draft().revision(), "For all schools", LocalDate.now(clock), by(author));
            opened = desk.open(second, id);
            approving.approve(one.id(), opened, opened.draft().revision(), "", by(second));
            return publishing.publish(one.id(), trust, id);
        });
    }

    private List<String> rules(TestSchools.TestSchool school) {
        return schools.scope()
                .within(
                        school.id(),
                        () -> book.agreed().book().rules().stream()
                                .map(rule -> rule.name())
                                .toList());
    }

    @Test
    void itReachesEverySchool() {
        assertThat(published(draft(Map.of("topics/trusts.txt", RULE.formatted("The trust's")))))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.said()).contains("2 schools"));
        assertThat(rules(one)).contains("The trust's");
        assertThat(rules(other)).contains("The trust's");
    }

    @Test
    void whatDoesNotFitASchoolIsToldBeforeAndAfter() {
        published(draft(Map.of("topics/trusts.txt", RULE.formatted("The trust's"))));
        books.publish(other, Map.of("topics/own.txt", "Switch off: The trust's\n  Why: We do this otherwise.\n"));
        assertThat(rules(other)).doesNotContain("The trust's");

        UUID id = draft(Map.of("topics/trusts.txt", RULE.formatted("Renamed")));
        assertThat(within(() -> trustSchools.conflicts(trust, typing.own(one.id(), trust, id))))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.school()).isEqualTo("Other School");
                    assertThat(conflict.problems().get(0).message()).contains("no rule \"The trust's\"");
                });
        propose(id);
        assertThat(schools.scope()
                        .within(other.id(), () -> coming.of(other.id()))
                        .toString())
                .contains("Renamed", "no rule \"The trust's\"");
        within(() -> proposing.takeBack(id, by(author)));
        assertThat(published(id))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.said()).contains("Other School"));
        assertThat(rules(one)).contains("Renamed");
        assertThat(rules(other)).doesNotContain("Renamed");
    }

    @Test
    void nobodyElseWritesOrSeesTheTrustsDrafts() {
        UUID id = draft(Map.of("topics/trusts.txt", RULE.formatted("The trust's")));
        StaffMember stranger = person(Role.HEAD_OF_DESTINATIONS, false);
        StaffMember adviser = person(Role.ADVISER, true);

        assertThat(within(() -> desk.owners(stranger))).extracting(Owner::trust).containsExactly(false);
        assertThat(within(() -> desk.owners(adviser))).isEmpty();
        assertThatThrownBy(() -> within(() -> desk.open(stranger, id))).isInstanceOf(ResponseStatusException.class);
    }
}
