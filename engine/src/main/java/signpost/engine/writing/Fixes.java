package signpost.engine.writing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Problem;

/** Finds for a problem the change of its line that surely mends it. */
public final class Fixes {

    /** A problem known by its message, and what mends it. */
    private record Mend(Pattern message, Function<Spot, Optional<Fix>> fix) {}

    private static final Pattern CURLY = Pattern.compile("[\u201C\u201D\u201E]");
    private static final Pattern PERCENTAGE = Pattern.compile("Write it as (\\S+%)\\.");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private static final List<Mend> MENDS = List.of(
            mend("\".+\" is a percentage\\.", Fixes::percentage),
            mend("This condition does not begin with \"and\"\\.", spot -> put(spot, "and ")),
            mend("The first condition does not begin with \"and\"\\.", spot -> drop(spot, "and ")),
            mend("Inside a group no line begins with \"and\"\\.", spot -> drop(spot, "and ")),
            mend("Inside a group no line begins with \"or\"\\.", spot -> drop(spot, "or ")),
            mend("\"but\" is not how conditions are joined\\.", spot -> begins(spot, "but ", "and ")),
            mend("\".\" is a curly quotation mark.*", Fixes::straight),
            mend("\".\" is not needed at the end of a line\\.", Fixes::dropped),
            mend("\"..\" is not needed in a date\\.", Fixes::dropped),
            mend("\".+\" is not how Signpost says that nobody knows\\.", spot -> quoted(spot, "is not known")),
            mend("\"per ?cent\" is written as a sign\\.", Fixes::sign),
            mend("This line holds an unusual space here.*", spot -> character(spot, " ")),
            mend(
                    "This line holds a character here that cannot be seen \\((?!line|paragraph).*",
                    spot -> character(spot, "")),
            mend("\".\" here is a wide form of \".\"\\.", Fixes::ordinary));

    private Fixes() {}

    /**
     * The change, if it can be told surely.
     *
     * @param text of the file the problem stands in
     */
    public static Optional<Fix> of(Problem problem, String text) {
        return Spot.of(problem, text)
                .flatMap(spot -> Meant.of(spot)
                        .or(() -> MENDS.stream()
                                .filter(mend -> mend.message()
                                        .matcher(problem.message())
                                        .matches())
                                .findFirst()
                                .flatMap(mend -> mend.fix().apply(spot))));
    }

    private static Optional<Fix> percentage(Spot spot) {
        Matcher right = PERCENTAGE.matcher(spot.problem().advice());
        return right.matches() ? quoted(spot, right.group(1)) : Optional.empty();
    }

    private static Optional<Fix> quoted(Spot spot, String right) {
        Matcher wrong = QUOTED.matcher(spot.problem().message());
        return wrong.find() ? spot.instead(wrong.group(1), right) : Optional.empty();
    }

    private static Optional<Fix> put(Spot spot, String words) {
        return Optional.of(spot.change(spot.at(), spot.at(), words, "Put \"" + words.strip() + "\" before it"));
    }

    private static Optional<Fix> drop(Spot spot, String words) {
        return begins(spot, words, "");
    }

    private static Optional<Fix> begins(Spot spot, String wrong, String right) {
        String label = right.isEmpty()
                ? "Take \"" + wrong.strip() + "\" away"
                : "Change \"" + wrong.strip() + "\" to \"" + right.strip() + "\"";
        return spot.rest().regionMatches(true, 0, wrong, 0, wrong.length())
                ? Optional.of(spot.change(spot.at(), spot.at() + wrong.length(), right, label))
                : Optional.empty();
    }

    private static Optional<Fix> dropped(Spot spot) {
        Matcher wrong = QUOTED.matcher(spot.problem().message());
        return wrong.find() ? drop(spot, wrong.group(1)) : Optional.empty();
    }

    /** All of the line at once: they come in pairs. */
    private static Optional<Fix> straight(Spot spot) {
        String straight = CURLY.matcher(spot.rest()).replaceAll("\"");
        return Optional.of(spot.change(
                spot.at(), spot.words().length(), straight, "Put straight quotation marks in place of the curly ones"));
    }

    private static Optional<Fix> sign(Spot spot) {
        int end = spot.rest().indexOf("cent") + "cent".length();
        boolean space = spot.at() > 0 && spot.words().charAt(spot.at() - 1) == ' ';
        return Optional.of(spot.change(spot.at() - (space ? 1 : 0), spot.at() + end, "%", "Write it with the sign %"));
    }

    private static Optional<Fix> character(Spot spot, String right) {
        return spot.rest().isEmpty()
                ? Optional.empty()
                : Optional.of(spot.change(
                        spot.at(),
                        spot.at() + Character.charCount(spot.rest().codePointAt(0)),
                        right,
                        right.isEmpty() ? "Take the hidden character away" : "Put an ordinary space in its place"));
    }

    private static Optional<Fix> ordinary(Spot spot) {
        int wide = spot.rest().codePointAt(0);
        String plain = Character.toString(wide - 0xFEE0);
        return Optional.of(
                spot.change(spot.at(), spot.at() + 1, plain, "Put an ordinary \"" + plain + "\" in its place"));
    }

    private static Mend mend(String message, Function<Spot, Optional<Fix>> fix) {
        return new Mend(Pattern.compile(message), fix);
    }
}
