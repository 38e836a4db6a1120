package signpost.api.trials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Versions;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;

/** A draft's book as the person's own school would judge by it, beside the one the school judges by. */
@Component
class BooksTried {

    private static final int KEPT = 8;

    private final DraftBooks drafts;
    private final Owners owners;
    private final Composition composition;
    private final Versions versions;
    private final BookInForce inForce;
    private final Cache<String, CheckedBook> layered =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    BooksTried(DraftBooks drafts, Owners owners, Composition composition, Versions versions, BookInForce inForce) {
        this.drafts = drafts;
        this.owners = owners;
        this.composition = composition;
        this.versions = versions;
        this.inForce = inForce;
    }

    /**
     * Both; nothing while the draft does not read, or the school's additions do not fit on it. Scenarios may fail: what a
     * change does is wanted before they are written anew.
     */
    Optional<Books> of(UUID school, Desk.Opened opened) {
        DraftBook book = drafts.of(school, opened.owner(), opened.draft());
        Optional<Recommender> draft = opened.owner().trust() ? withAdditions(school, book) : book.readable();
        return draft.map(ready -> new Books(inForce.agreed(), ready));
    }

    private Optional<Recommender> withAdditions(UUID school, DraftBook trusts) {
        Owner own = owners.of(school).school();
        BookFiles additions = composition.own(school, own, versions.last(own.id()));
        if (additions.paths().isEmpty()) {
            return trusts.readable();
        }
        BookFiles whole = BookFiles.layered(trusts.own(), additions);
        return layered.get(whole.digest(), digest -> CheckedBook.knownToPass(whole)) instanceof CheckedBook.Ready ready
                ? Optional.of(ready.recommender())
                : Optional.empty();
    }
}
