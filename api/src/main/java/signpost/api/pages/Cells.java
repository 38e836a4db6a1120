package signpost.api.pages;

/** Cells of a CSV that people open in a spreadsheet. */
public final class Cells {

    /** A spreadsheet runs cells that begin so, and some take the full-width signs for the same. */
    private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Cells() {}

    /** The same text, with a leading apostrophe where a spreadsheet would run it. */
    public static String harmless(String cell) {
        String begins = cell.stripLeading();
        boolean runs = !cell.isEmpty()
                && (RUNS.indexOf(cell.charAt(0)) >= 0 || (!begins.isEmpty() && RUNS.indexOf(begins.charAt(0)) >= 0));
        return runs ? "'" + cell : cell;
    }
}
