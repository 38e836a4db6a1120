package signpost.api.drafts;

import java.nio.charset.StandardCharsets;
import signpost.engine.rulebook.BookFiles;

/**
 * The text of a file and the habits of whoever wrote it, which a text box of a browser does not keep.
 *
 * @param text with the line ends it has; empty when there is no such file
 * @param windows whether lines end with CR LF
 * @param mark whether it begins with a byte order mark
 */
record FileText(String text, boolean windows, boolean mark) {

    private static final String MARK = "\uFEFF";

    static FileText of(BookFiles files, String path) {
        if (!files.paths().contains(path)) {
            return new FileText("", false, false);
        }
        String text = new String(files.bytes(path), StandardCharsets.UTF_8);
        return new FileText(text, text.contains("\r\n"), text.startsWith(MARK));
    }

    /** As a text box shows it. */
    String shown() {
        return (mark ? text.substring(1) : text).replace("\r\n", "\n");
    }

    /** What was typed into a text box, as this file would have it. */
    String asWritten(String typed) {
        String plain = typed.replace("\r\n", "\n").replace('\r', '\n');
        if (plain.equals(shown())) {
            return text;
        }
        return (mark ? MARK : "") + (windows ? plain.replace("\n", "\r\n") : plain);
    }

    byte[] bytes(String whole) {
        return whole.getBytes(StandardCharsets.UTF_8);
    }
}
