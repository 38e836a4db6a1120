package signpost.api.commandline;

/** Text for a cell of a CSV that somebody may open in a spreadsheet. */
final class Disarmed {

    /** A spreadsheet runs cells that begin so; a leading apostrophe makes them text. */
    private static final String RUNS = "=+-@\t\r";

    private Disarmed() {}

    static String cell(String text) {
        return !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
