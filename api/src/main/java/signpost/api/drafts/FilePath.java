package signpost.api.drafts;

import java.util.Optional;
import java.util.regex.Pattern;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.EverywhereNames;

/** Where a file of a book may lie, and what it may be called. */
public final class FilePath {

    private static final int LONGEST = 200;
    private static final String WORKBOOK = ".xlsx";
    private static final Pattern FORM =
            Pattern.compile("(topics|tables|vocabulary|catalogue)/[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*\\.(txt|csv|xlsx)");

    private FilePath() {}

    /** What is wrong with a path for a file among these, if anything; where they have it, nothing. */
    public static Optional<String> wrong(String path, BookFiles among) {
        if (among.paths().contains(path)) {
            return Optional.empty();
        }
        if (path.length() > LONGEST || !FORM.matcher(path).matches()) {
            return Optional.of(
                    "A file lies in topics, tables, vocabulary or catalogue, and its name is made of letters,"
                            + " digits, spaces and hyphens and ends in .txt, .csv or .xlsx, such as topics/attendance.txt.");
        }
        return EverywhereNames.wrong(path).or(() -> EverywhereNames.collision(path, among.paths()));
    }

    /** The same for a file whose text is typed. */
    static Optional<String> wrongForText(String path, BookFiles among) {
        return path.endsWith(WORKBOOK)
                ? Optional.of("A workbook is made in a spreadsheet: upload it to the draft.")
                : wrong(path, among);
    }
}
