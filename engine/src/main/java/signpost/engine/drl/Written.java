package signpost.engine.drl;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes people's words into DRL. INVARIANT: only characters listed here reach the file, so that no word can end its
 * literal, its comment or its line, whatever reads it; every other character stands there by its number.
 */
final class Written {

    /** No quote, no backslash, and no tilde, which begins a numbered character. */
    private static final String PLAIN = " .,:;-_/+()";

    private static final String IN_COMMENTS =
            PLAIN + "{}[]<>=%&'!?\"#*@|$^`~\u00A3\u20AC\u2013\u2014\u2018\u2019\u201C\u201D";

    private Written() {}

    /** An expression whose value is exactly this text. */
    static String literal(String text) {
        String name = name(text);
        return name.equals(text) ? "\"" + text + "\"" : "text( \"" + name + "\" )";
    }

    static String list(Collection<String> texts) {
        return "Arrays.asList( " + texts.stream().map(Written::literal).collect(Collectors.joining(", ")) + " )";
    }

    /** What stands between the quotes of a name: letters as they are, {@code ~22;} for a quote. */
    static String name(String text) {
        return text.codePoints()
                .mapToObj(one -> plain(one) ? Character.toString(one) : "~" + hex(one) + ";")
                .collect(Collectors.joining());
    }

    /** A line of a comment. A backslash could begin a character that ends the line, so it stands there by its number. */
    static String comment(String text) {
        return text.codePoints()
                .mapToObj(one -> visible(one) ? Character.toString(one) : "(U+" + hex(one) + ")")
                .collect(Collectors.joining());
    }

    private static boolean plain(int one) {
        return letterOrDigit(one) || PLAIN.indexOf(one) >= 0;
    }

    private static boolean visible(int one) {
        return letterOrDigit(one) || IN_COMMENTS.indexOf(one) >= 0 || (one >= 0xC0 && one <= 0x17F);
    }

    private static boolean letterOrDigit(int one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
    }

    private static String hex(int one) {
        return String.format(Locale.ROOT, "%04X", one);
    }
}
