package signpost.api.commandline;

import java.util.regex.Pattern;

/** Text for a cell of a CSV that somebody may open in a spreadsheet. */
final class Disarmed {

    /**
     * A spreadsheet runs cells that begin so; a leading apostrophe makes them text. Some spreadsheets take a semicolon
     * for the end of a cell, so what stands behind one begins a cell too.
     */
    private static final Pattern RUNS = Pattern.compile("(^|;)(?=\\s*[=+@\\-\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])");

    private Disarmed() {}

    static String cell(String text) {
        return RUNS.matcher(text).replaceAll("$1'");
    }
}
