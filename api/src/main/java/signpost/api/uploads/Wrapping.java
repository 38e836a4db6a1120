package signpost.api.uploads;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import signpost.engine.rulebook.BookFiles;

/** The one folder around a book that somebody zipped from outside. */
final class Wrapping {

    private final BookFiles files;

    Wrapping(BookFiles files) {
        this.files = files;
    }

    /** The files as they lie in the folder, if all lie in one that is none of a book's own. */
    BookFiles without() {
        Set<String> folders = files.paths().stream()
                .map(path -> path.substring(0, path.indexOf('/') + 1))
                .collect(Collectors.toSet());
        String only = folders.size() == 1 ? folders.iterator().next() : "";
        if (only.isEmpty() || Arrival.FOLDERS.contains(only.substring(0, only.length() - 1))) {
            return files;
        }
        Map<String, byte[]> inside = new TreeMap<>();
        files.paths().forEach(path -> inside.put(path.substring(only.length()), files.bytes(path)));
        return new BookFiles(inside);
    }
}
