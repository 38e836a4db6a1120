package signpost.engine.rulebook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/** Tells what a file is that should be text and is not: people rename documents, and save text in other encodings. */
final class NotText {

    private static final String AS_TEXT = "Open it in the program that made it and save it as plain text (UTF-8).";

    private static final String UTF_16 = "This file is text in UTF-16, which Notepad calls Unicode.";
    private static final String AGAIN = "Save it again with the encoding UTF-8.";
    private static final String PICTURE = "This is a picture, whatever its name says.";
    private static final String NO_PICTURE = "Choose the table or the text itself.";
    private static final String WEB_PAGE = "This is a web page, whatever its name says.";

    /** @param begins its first bytes, each as the character of that number */
    private record Kind(String begins, String message, String advice) {}

    private static final List<Kind> KINDS = List.of(
            kind("PK\u0003\u0004", "This is a Word or Excel document or a zip, whatever its name says.", AS_TEXT),
            kind("\u00D0\u00CF\u0011\u00E0", "This is an old Word or Excel document, whatever its name says.", AS_TEXT),
            kind("<!DOCTYPE", WEB_PAGE, AS_TEXT),
            kind("<html", WEB_PAGE, AS_TEXT),
            kind("%PDF-", "This is a PDF, whatever its name says.", AS_TEXT),
            kind("{\\rtf", "This is rich text, whatever its name says.", AS_TEXT),
            kind("\u0089PNG", PICTURE, NO_PICTURE),
            kind("\u00FF\u00D8\u00FF", PICTURE, NO_PICTURE),
            kind("GIF8", PICTURE, NO_PICTURE),
            kind("\u00FF\u00FE", UTF_16, AGAIN),
            kind("\u00FE\u00FF", UTF_16, AGAIN));

    private NotText() {}

    /** Why these bytes are not a text, if they are not. */
    static Optional<Problem> of(String file, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (Kind kind : KINDS) {
            if (start.startsWith(kind.begins())) {
                return Optional.of(Problem.at(Place.startOf(file), kind.message(), kind.advice()));
            }
        }
        if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
            return Optional.of(Problem.at(Place.startOf(file), UTF_16, AGAIN));
        }
        return notUtf8(file, bytes);
    }

    private static Optional<Problem> notUtf8(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult end = decoder.decode(in, out, true);
        if (!end.isError()) {
            return Optional.empty();
        }
        String before = out.flip().toString();
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return Optional.of(Problem.at(
                new Place(file, line, before.length() - before.lastIndexOf('\n')),
                "From here on this file is not UTF-8 text.",
                file.endsWith(".csv")
                        ? "Save it again as \"CSV UTF-8 (comma delimited)\"."
                        : "Save it again as plain text with the encoding UTF-8."));
    }

    private static Kind kind(String begins, String message, String advice) {
        return new Kind(begins, message, advice);
    }
}
