package signpost.engine.text;

/**
 * Something wrong in a file, in the reader's words: where, what, and what to do.
 *
 * @param place where it stands
 * @param message what is wrong; quotes the reader's own words
 * @param advice what to type instead, or an empty string when there is nothing useful to add
 */
public record Problem(Place place, String message, String advice) implements Comparable<Problem> {

    public static Problem at(Place place, String message) {
        return new Problem(place, message, "");
    }

    public static Problem at(Place place, String message, String advice) {
        return new Problem(place, message, advice);
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
