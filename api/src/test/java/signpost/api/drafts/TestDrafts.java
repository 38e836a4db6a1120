package signpost.api.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problem;

/** Writes drafts as the pages do; all inside the scope of a school. */
@TestComponent
public class TestDrafts {

    private final Drafting drafting;
    private final Drafts drafts;
    private final DraftBooks books;

    TestDrafts(Drafting drafting, Drafts drafts, DraftBooks books) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.books = books;
    }

    /** A draft with these texts in it. */
    public UUID draft(UUID school, Owner owner, Person by, Map<String, String> texts) {
        UUID id = drafting.start(owner, "A draft", by, false).id();
        texts.forEach((path, text) -> save(school, owner, id, path, text, by));
        return id;
    }

    /** Saves a file of a draft as it is now; true, or the test fails. */
    public boolean save(UUID school, Owner owner, UUID id, String path, String text, Person by) {
        Draft draft = drafts.find(id).orElseThrow();
        Saving saving = drafting.save(
                school, owner, id, new Drafting.Opened(draft.base(), draft.revision()), path, text, Map.of(), by);
        assertThat(saving).isInstanceOf(Saving.Saved.class);
        return true;
    }

    /** Puts a file into a draft byte for byte. */
    public boolean put(UUID school, Owner owner, UUID id, String path, String text, Person by) {
        assertThat(drafting.put(school, owner, id, path, text.getBytes(StandardCharsets.UTF_8), by))
                .isInstanceOf(Saving.Saved.class);
        return true;
    }

    /** Brings a draft up to date, without conflicts. */
    public boolean update(UUID school, Owner owner, UUID id, Person by) {
        assertThat(drafting.update(school, owner, id, Map.of(), by)).isInstanceOf(Saving.Saved.class);
        return true;
    }

    /** How often a draft was saved. */
    public int revision(UUID id) {
        return drafts.find(id).orElseThrow().revision();
    }

    /** The owner's files in a draft. */
    public BookFiles own(UUID school, Owner owner, UUID id) {
        return books.of(school, owner, drafts.find(id).orElseThrow()).own();
    }

    /** What is wrong with a draft. */
    public List<Problem> problems(UUID school, Owner owner, UUID id) {
        return books.of(school, owner, drafts.find(id).orElseThrow()).problems();
    }
}
