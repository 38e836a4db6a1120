package signpost.api.drafts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.CheckedBooks;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** The books that drafts make, checked. */
@Component
public class DraftBooks {

    private final Composition composition;
    private final DraftFiles files;
    private final CheckedBooks checked;

    DraftBooks(Composition composition, DraftFiles files, CheckedBooks checked) {
        this.composition = composition;
        this.files = files;
        this.checked = checked;
    }

    /** A draft as it stands, for the school that is worked for. */
    public DraftBook of(UUID school, Owner owner, Draft draft) {
        DraftBook book = of(school, owner, own(school, owner, draft, draft.revision()));
        return book.checked() instanceof CheckedBook.Refused refused
                ? book.refused(takenAway(school, owner, draft, refused.problems()))
                : book;
    }

    /** The same problems, with another advice where the draft took away what is missing. */
    List<Problem> takenAway(UUID school, Owner owner, Draft draft, List<Problem> problems) {
        return TakenAway.told(
                problems, () -> base(school, owner, draft).readable().map(Recommender::book));
    }

    /** The same of files that are not saved. */
    public DraftBook of(UUID school, Owner owner, BookFiles own) {
        BookFiles whole = composition.whole(school, owner, own);
        CheckedBooks.Checked found = checked.of(whole);
        return new DraftBook(own, whole, found.checked(), found.readable());
    }

    /**
     * A draft with this text in one of its files, which nobody has saved.
     *
     * @param own the owner's own files
     * @param whole the book as the school would judge by it; nothing of it is checked
     */
    public record Typed(BookFiles own, BookFiles whole) {

        /** A path of the whole book as the owner calls it. */
        String owns(String path) {
            return DraftBook.own(whole, path);
        }
    }

    /** A draft as somebody types it. Nothing of it is kept: it changes with every key. */
    public Typed typed(UUID school, Owner owner, Draft draft, String path, String typed) {
        BookFiles saved = own(school, owner, draft, draft.revision());
        FileText file = FileText.of(saved, path);
        BookFiles own = new BookFiles(Map.of(path, file.bytes(file.asWritten(typed)))).over(saved, saved.paths());
        return new Typed(own, composition.whole(school, owner, own));
    }

    /** Whether the draft has this file. */
    boolean has(UUID school, Owner owner, Draft draft, String path) {
        return own(school, owner, draft, draft.revision()).paths().contains(path);
    }

    /** The book a draft began from. */
    public DraftBook base(UUID school, Owner owner, Draft draft) {
        return of(school, owner, composition.own(school, owner, draft.base()));
    }

    /** The owner's files as the draft had them at a revision. */
    BookFiles own(UUID school, Owner owner, Draft draft, int revision) {
        return own(school, owner, draft, draft.base(), revision);
    }

    /** The same at a revision when the draft had another base. */
    public BookFiles own(UUID school, Owner owner, Draft draft, int base, int revision) {
        return files.over(composition.own(school, owner, base), draft, revision);
    }

    /** Everybody who saved a file of the draft. */
    public List<Person> writers(Draft draft) {
        return files.writers(draft);
    }
}
