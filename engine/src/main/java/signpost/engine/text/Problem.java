package signpost.engine.text;

/**
 * Something wrong in a file, in the reader's words: where, what, and what to do.
 *
 * @param place where it stands
 * @param message what is wrong; quotes the reader's own words
 * @param advice what to type instead, or an empty string when there is nothing useful to add
 */
public record Problem(Place place, String message, String advice) implements Comparable<Problem> {

    private static final int LONGEST = 1_000;

    public Problem {
        message = readable(message);
        advice = readable(advice);
    }

    /** A cell may quote a whole file at the reader: the middle of what is far too long is left out. */
    private static String readable(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " ... " + text.substring(text.length() - LONGEST / 4);
    }

    public static Problem at(Place place, String message) {
        return at(place, message, "");
    }

    /** A problem of a table begins with its cell, because a workbook has no lines to count. */
    public static Problem at(Place place, String message, String advice) {
        return new Problem(place, place.cell().isEmpty() ? message : place.cell() + ": " + message, advice);
    }

    @Override
    public int compareTo(Problem other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    /** {@code file:line:column: message advice}. */
    @Override
    public String toString() {
        return place + ": " + message + (advice.isEmpty() ? "" : " " + advice);
    }
}
