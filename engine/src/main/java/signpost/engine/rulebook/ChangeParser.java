package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** Reads how an attribute moved since last term: {@code fell by 5 points or more since last term}. */
final class ChangeParser {

    private static final Pattern MOVED = Pattern.compile(
            "(fell|rose) by (\\d{1,6}(?:\\.\\d{1,4})?)(?: ?([a-z%]{1,20}))? or more(?: since last term)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIFFERS =
            Pattern.compile("(changed|has not changed) since last term", Pattern.CASE_INSENSITIVE);

    private final Problems problems;

    ChangeParser(Problems problems) {
        this.problems = problems;
    }

    static boolean speaksOf(String words) {
        return words.matches("(?i)(fell|rose|changed|has not changed)\\b.{0,200}");
    }

    /**
     * The change these words ask for.
     *
     * @param rest what follows the attribute's name
     * @param words the whole line
     */
    Optional<Condition> parse(Attribute attribute, String rest, String words, Place place) {
        Matcher differs = DIFFERS.matcher(rest);
        if (differs.matches()) {
            Condition changed = new Condition.Changed(attribute, new Change.Differs(), words, place);
            return Optional.of(
                    differs.group(1).equalsIgnoreCase("changed") ? changed : new Condition.Not(changed, words, place));
        }
        Matcher moved = MOVED.matcher(rest);
        Optional<Change> change = moved.matches() ? change(attribute, moved) : Optional.empty();
        if (change.isEmpty()) {
            problems.add(
                    place,
                    "\"" + rest + "\" cannot be said of \"" + attribute.called() + "\".",
                    "Write for example \"" + attribute.called() + " "
                            + (measured(attribute) ? "fell by " + example(attribute) + " or more" : "changed")
                            + " since last term\".");
        }
        return change.map(asked -> new Condition.Changed(attribute, asked, words, place));
    }

    private static Optional<Change> change(Attribute attribute, Matcher moved) {
        boolean up = moved.group(1).equalsIgnoreCase("rose");
        BigDecimal by = new BigDecimal(moved.group(2));
        if (by.signum() <= 0 || !units(attribute, moved.group(3))) {
            return Optional.empty();
        }
        if (attribute.kind() instanceof Kind.Scale scale) {
            return by.stripTrailingZeros().scale() > 0
                    ? Optional.empty()
                    : Optional.of(new Change.Stepped(
                            up, by.intValue(), List.copyOf(scale.codes().keySet())));
        }
        return attribute.kind() instanceof Kind.Amount
                ? Optional.of(new Change.Moved(up, by.stripTrailingZeros()))
                : Optional.empty();
    }

    /** A percentage moves by points: "by 5%" could mean a twentieth of what it was. */
    private static boolean units(Attribute attribute, @org.jspecify.annotations.Nullable String unit) {
        if (unit == null) {
            return !(attribute.kind() instanceof Kind.Amount number
                    && number.unit().equals("%"));
        }
        if (attribute.kind() instanceof Kind.Scale) {
            return unit.matches("(?i)grades?|steps?");
        }
        return attribute.kind() instanceof Kind.Amount number
                && (number.unit().equals("%")
                        ? unit.matches("(?i)points?|percentage points?")
                        : unit.equalsIgnoreCase(number.unit()));
    }

    private static boolean measured(Attribute attribute) {
        return attribute.kind() instanceof Kind.Amount || attribute.kind() instanceof Kind.Scale;
    }

    private static String example(Attribute attribute) {
        if (attribute.kind() instanceof Kind.Amount number) {
            return number.unit().equals("%") ? "5 points" : ("2 " + number.unit()).strip();
        }
        return "1 step";
    }
}
