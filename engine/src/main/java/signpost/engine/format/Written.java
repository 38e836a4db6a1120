package signpost.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line as somebody wrote it, its leading tabs turned into spaces.
 *
 * @param number from 1
 * @param indent spaces before the text
 * @param text without surrounding space; empty for an empty line
 */
record Written(int number, int indent, String text) {

    /** Editors differ; with four, one tab is as deep as the lines of a field, and two are deeper. */
    private static final int TAB = 4;

    static List<Written> lines(String text) {
        List<Written> lines = new ArrayList<>();
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : body.split("\\R", -1)) {
            lines.add(of(lines.size() + 1, raw));
        }
        return lines;
    }

    private static Written of(int number, String raw) {
        int indent = 0;
        int at = 0;
        while (at < raw.length() && (raw.charAt(at) == ' ' || raw.charAt(at) == '\t')) {
            indent = raw.charAt(at++) == ' ' ? indent + 1 : (indent / TAB + 1) * TAB;
        }
        int end = raw.length();
        while (end > at && (raw.charAt(end - 1) == ' ' || raw.charAt(end - 1) == '\t')) {
            end--;
        }
        return new Written(number, indent, raw.substring(at, end));
    }

    /** The lines as one text again. */
    static String text(List<Written> lines) {
        return lines.stream()
                .map(line -> line.isEmpty() ? "" : " ".repeat(line.indent()) + line.text())
                .collect(Collectors.joining("\n"));
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    boolean isComment() {
        return text.stripLeading().startsWith("#");
    }
}
