package signpost.engine.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problems;

/**
 * Two people's versions of one book put together, rule by rule: a rule changed on one side is taken from there, one changed
 * alike is taken once, and one changed on both in different ways is a conflict. A unit is a block of a text and a row of a
 * table; a workbook, and a file whose units cannot be told apart, is one whole.
 */
public final class Merge {

    private final Book base;
    private final Book mine;
    private final Book theirs;
    private final BookFiles files;
    private final List<Conflict> conflicts;

    /** Files with those that are texts. */
    private record Book(BookFiles files, SortedMap<String, String> texts) {
        static Book of(BookFiles files) {
            return new Book(files, files.texts(new Problems()));
        }

        Version version(String path) {
            return new Version(
                    files.paths().contains(path) ? Optional.of(files.bytes(path)) : Optional.empty(),
                    Optional.ofNullable(texts.get(path)));
        }
    }

    private Merge(Book base, Book mine, Book theirs, Choices choices) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        TreeSet<String> paths = new TreeSet<>(base.files().paths());
        paths.addAll(mine.files().paths());
        paths.addAll(theirs.files().paths());
        Map<String, byte[]> merged = new TreeMap<>();
        List<Conflict> found = new ArrayList<>();
        for (String path : paths) {
            FileMerge file = new FileMerge(path, base.version(path), mine.version(path), theirs.version(path), choices);
            file.merged().ifPresent(bytes -> merged.put(path, bytes));
            found.addAll(file.conflicts());
        }
        this.files = new BookFiles(merged);
        this.conflicts = List.copyOf(found);
    }

    /**
     * Puts two versions together.
     *
     * @param base what both began with
     */
    public static Merge of(BookFiles base, BookFiles mine, BookFiles theirs) {
        return new Merge(Book.of(base), Book.of(mine), Book.of(theirs), Choices.of(Map.of()));
    }

    /** Puts two versions of one file together. */
    public static MergedText ofText(String path, String base, String mine, String theirs) {
        return new MergedText(path, of(file(path, base), file(path, mine), file(path, theirs)));
    }

    /** The files of both; where there is a conflict, mine. */
    public BookFiles files() {
        return files;
    }

    /** By path, in the order they stand in my files. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** The files of both; in a conflict whoever was chosen, and mine where nobody was. */
    public BookFiles settled(Map<Conflict, Side> choices) {
        return new Merge(base, mine, theirs, Choices.of(choices)).files();
    }

    private static BookFiles file(String path, String text) {
        return new BookFiles(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }
}
