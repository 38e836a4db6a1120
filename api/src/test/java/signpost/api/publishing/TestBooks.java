package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import signpost.api.drafts.Desk;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.TestSchools;
import signpost.engine.rulebook.BookFiles;

/** Publishes books as people do: one writes and proposes, another approves. */
@TestComponent
public class TestBooks {

    private final TestSchools schools;
    private final TestDrafts drafts;
    private final Desk desk;
    private final Proposing proposing;
    private final Approving approving;
    private final Publishing publishing;
    private final Composition composition;
    private final Versions versions;
    private final Clock clock;

    TestBooks(
            TestSchools schools,
            TestDrafts drafts,
            Desk desk,
            Proposing proposing,
            Approving approving,
            Publishing publishing,
            Composition composition,
            Versions versions,
            Clock clock) {
        this.schools = schools;
        this.drafts = drafts;
        this.desk = desk;
        this.proposing = proposing;
        this.approving = approving;
        this.publishing = publishing;
        this.composition = composition;
        this.versions = versions;
        this.clock = clock;
    }

    /** Publishes these texts over the book a school has. */
    public void publish(TestSchools.TestSchool school, Map<String, String> texts) {
        StaffMember author = member(school, Role.HEAD_OF_DESTINATIONS);
        StaffMember second = member(school, Role.SENIOR_LEADER);
        Owner owner = new Owner(school.id(), false, school.name());
        schools.scope().within(school.id(), () -> {
            UUID id = drafts.draft(school.id(), owner, by(author), texts);
            Desk.Opened opened = desk.open(author, id);
            done(proposing.propose(
                    school.id(), opened, opened.draft().revision(), "A test", LocalDate.now(clock), by(author)));
            opened = desk.open(second, id);
            done(approving.approve(school.id(), opened, opened.draft().revision(), "", by(second)));
            done(publishing.publish(school.id(), owner, id));
        });
    }

    /** The files of a school's own book with these texts over them; inside its scope. */
    public BookFiles over(UUID school, Map<String, String> texts) {
        Owner owner = new Owner(school, false, "");
        BookFiles now = composition.own(school, owner, versions.last(school));
        Map<String, byte[]> files = new TreeMap<>();
        now.paths().forEach(path -> files.put(path, now.bytes(path)));
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new BookFiles(files);
    }

    private static void done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private static StaffMember member(TestSchools.TestSchool school, Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }

    private static Person by(StaffMember person) {
        return new Person(person.displayName(), Optional.of(person.accountId()));
    }
}
