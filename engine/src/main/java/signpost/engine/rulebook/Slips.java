package signpost.engine.rulebook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** What people type where the language has a word of its own; looked for only in lines that could not be read. */
public final class Slips {

    private record Slip(Pattern typed, String message, String advice) {}

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private static final List<Slip> SLIPS = List.of(
            slip("[\u201C\u201D\u201E]", "is a curly quotation mark, as Word writes it.", "Type a straight one: \"."),
            slip(
                    "\\d{1,6}%?\\s?[-\u2013\u2014\u2212]\\s?\\d{1,6}%?",
                    "is written with a dash, and Signpost reads ranges in words.",
                    "Write \"from 85% to 90%\", with your own numbers."),
            slip("[\u2013\u2014\u2212]", "is a long dash, as Word writes it.", "Type an ordinary hyphen: -."),
            slip(
                    "&&|\\|\\||&",
                    "is a sign, and Signpost reads words.",
                    "Begin a new line with \"and\", or write \"any of:\" and list the alternatives beneath it."),
            slip(
                    "[<>=\u2264\u2265\u2260]+",
                    "is a sign, and Signpost reads words.",
                    "Write \"is below 90%\" for <, \"is 90% or below\" for <=, \"is above 90%\" for >, \"is 90% or above\""
                            + " for >=, and \"is\" for =, with your own values."),
            slip(
                    "\\b(?:is |are )(?:unknown|blank|empty|missing)\\b",
                    "is not how Signpost says that nobody knows.",
                    "Write \"is not known\"."),
            slip("\\bper ?cent\\b", "is written as a sign.", "Write for example 90%."),
            slip(
                    "\\bor equal to\\b",
                    "is longer than it need be.",
                    "Write \"is 90% or below\" or \"is 90% or above\"."),
            slip(
                    "\\b(?:under|lower|over|higher|greater than|up to|exceeds|minimum|maximum)\\b",
                    "is not a word Signpost compares with.",
                    "Write \"is below 90%\" where 90% itself does not count, \"is 90% or below\" where it does;"
                            + " likewise \"above\"."),
            slip("(?<=\\d)(?:st|nd|rd|th)\\b", "is not needed in a date.", "Write for example 1 September 2026."),
            slip(
                    "(?<=\\S )(?<!between \\S{1,20} )and(?= )",
                    "in the middle of a line can be read in two ways.",
                    "Begin a new line with \"and\" for a further condition; join values by \"or\", as in \"year 10 or 11\"."),
            slip(
                    "\\bis (?:not )?flagged\\b",
                    "follows a flag's name in quotation marks and ends the line.",
                    "Write for example: \"Severe absence\" is flagged."),
            slip(
                    "^(?!the )[^\"]{1,60} score\\b",
                    "does not stand here in a wording that Signpost knows.",
                    "Write for example \"the RONI score is 4 or above\"."),
            slip("(?<=[^ ,])[.,;]$", "is not needed at the end of a line.", "Take it away."));

    private Slips() {}

    /** Puts a slip of this line in place of the problems added since there were {@code before}, if it has one. */
    public static void explain(Line line, int before, Problems problems) {
        // The words of such a cell are not the person's own, and signs belong there.
        if (problems.size() == before || !line.hint().isEmpty()) {
            return;
        }
        String words = QUOTED.matcher(line.text())
                .replaceAll(quoted -> "\"".repeat(quoted.group().length()));
        for (Slip slip : SLIPS) {
            Matcher typed = slip.typed().matcher(words);
            if (typed.find()) {
                problems.instead(
                        before,
                        line.placeAt(typed.start()),
                        "\"" + typed.group() + "\" " + slip.message(),
                        slip.advice());
                return;
            }
        }
    }

    private static Slip slip(String typed, String message, String advice) {
        return new Slip(Pattern.compile(typed, Pattern.CASE_INSENSITIVE), message, advice);
    }
}
