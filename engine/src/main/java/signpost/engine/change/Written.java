package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as it stands in a file.
 *
 * @param text without its line end
 * @param end the line end; empty at the end of a file
 */
record Written(String text, String end) {

    static final String BOM = "\uFEFF";

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

    /** The lines of a text that has no byte order mark; nothing follows the last line end. */
    static List<Written> lines(String text) {
        List<Written> lines = new ArrayList<>();
        Matcher end = LINE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            lines.add(new Written(text.substring(from, end.start()), end.group()));
            from = end.end();
        }
        if (from < text.length()) {
            lines.add(new Written(text.substring(from), ""));
        }
        return lines;
    }

    /** The lines as they stand. */
    static String text(List<Written> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append(line.end()));
        return text.toString();
    }

    /** The line end a text uses first; {@code \n} where it has none. */
    static String lineEnd(String text) {
        Matcher end = LINE_END.matcher(text);
        return end.find() ? end.group() : "\n";
    }

    /** The text with this line end everywhere. */
    static String with(String lineEnd, String text) {
        return LINE_END.matcher(text).replaceAll(Matcher.quoteReplacement(lineEnd));
    }

    /** Whether two texts say the same, whatever system saved them. */
    static boolean same(String one, String other) {
        return one.equals(other) || with("\n", one).equals(with("\n", other));
    }

    boolean blank() {
        return text.isBlank();
    }

    boolean comment() {
        return text.strip().startsWith("#");
    }

    boolean indented() {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    }
}
