package signpost.engine.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line above a group of conditions.
 *
 * @param kind one of {@link #KINDS}
 * @param number how many must hold, of {@code at least}; otherwise 0
 */
public record GroupHead(String kind, int number) {

    /** The head that needs a number. */
    public static final String AT_LEAST = "at least";

    /** Every sort of group. */
    public static final List<String> KINDS = List.of("any of", "all of", "none of", AT_LEAST);

    /** The whole line; the first group is all before the colon, the second the number. */
    static final Pattern WRITTEN =
            Pattern.compile("(any of|all of|none of|at least (\\d{1,3}) of):", Pattern.CASE_INSENSITIVE);

    /** The head that a line is, without a joining "and"; nothing where it is none. */
    public static Optional<GroupHead> of(String line) {
        Matcher head = WRITTEN.matcher(line);
        if (!head.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                head.group(2) == null
                        ? new GroupHead(head.group(1).toLowerCase(Locale.ROOT), 0)
                        : new GroupHead(AT_LEAST, Integer.parseInt(head.group(2))));
    }

    /** The line: {@code at least 2 of:}. */
    public String words() {
        return kind.equals(AT_LEAST) ? AT_LEAST + " " + number + " of:" : kind + ":";
    }
}
