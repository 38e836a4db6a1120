package signpost.engine.writing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something an editor can complete.
 *
 * @param kind what it is
 * @param contexts where it may be typed
 * @param within of a field, the header of its block; otherwise empty
 * @param label what a list shows
 * @param insert what is typed; a value still to be chosen stands as <code>${1:90}</code>, with an example
 * @param detail the unit, the range, what a code means: in a few words
 * @param specialCategory whether it speaks of special-category data
 */
public record Suggestion(
        Kind kind,
        List<Context> contexts,
        String within,
        String label,
        String insert,
        String detail,
        boolean specialCategory) {

    private static final Pattern OPEN = Pattern.compile("\\$\\{\\d:([^}]*)}");

    /** What is suggested. */
    public enum Kind {
        HEADER,
        FIELD,
        /** A whole line beneath {@code When}. */
        CONDITION,
        /** A whole line beneath {@code Then}. */
        CONSEQUENCE,
        /** A whole line of a scenario. */
        SCENARIO,
        /** The first line of a group of conditions. */
        GROUP,
        KEYWORD,
        CODE,
        INTERVENTION,
        FLAG,
        SCORE,
        SEVERITY,
        /** A student's value within a reason. */
        VALUE
    }

    public Suggestion {
        contexts = List.copyOf(contexts);
    }

    static Suggestion of(Kind kind, Context context, String insert, String detail) {
        return new Suggestion(kind, List.of(context), "", plain(insert), insert, detail, false);
    }

    /** The text with the examples in place of what is still to be chosen. */
    public String example() {
        return plain(insert);
    }

    /** A value still to be chosen. */
    static String open(int number, String example) {
        return "${" + number + ":" + example + "}";
    }

    static String plain(String insert) {
        return OPEN.matcher(insert).replaceAll(open -> Matcher.quoteReplacement(open.group(1)));
    }
}
