package signpost.api.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.rulebooks.Owner;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;

/** What somebody did in a draft by mistake can be taken back on its page. */
@SignpostTest
class PutBackTest {

    private static final String FILE = "topics/barriers.txt";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftBooks books;

    @Autowired
    DraftFiles files;

    private TestSchools.TestSchool school;
    private Visitor head;
    private String draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        head = new Visitor(port, school.person(Role.HEAD_OF_DESTINATIONS));
        draft = head.post("/rule-book/drafts", Map.of("name", "Barriers")).path();
    }

    @Test
    void aFileTakenOutIsPutBack() {
        assertThat(head.post(draft + "/file/remove", Map.of("path", FILE)).words())
                .contains(FILE + " was taken out of the draft.", "taken away", "problems");
        Visitor.Answer back = head.post(draft + "/file/put-back", Map.of("path", FILE));
        assertThat(back.words())
                .contains(FILE + " is as it was when the draft began.", "Passed")
                .doesNotContain("taken away");
        assertThat(head.post(draft + "/file/put-back", Map.of("path", "topics/none.txt"))
                        .words())
                .contains("The draft never had this file.");
    }

    @Test
    void theLastChangeIsUndoneAndThatToo() {
        String before = text(FILE);
        save(before + "\n# once\n");
        save(before + "\n# twice\n");
        assertThat(undo().words()).contains("The last change was undone.", FILE + ", saved by");
        assertThat(text(FILE)).contains("# once").doesNotContain("# twice");
        undo();
        assertThat(text(FILE)).contains("# twice");
    }

    @Test
    void nothingIsUndoneThatThePersonHasNotSeen() {
        save("# emptied\n");
        assertThat(head.post(draft + "/undo", Map.of("revision", "0")).words())
                .contains("The draft was changed while this page was open.");
        assertThat(text(FILE)).isEqualToIgnoringWhitespace("# emptied");
    }

    @Test
    void bringingUpToDateIsNotUndone() {
        save(text(FILE) + "\n# mine\n");
        Draft now = now();
        List<DraftFiles.Saved> saved =
                List.of(new DraftFiles.Saved(FILE, Optional.of("# theirs\n".getBytes(StandardCharsets.UTF_8))));
        schools.scope().within(school.id(), () -> {
            files.save(now, now.revision() + 1, true, saved, now.author(), now.changedAt());
            return now;
        });
        assertThat(head.get(draft).words()).doesNotContain("Undo the last change");
        assertThat(undo().words()).contains("There is nothing to undo.");
    }

    @Test
    void aDiscardedDraftIsTakenUpAgain() {
        save("# mine\n");
        assertThat(head.post(draft + "/discard", Map.of()).words()).contains("Open it to take it up again");
        assertThat(head.get(draft).words()).contains("Discarded", "Take it up again");
        assertThat(head.post(draft + "/take-up", Map.of()).words()).contains("It is a draft again.", "changed");
        assertThat(text(FILE)).contains("# mine");
    }

    @Test
    void aLongFileIsOpenedAgain() {
        String line = "# " + "x".repeat(100) + "\n";
        assertThat(save(line.repeat(1_500)).status()).isEqualTo(200);
        Visitor.Answer opened = head.get(draft + "/file?path=" + FILE);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text()).contains(">\n# xxx");
    }

    private Visitor.Answer save(String text) {
        Draft now = now();
        return head.post(
                draft + "/file",
                Map.of(
                        "path",
                        FILE,
                        "text",
                        text,
                        "base",
                        Integer.toString(now.base()),
                        "revision",
                        Integer.toString(now.revision())));
    }

    private Visitor.Answer undo() {
        return head.post(draft + "/undo", Map.of("revision", Integer.toString(now().revision())));
    }

    private String text(String path) {
        return new String(
                schools.scope()
                        .within(
                                school.id(),
                                () -> books.own(
                                                school.id(),
                                                new Owner(school.id(), false, school.name()),
                                                now(),
                                                now().revision())
                                        .bytes(path)),
                StandardCharsets.UTF_8);
    }

    private Draft now() {
        return schools.scope().within(school.id(), () -> drafts.find(id())).orElseThrow();
    }

    private UUID id() {
        return UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    }
}
