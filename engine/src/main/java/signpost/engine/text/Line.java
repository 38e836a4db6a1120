package signpost.engine.text;

/**
 * One line of a file without its indentation.
 *
 * @param file path inside the book
 * @param number from 1
 * @param indent spaces before the text
 * @param text what stands there, without surrounding spaces; never empty
 */
public record Line(String file, int number, int indent, String text) {

    public Place place() {
        return new Place(file, number, indent + 1);
    }

    /** The place of the character at {@code offset} of the text, from 0. */
    public Place placeAt(int offset) {
        return new Place(file, number, indent + offset + 1);
    }

    /** Where these words stand in the line, as words of their own; where the line begins if they do not. */
    public Place placeOf(String words) {
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return placeAt(at);
            }
        }
        return place();
    }

    /** The rest of this line from {@code offset}, keeping its place. */
    public Line from(int offset) {
        String rest = text.substring(offset);
        int skipped = rest.length() - rest.stripLeading().length();
        return new Line(file, number, indent + offset + skipped, rest.strip());
    }
}
