package signpost.api.drafts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.rulebook.BookFiles;

/** Takes back what somebody did in a draft: the last save, a file's changes, the discarding. Nothing is lost by it. */
@Service
class PuttingBack {

    private final Drafts drafts;
    private final DraftFiles files;
    private final DraftBooks books;
    private final Drafting drafting;

    PuttingBack(Drafts drafts, DraftFiles files, DraftBooks books, Drafting drafting) {
        this.drafts = drafts;
        this.files = files;
        this.books = books;
        this.drafting = drafting;
    }

    /**
     * The save that can be undone; nothing where there is none, or where it brought the draft up to date with what was
     * published: the draft would undo that publication too.
     */
    @Transactional(readOnly = true)
    public Optional<DraftFiles.Last> last(Draft draft) {
        return draft.open() ? files.last(draft).filter(last -> !last.rebased()) : Optional.empty();
    }

    /**
     * Makes the draft what it was before its last save. That is a save of its own, and can be undone in turn.
     *
     * @param revision the draft's as the person saw it
     */
    @Transactional
    public Saving undo(UUID school, Desk.Opened opened, int revision, Person by) {
        Draft draft = drafts.lock(opened.draft().id()).orElseThrow();
        Optional<DraftFiles.Last> last = last(draft);
        if (draft.revision() != revision) {
            return new Saving.Refused("The draft was changed while this page was open. Look at it as it is now.");
        }
        if (last.isEmpty()) {
            return new Saving.Refused("There is nothing to undo.");
        }
        BookFiles before = books.own(school, opened.owner(), draft, last.get().revision() - 1);
        return drafting.replace(school, opened.owner(), draft.id(), before, by);
    }

    /** Makes one file what it was when the draft began, or was brought up to date last; a new file goes. */
    @Transactional
    public Saving file(UUID school, Desk.Opened opened, String path, Person by) {
        Draft draft = drafts.lock(opened.draft().id()).orElseThrow();
        BookFiles base = books.base(school, opened.owner(), draft).own();
        BookFiles now = books.own(school, opened.owner(), draft, draft.revision());
        if (!base.paths().contains(path) && !now.paths().contains(path)) {
            return new Saving.Refused("The draft never had this file.");
        }
        Map<String, byte[]> all = new TreeMap<>();
        now.paths().forEach(one -> all.put(one, now.bytes(one)));
        all.remove(path);
        if (base.paths().contains(path)) {
            all.put(path, base.bytes(path));
        }
        return drafting.replace(school, opened.owner(), draft.id(), new BookFiles(all), by);
    }
}
