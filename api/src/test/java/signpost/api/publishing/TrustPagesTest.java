package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** Who writes a trust's book sees whom it reaches, and a school sees what is coming. */
@SignpostTest
class TrustPagesTest {

    private static final String SWITCHED_OFF = """
            Switch off: Third year of sixth form
              Why: We do this otherwise.
            """;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Schools all;

    @Autowired
    TestBooks books;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool one;
    private TestSchools.TestSchool other;
    private Owner trust;
    private TestSchools.Person author;

    @BeforeEach
    void aTrustOfTwoSchools() {
        one = schools.school("First School");
        other = schools.school("Other School");
        UUID id = all.trust("Trust " + one.urn());
        trust = new Owner(id, true, "Trust " + one.urn());
        all.join(one.id(), id);
        all.join(other.id(), id);
        author = editor();
    }

    private TestSchools.Person editor() {
        var person = one.person(Role.HEAD_OF_DESTINATIONS);
        assertThat(all.addTrustEditor(trust.id(), person.username())).isTrue();
        return person;
    }

    @Test
    void whomItReachesAndWhomItDoesNotFitIsSeenByBoth() {
        UUID before = draft(Map.of("topics/trusts.txt", ProposalPagesTest.RULE));
        Page page = browser.signedIn(port, author);
        page.navigate(url("/rule-book/drafts"));
        assertThat(words(page)).contains("Whose book?", "every school of the trust");
        Look.atBoth(page, "drafts-trust");
        propose(page, before);
        Page second = browser.signedIn(port, editor());
        second.navigate(proposal(before));
        Keyboard.press(second, "Approve");
        assertThat(words(second)).contains("It is in force at 2 schools.");

        books.publish(other, Map.of("topics/own.txt", SWITCHED_OFF));
        UUID draft = draft(Map.of("topics/trusts.txt", ProposalPagesTest.RULE.replace("Third year of", "Year 14 in")));
        page.navigate(proposal(draft));
        assertThat(words(page))
                .contains("Schools whose additions do not fit", "Other School", "Third year of sixth form");
        Look.atBoth(page, "proposal-trust");
        propose(page, draft);

        Page head = browser.signedIn(port, other.person(Role.HEAD_OF_DESTINATIONS));
        head.navigate(url("/rule-book/drafts"));
        Keyboard.press(head, "What the trust proposes");
        assertThat(words(head))
                .contains("For all schools", "What this school has added does not fit", "Year 14 in sixth form");
        Look.atBoth(head, "trust-proposals");
    }

    private void propose(Page page, UUID draft) {
        page.navigate(proposal(draft));
        page.fill("#reason", "For all schools");
        Keyboard.press(page, "Propose");
        assertThat(words(page)).contains("A second person can approve it now");
    }

    private UUID draft(Map<String, String> texts) {
        return schools.scope()
                .within(
                        one.id(),
                        () -> typing.draft(
                                one.id(),
                                trust,
                                new Person(author.displayName(), Optional.of(author.accountId())),
                                texts));
    }

    private String proposal(UUID draft) {
        return url("/rule-book/drafts/" + draft + "/proposal");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
