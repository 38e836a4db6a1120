package signpost.api.rulebooks;

import java.util.concurrent.CompletableFuture;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;

/**
 * The book inside the program, read while the database starts. Its scenarios ran when the program was built, so here it is
 * only read.
 */
final class ShippedBook {

    /** The files and what reading them gave. */
    record Read(BookFiles files, CheckedBook checked) {}

    private final CompletableFuture<Read> read;

    private ShippedBook(CompletableFuture<Read> read) {
        this.read = read;
    }

    static ShippedBook reading() {
        return new ShippedBook(CompletableFuture.supplyAsync(() -> {
            BookFiles files = ShippedPack.files();
            return new Read(files, CheckedBook.knownToPass(files));
        }));
    }

    Read read() {
        return read.join();
    }
}
