package signpost.engine.text;

import java.util.Optional;

/**
 * One line of a file without its indentation, or the words that a cell of a table stands for.
 *
 * @param file path inside the book
 * @param number from 1
 * @param indent spaces before the text; of a cell's words, how deep they stand
 * @param text what stands there, without surrounding spaces; never empty
 * @param cell the cell whose words these are; empty for a line of a text
 * @param hint how to fill such a cell, where its words are not the person's own; empty elsewhere
 */
public record Line(String file, int number, int indent, String text, Optional<Place> cell, String hint) {

    public Line(String file, int number, int indent, String text, Optional<Place> cell) {
        this(file, number, indent, text, cell, "");
    }

    public Line(String file, int number, int indent, String text) {
        this(file, number, indent, text, Optional.empty());
    }

    /** What a cell says, in the words of a rule; every character of them stands in that cell. */
    public static Line ofCell(Place cell, int indent, String text) {
        return new Line(cell.file(), cell.line(), indent, text, Optional.of(cell));
    }

    /** What a cell stands for, which nobody typed in these words. */
    public static Line ofCell(Place cell, int indent, String text, String hint) {
        return new Line(cell.file(), cell.line(), indent, text, Optional.of(cell), hint);
    }

    /** What to type instead: for a cell its hint, because the words of a rule would only be refused there. */
    public String advice(String ofWords) {
        return hint.isEmpty() ? ofWords : hint;
    }

    public Place place() {
        return placeAt(0);
    }

    /** The place of the character at {@code offset} of the text, from 0. */
    public Place placeAt(int offset) {
        return cell.orElseGet(() -> new Place(file, number, indent + offset + 1));
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
        return new Line(file, number, indent + offset + skipped, rest.strip(), cell, hint);
    }
}
