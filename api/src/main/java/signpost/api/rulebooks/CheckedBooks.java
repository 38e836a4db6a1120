package signpost.api.rulebooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;

/** Checks books, and keeps the last few: one draft is looked at many times, and what was approved is published at once. */
@Component
public class CheckedBooks {

    private static final int KEPT = 16;

    private final Cache<String, Checked> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * What came of every check of a book.
     *
     * @param checked its scenarios included
     * @param readable ready to judge though scenarios may fail; empty while the book does not read
     */
    public record Checked(CheckedBook checked, Optional<Recommender> readable) {

        private static Checked of(BookFiles whole) {
            CheckedBook checked = CheckedBook.of(whole);
            CheckedBook read = checked instanceof CheckedBook.Ready ? checked : CheckedBook.knownToPass(whole);
            return new Checked(
                    checked,
                    read instanceof CheckedBook.Ready ready ? Optional.of(ready.recommender()) : Optional.empty());
        }
    }

    /** The book these files make, checked now or not long ago. */
    public Checked of(BookFiles whole) {
        return kept.get(whole.digest(), digest -> Checked.of(whole));
    }

    /** The same, if it was checked not long ago. */
    Optional<Checked> known(String digest) {
        return Optional.ofNullable(kept.getIfPresent(digest));
    }
}
