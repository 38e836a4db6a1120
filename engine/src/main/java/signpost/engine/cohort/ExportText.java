package signpost.engine.cohort;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of an export: UTF-8, or else Windows-1252 as older spreadsheets write it. */
final class ExportText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int LOOKED_AT = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ExportText() {}

    /** Opens it behind a byte order mark. */
    static BufferedReader open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new FileNotFoundException("there is no file \"" + path + "\"");
        }
        if (Files.isDirectory(path)) {
            throw new IOException("\"" + path + "\" is a folder, not a file");
        }
        // What comes through a pipe comes once; UTF-8 is by far the likeliest.
        Charset charset = Files.isRegularFile(path) ? charset(path) : StandardCharsets.UTF_8;
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Whichever of comma, semicolon and tab separates most in the first line that is not blank. */
    static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER - 1];
        int length = 0;
        for (int more = 0; more >= 0 && length < start.length; length += Math.max(0, more)) {
            more = text.read(start, length, start.length - length);
        }
        text.reset();
        String first = new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private static Charset charset(Path path) throws IOException {
        refuseOtherThanText(path);
        try (Reader whole = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            whole.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException older) {
            return WINDOWS;
        }
    }

    private static void refuseOtherThanText(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            String start = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            if (start.startsWith("PK\3\4") || start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
                throw new IOException(
                        "\"" + path + "\" is an Excel workbook: save it as \"CSV UTF-8 (comma delimited)\"");
            }
            if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
                throw new IOException(
                        "\"" + path + "\" is \"Unicode text\" (UTF-16): save it as \"CSV UTF-8 (comma delimited)\"");
            }
            if (start.indexOf('\0') >= 0) {
                throw new IOException("\"" + path + "\" is no CSV: it is not even text");
            }
        }
    }
}
