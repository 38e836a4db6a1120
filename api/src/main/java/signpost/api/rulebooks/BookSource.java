package signpost.api.rulebooks;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Layer;

/**
 * Where the book comes from: the folder {@code signpost.rules.dir} names, or the shipped pack. A folder that brings no
 * vocabulary or no catalogue is read with the shipped ones. It may hold a trust's book and a school's additions to it.
 */
@Component
class BookSource {

    private final ShippedBook shipped;
    private final String folder;

    BookSource(ShippedBook shipped, @Value("${signpost.rules.dir:}") String folder) {
        this.shipped = shipped;
        this.folder = folder.strip();
    }

    /** In words: {@code the shipped pack} or the folder's path. */
    String origin() {
        return folder.isEmpty() ? "the shipped pack" : folder;
    }

    boolean canChange() {
        return !folder.isEmpty();
    }

    ShippedBook.Read shipped() {
        return shipped.read();
    }

    /**
     * The files as they stand now.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    BookFiles files() {
        if (folder.isEmpty()) {
            return shipped().files();
        }
        BookFiles own = BookFiles.ofFolder(Path.of(folder));
        Layer lending = own.layered() ? Layer.TRUST : Layer.WHOLE;
        BookFiles shippedThere = shipped().files().as(lending);
        Set<String> lent = new HashSet<>();
        for (String part : Set.of("vocabulary", "catalogue")) {
            if (own.below(lending.folder() + part).isEmpty()) {
                lent.addAll(shippedThere.below(lending.folder() + part));
            }
        }
        return own.over(shippedThere, lent);
    }
}
