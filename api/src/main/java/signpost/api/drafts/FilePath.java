package signpost.api.drafts;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a file of a book may lie. */
public final class FilePath {

    private static final int LONGEST = 200;
    private static final Pattern FORM =
            Pattern.compile("(topics|tables|vocabulary|catalogue)/[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*\\.(txt|csv|xlsx)");

    private FilePath() {}

    /** What is wrong with a path, if anything; no path at all is none. */
    public static Optional<String> wrong(String path) {
        if (path.isEmpty() || (path.length() <= LONGEST && FORM.matcher(path).matches())) {
            return Optional.empty();
        }
        return Optional.of("A file lies in topics, tables, vocabulary or catalogue, and its name is made of letters,"
                + " digits, spaces and hyphens and ends in .txt, .csv or .xlsx, such as topics/attendance.txt.");
    }
}
