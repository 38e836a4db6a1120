package signpost.engine.format;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problem;

/**
 * A book with its text files in their one form.
 *
 * @param files all files of the book; what is no text, or cannot be cut into blocks, byte for byte as it was
 * @param changed the paths of the files that were not in that form
 * @param problems why some files were left as they are
 */
public record FormattedBook(BookFiles files, Set<String> changed, List<Problem> problems) {

    public FormattedBook {
        changed = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(changed));
        problems = List.copyOf(problems);
    }
}
