package signpost.api.rulebooks;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.engine.rulebook.BookFiles;

/**
 * What a school judges by: its own book, or its trust's with its additions on top. Who has published nothing begins with
 * the default book; a school in a trust, with no additions.
 */
@Component
public class Composition {

    private static final BookFiles NO_ADDITIONS = new BookFiles(Map.of());

    private final Owners owners;
    private final Versions versions;
    private final DefaultBook defaultBook;

    Composition(Owners owners, Versions versions, DefaultBook defaultBook) {
        this.owners = owners;
        this.versions = versions;
        this.defaultBook = defaultBook;
    }

    /**
     * The versions a school's book is made of.
     *
     * @param trust 0 without a trust, or before its first version
     * @param school 0 before its first version
     */
    public record Parts(int trust, int school) {
        boolean nothingOfTheirOwn() {
            return trust == 0 && school == 0;
        }

        boolean newerThan(Parts other) {
            return trust > other.trust || school > other.school;
        }
    }

    /** The last versions. */
    Parts last(UUID school) {
        Owners.Both both = owners.of(school);
        return new Parts(both.trust().map(trust -> versions.last(trust.id())).orElse(0), versions.last(school));
    }

    /** The whole book made of these versions. */
    BookFiles files(UUID school, Parts parts) {
        Owners.Both both = owners.of(school);
        return whole(both, own(both.school(), both.trust().isPresent(), parts.school()), parts.trust());
    }

    /** An owner's own files in one of its versions. */
    public BookFiles own(UUID school, Owner owner, int version) {
        return own(owner, !owner.trust() && owners.of(school).trust().isPresent(), version);
    }

    /** The whole book as the school would judge by it, if these were the owner's own files. */
    public BookFiles whole(UUID school, Owner owner, BookFiles own) {
        Owners.Both both = owners.of(school);
        if (owner.trust() || both.trust().isEmpty()) {
            return own;
        }
        return whole(both, own, versions.last(both.trust().orElseThrow().id()));
    }

    private BookFiles whole(Owners.Both both, BookFiles own, int trustVersion) {
        if (both.trust().isEmpty()) {
            return own;
        }
        BookFiles beneath = own(both.trust().orElseThrow(), false, trustVersion);
        return own.paths().isEmpty() ? beneath : BookFiles.layered(beneath, own);
    }

    private BookFiles own(Owner owner, boolean additions, int version) {
        if (version == 0) {
            return additions ? NO_ADDITIONS : defaultBook.files();
        }
        return versions.files(owner.id(), version)
                .orElseThrow(() -> new IllegalArgumentException("no version " + version + " of " + owner.id()));
    }
}
