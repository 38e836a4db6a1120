package signpost.api.drafts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;

/** The books that drafts make, checked. The last few are kept: a person looks at one draft many times. */
@Component
public class DraftBooks {

    private static final int KEPT = 16;

    private final Composition composition;
    private final DraftFiles files;
    private final Cache<String, Checked> checked =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DraftBooks(Composition composition, DraftFiles files) {
        this.composition = composition;
        this.files = files;
    }

    /** A draft as it stands, for the school that is worked for. */
    public DraftBook of(UUID school, Owner owner, Draft draft) {
        return of(school, owner, own(school, owner, draft, draft.revision()));
    }

    /** The same of files that are not saved. */
    public DraftBook of(UUID school, Owner owner, BookFiles own) {
        BookFiles whole = composition.whole(school, owner, own);
        Checked found = checked(whole);
        return new DraftBook(own, whole, found.checked(), found.readable());
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

    private Checked checked(BookFiles whole) {
        return whole.paths().isEmpty() ? Checked.of(whole) : checked.get(whole.digest(), digest -> Checked.of(whole));
    }

    private record Checked(CheckedBook checked, Optional<Recommender> readable) {

        static Checked of(BookFiles whole) {
            CheckedBook checked = CheckedBook.of(whole);
            CheckedBook read = checked instanceof CheckedBook.Ready ? checked : CheckedBook.knownToPass(whole);
            return new Checked(
                    checked,
                    read instanceof CheckedBook.Ready ready ? Optional.of(ready.recommender()) : Optional.empty());
        }
    }
}
