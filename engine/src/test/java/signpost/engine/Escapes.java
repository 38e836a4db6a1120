package signpost.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what cannot be seen or is too long so that a person can read a test: {@code <U+00A0>}, {@code <500 times x>}. */
public final class Escapes {

    private static final Pattern REPEATED = Pattern.compile("<(\\d{1,7}) times (.+?)>");
    private static final Pattern ESCAPED = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

    private Escapes() {}

    public static String undone(String written) {
        String repeated = REPEATED.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        return ESCAPED.matcher(repeated)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
