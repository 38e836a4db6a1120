package signpost.api.uploads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import signpost.engine.rulebook.BookFiles;

/**
 * A file that would be otherwise.
 *
 * @param kind {@code new}, {@code changed} or {@code taken away}
 * @param rows of a table: which rows and cells, the first of them
 * @param more how many further rows
 */
record FileChange(String path, String kind, List<RowChange> rows, int more) {

    private static final int MOST_ROWS = 50;

    FileChange {
        rows = List.copyOf(rows);
    }

    static List<FileChange> between(BookFiles before, BookFiles after) {
        TreeSet<String> paths = new TreeSet<>(before.paths());
        paths.addAll(after.paths());
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            if (!after.paths().contains(path)) {
                changes.add(new FileChange(path, "taken away", List.of(), 0));
            } else if (!before.paths().contains(path)) {
                changes.add(new FileChange(path, "new", List.of(), 0));
            } else if (!Arrays.equals(before.bytes(path), after.bytes(path))) {
                changes.add(changed(path, before, after));
            }
        }
        return changes;
    }

    private static FileChange changed(String path, BookFiles before, BookFiles after) {
        List<RowChange> rows =
                path.endsWith(".csv") ? TableChanges.between(text(before, path), text(after, path)) : List.of();
        return new FileChange(
                path,
                "changed",
                rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
                Math.max(0, rows.size() - MOST_ROWS));
    }

    private static String text(BookFiles files, String path) {
        return new String(files.bytes(path), StandardCharsets.UTF_8);
    }
}
