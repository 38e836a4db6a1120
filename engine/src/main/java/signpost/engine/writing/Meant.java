package signpost.engine.writing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Nearest;

/** Turns the advice {@code Did you mean "attendance"?} into a change, where it is sure what of the line was meant. */
final class Meant {

    private static final Pattern ADVICE =
            Pattern.compile("Did you mean (?:the flag |the score )?(?:\"([^\"]+)\"|(\\{[^}]+})|([\\w.+/-]+))\\?");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ABOUT = Pattern.compile("(.+?) (?:is|includes|was|fell|rose|changed|has) .*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d _'-]+");
    private static final Pattern CODE = Pattern.compile("has no intervention|can never be that");
    private static final int SHORT = 6;
    private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}");

    private Meant() {}

    static Optional<Fix> of(Spot spot) {
        Matcher advice = ADVICE.matcher(spot.problem().advice());
        if (!advice.find()) {
            return Optional.empty();
        }
        String right =
                advice.group(1) != null ? advice.group(1) : advice.group(2) != null ? advice.group(2) : advice.group(3);
        String message = spot.problem().message();
        if (message.contains("is not a condition Signpost knows")) {
            return condition(spot, right);
        }
        if (message.endsWith("does not begin a block.")) {
            return header(spot, right);
        }
        if (right.startsWith("{")) {
            Matcher hole = HOLE.matcher(spot.rest());
            return hole.lookingAt() ? spot.instead(hole.group(), right) : Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find()
                        && sameFigures(quoted.group(1), right)
                        && !crowded(spot, quoted.group(1), right)
                        && (!CODE.matcher(message).find() || sameCode(quoted.group(1), right))
                ? spot.instead(quoted.group(1), right)
                : Optional.empty();
    }

    /** An attribute's name, or a whole sentence in place of the line that is the same but for slips of the pen. */
    private static Optional<Fix> condition(Spot spot, String right) {
        String written = spot.rest().strip();
        Matcher about = ABOUT.matcher(written);
        boolean sentence = ABOUT.matcher(right + " .").matches();
        if (sentence) {
            return sameFigures(written, right) && alike(written.split(" ", -1), right.split(" ", -1))
                    ? spot.instead(written, right)
                    : Optional.empty();
        }
        return about.matches() && PLAIN.matcher(about.group(1)).matches()
                ? spot.instead(about.group(1), right)
                : Optional.empty();
    }

    private static Optional<Fix> header(Spot spot, String right) {
        String rest = spot.rest();
        int colon = rest.indexOf(':');
        int space = rest.indexOf(' ');
        int end = colon >= 0 ? colon + 1 : space >= 0 ? space : rest.length();
        return spot.instead(rest.substring(0, end), right);
    }

    /** Whether they are the same word for word, but for slips of the pen: a "no" may not get lost. */
    private static boolean alike(String[] wrong, String[] right) {
        return wrong.length == right.length
                && IntStream.range(0, wrong.length).allMatch(at -> alike(wrong[at], right[at]));
    }

    private static boolean alike(String wrong, String right) {
        return wrong.equalsIgnoreCase(right)
                || (wrong.length() > 3 && letters(wrong).equals(letters(right)))
                || Nearest.to(wrong, List.of(right)).isPresent();
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    /** Short codes are near to many others: only a capital, a swap or a missing nought is surely a slip. */
    private static boolean sameCode(String wrong, String right) {
        String small = wrong.toLowerCase(Locale.ROOT);
        String meant = right.toLowerCase(Locale.ROOT);
        return right.length() > SHORT
                || letters(small).equals(letters(meant))
                || small.equals(meant.replace("-0", "-"));
    }

    /** Whether what follows on the line may not stand beside this field. */
    private static boolean crowded(Spot spot, String wrong, String right) {
        String beside = spot.rest().replace(wrong, "").replaceFirst("^:", "");
        return !beside.isBlank()
                && Shapes.ALL.stream().anyMatch(shape -> shape.bare().contains(right));
    }

    /** Codes have figures of their own; in a sentence another figure is another meaning. */
    private static boolean sameFigures(String wrong, String right) {
        return !right.contains(" ") || wrong.replaceAll("\\D", "").equals(right.replaceAll("\\D", ""));
    }
}
