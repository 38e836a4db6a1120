package signpost.engine.writing;

/**
 * What would mend a problem, as a change of one line.
 *
 * @param file path inside the book
 * @param line from 1
 * @param from the column of the first character to replace, from 1
 * @param to the column after the last; the same as {@code from} where something is only put in
 * @param replacement what stands there instead
 * @param label what a button says
 */
public record Fix(String file, int line, int from, int to, String replacement, String label) {

    /** The file's text with this change. */
    public String in(String text) {
        Lines lines = Lines.of(text);
        String was = lines.at(line);
        return lines.replaced(line, was.substring(0, from - 1) + replacement + was.substring(to - 1))
                .text();
    }
}
