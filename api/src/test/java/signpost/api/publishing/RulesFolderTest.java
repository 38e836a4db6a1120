package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.drafts.FromFolder;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Owners;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** A head of destinations edits files in a folder: what changed is proposed, and nothing is in force by itself. */
@SignpostTest
class RulesFolderTest {

    private static final String RULE = """
            Rule: Third year of sixth form
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;

    @TempDir
    Path folder;

    @Autowired
    TestSchools schools;

    @Autowired
    Schools all;

    @Autowired
    Owners owners;

    @Autowired
    Drafts drafts;

    @Autowired
    FromFolder fromFolder;

    @Autowired
    Proposing proposing;

    @Autowired
    Approving approving;

    @Autowired
    Publishing publishing;

    @Autowired
    Desk desk;

    @Autowired
    BookInForce book;

    private TestSchools.TestSchool school;
    private RulesFolder watched;

    @BeforeEach
    void aSchoolAndItsFolder() {
        school = schools.school();
        watched = watching(school.urn());
    }

    private RulesFolder watching(String owner) {
        return new RulesFolder(folder.toString(), owner, all, owners, schools.scope(), fromFolder, proposing);
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private List<Draft> in(DraftState state) {
        return schools.scope().within(school.id(), () -> drafts.in(school.id(), state));
    }

    private List<String> rules() {
        return schools.scope()
                .within(
                        school.id(),
                        () -> book.agreed().book().rules().stream()
                                .map(rule -> rule.name())
                                .toList());
    }

    @Test
    void aSavedRuleIsProposedAndComesInForceOnceApproved() throws IOException {
        file("topics/own.txt", RULE);
        watched.look();
        watched.look();

        Draft proposed = in(DraftState.PROPOSED).get(0);
        assertThat(in(DraftState.PROPOSED)).hasSize(1);
        assertThat(proposed.author().account()).isEmpty();
        assertThat(rules()).doesNotContain("Third year of sixth form");

        var person = school.person(Role.SENIOR_LEADER);
        var leader = new StaffMember(
                person.accountId(),
                person.staffId(),
                person.displayName(),
                school.id(),
                school.name(),
                Set.of(Role.SENIOR_LEADER));
        schools.scope().within(school.id(), () -> {
            Desk.Opened opened = desk.open(leader, proposed.id());
            approving.approve(
                    school.id(),
                    opened,
                    proposed.revision(),
                    "",
                    new signpost.api.rulebooks.Version.Person("Sam S", java.util.Optional.of(person.accountId())));
            publishing.publish(school.id(), opened.owner(), proposed.id());
        });
        assertThat(rules()).containsExactly("Third year of sixth form");
        watching(school.urn()).look();
        assertThat(in(DraftState.PROPOSED)).isEmpty();
    }

    @Test
    void aFolderThatIsChangedAgainTakesThePlaceOfTheFormerProposal() throws IOException {
        file("topics/own.txt", RULE);
        watched.look();
        file("topics/own.txt", RULE.replace("year 14", "year 13"));
        watched.look();

        assertThat(in(DraftState.PROPOSED)).hasSize(1);
        assertThat(in(DraftState.DISCARDED)).hasSize(1);
    }

    @Test
    void aBrokenFileIsADraftUntilItIsMended() throws IOException {
        file("topics/own.txt", RULE.replace("PGI-01", "PGI-99"));
        watched.look();
        assertThat(in(DraftState.PROPOSED)).isEmpty();
        assertThat(in(DraftState.DRAFT)).hasSize(1);

        file("topics/own.txt", RULE);
        watched.look();
        assertThat(in(DraftState.PROPOSED)).hasSize(1);
        assertThat(in(DraftState.DRAFT)).isEmpty();
    }

    @Test
    void whatDoesNotBelongIntoABookKeepsItFromBeingProposed() throws IOException {
        file("topics/own.txt", RULE);
        file("topics/notes.doc", "Notes");
        watched.look();
        assertThat(in(DraftState.PROPOSED)).isEmpty();
        assertThat(in(DraftState.DRAFT)).hasSize(1);
    }

    @Test
    void aTrustsFolderIsTheTrusts() throws IOException {
        var trust = all.trust("Trust " + school.urn());
        all.join(school.id(), trust);
        file("topics/own.txt", RULE);
        watching("Trust " + school.urn()).look();

        assertThat(schools.scope().within(school.id(), () -> drafts.in(trust, DraftState.PROPOSED)))
                .hasSize(1);
        assertThat(in(DraftState.PROPOSED)).isEmpty();
    }

    @Test
    void nobodysFolderIsNotRead() throws IOException {
        file("topics/own.txt", RULE);
        watching("999999").look();
        assertThat(in(DraftState.PROPOSED)).isEmpty();
    }
}
