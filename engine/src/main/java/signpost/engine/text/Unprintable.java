package signpost.engine.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Characters that mislead a reader of a line: controls, tabs, unusual spaces, zero-width and direction marks, wide forms,
 * and letters of another alphabet that look like ours.
 */
public final class Unprintable {

    /**
     * One such character.
     *
     * @param column where it stands, from 1
     * @param message what is wrong with it
     * @param advice what to type instead
     */
    public record Found(int column, String message, String advice) {}

    private static final int REPLACEMENT = 0xFFFD;

    private Unprintable() {}

    public static boolean in(String line) {
        return first(line).isPresent();
    }

    /** Whether some of it cannot be seen, or drives a terminal. */
    public static boolean hides(String text) {
        return text.codePoints().anyMatch(Unprintable::hidden);
    }

    /** The text with a mark in place of each such character. */
    public static String marked(String text) {
        return text.codePoints()
                .map(character -> hidden(character) ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first of a line. */
    public static Optional<Found> first(String line) {
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int character = line.codePointAt(at);
            if (hidden(character)) {
                return Optional.of(hidden(at + 1, character));
            }
            if (wide(character)) {
                String plain = Character.toString(character - 0xFEE0);
                return Optional.of(new Found(
                        at + 1,
                        "\"" + Character.toString(character) + "\" here is a wide form of \"" + plain + "\".",
                        "Type an ordinary \"" + plain + "\"."));
            }
            if (lookalike(line, at)) {
                return Optional.of(lookalike(at + 1, character));
            }
        }
        return Optional.empty();
    }

    private static Found hidden(int column, int character) {
        if (character == '\t') {
            return new Found(
                    column,
                    "This line holds a tab here.",
                    "Type spaces: two before a part such as When, four before what stands beneath it.");
        }
        int type = Character.getType(character);
        if (type == Character.SPACE_SEPARATOR) {
            return new Found(
                    column,
                    "This line holds an unusual space here (" + name(character) + "), as Word and web pages put in.",
                    "Delete it and type an ordinary space.");
        }
        return new Found(
                column,
                "This line holds a character here that cannot be seen (" + name(character) + ").",
                "Delete it, or type the line again.");
    }

    private static Found lookalike(int column, int character) {
        return new Found(
                column,
                "\"" + Character.toString(character) + "\" here only looks like a letter of our alphabet; it is "
                        + name(character) + ".",
                "Type the word again on an English keyboard.");
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return name == null ? "one that means nothing" : name.toLowerCase(Locale.ROOT);
    }

    private static boolean hidden(int character) {
        int type = Character.getType(character);
        return (type == Character.SPACE_SEPARATOR && character != ' ')
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    /** The wide letters, digits and signs of Chinese and Japanese keyboards. */
    private static boolean wide(int character) {
        return character >= 0xFF01 && character <= 0xFF5E;
    }

    /** A Greek or Cyrillic letter within a word of ours; whole words of them are a name. */
    private static boolean lookalike(String line, int at) {
        int character = line.codePointAt(at);
        if (!foreign(character)) {
            return false;
        }
        int from = at;
        while (from > 0 && Character.isLetter(line.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < line.length() && Character.isLetter(line.charAt(to))) {
            to++;
        }
        return line.substring(from, to).codePoints().anyMatch(Unprintable::ours);
    }

    private static boolean foreign(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK;
    }

    private static boolean ours(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN && Character.isLetter(character);
    }
}
