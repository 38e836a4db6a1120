package signpost.engine.cohort;

import java.util.regex.Pattern;

/** Text for a cell of a CSV that somebody may open in a spreadsheet, and the same text when the cell is read again. */
public final class Disarmed {

    /**
     * A spreadsheet runs cells that begin so; a leading apostrophe makes them text. Some spreadsheets take a semicolon
     * for the end of a cell, so what stands behind one begins a cell too.
     */
    private static final String RUNS = "(?=\\s*[=+@\\-\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])";

    private static final Pattern ARMED = Pattern.compile("(^|;)" + RUNS);
    private static final Pattern DISARMED = Pattern.compile("(^|;)'" + RUNS);

    private Disarmed() {}

    /** With an apostrophe before whatever a spreadsheet would run. */
    public static String cell(String text) {
        return ARMED.matcher(text).replaceAll("$1'");
    }

    /** Without those apostrophes, whoever put them there. */
    static String undone(String cell) {
        return DISARMED.matcher(cell).replaceAll("$1");
    }
}
