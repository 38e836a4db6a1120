package signpost.api.students.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of an uploaded file: UTF-8, or else Windows-1252 as older spreadsheets write it. */
final class CsvText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 1 << 16;
    private static final int ODD_ALLOWED = 100;
    private static final String AS_CSV = " Save it as \"CSV UTF-8 (comma delimited)\" and send that.";

    private CsvText() {}

    /** Why these bytes are no text to be read as a table, or nothing. */
    static Optional<String> fault(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of("The file is empty.");
        }
        if (begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("The file is an Excel workbook." + AS_CSV);
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return Optional.of("The file is \"Unicode text\" (UTF-16)." + AS_CSV);
        }
        return isText(bytes) ? Optional.empty() : Optional.of("The file is no CSV: it is not even text.");
    }

    static String of(byte[] bytes) {
        String text = decoded(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, WINDOWS);
        }
    }

    /** No zero byte anywhere, and hardly any other control character at the beginning. */
    private static boolean isText(byte[] bytes) {
        int odd = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte b = bytes[at];
            if (b == 0) {
                return false;
            }
            if (at < LOOKED_AT && b > 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                odd++;
            }
        }
        return odd <= Math.min(bytes.length, LOOKED_AT) / ODD_ALLOWED;
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int at = 0; at < with.length; at++) {
            if (bytes.length <= at || (bytes[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }
}
