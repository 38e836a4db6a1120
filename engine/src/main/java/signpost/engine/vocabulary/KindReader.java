package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;

/** Reads {@code Kind: percentage from 0 to 100} and its sisters. */
final class KindReader {

    private static final List<String> FORMS = List.of(
            "percentage from 0 to 100",
            "whole number from 0 to 10",
            "number from 0 to 10 hours",
            "date",
            "yes or no",
            "one of",
            "some of",
            "some of any text",
            "scale",
            "text");
    /** No commas or semicolons: lists are cut there, so a rule could never name such a code. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+/-]{0,39}");

    private static final Pattern RANGE = Pattern.compile(
            "(percentage|whole number|number) from (-?[\\d.]{1,12}) to (-?[\\d.]{1,12})( [a-z%]{1,20})?");

    private final Problems problems;

    KindReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Kind> read(Field field) {
        String text = field.value().text().toLowerCase(Locale.ROOT);
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return range(field, range);
        }
        return switch (text) {
            case "date" -> Optional.of(new Kind.Day());
            case "yes or no" -> Optional.of(new Kind.YesNo());
            case "text" -> Optional.of(new Kind.Text());
            case "some of any text" -> Optional.of(new Kind.SomeOf(Map.of()));
            case "one of" -> codes(field).map(Kind.OneOf::new);
            case "some of" -> codes(field).map(Kind.SomeOf::new);
            case "scale" -> codes(field).map(Kind.Scale::new);
            default -> unknown(field, text);
        };
    }

    private Optional<Kind> unknown(Field field, String text) {
        problems.add(
                field.value().place(),
                "\"" + field.value().text() + "\" is not a kind of attribute.",
                "Write one of: " + String.join("; ", FORMS) + "."
                        + Nearest.to(text, FORMS)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse(""));
        return Optional.empty();
    }

    private Optional<Kind> range(Field field, Matcher range) {
        try {
            BigDecimal min = new BigDecimal(range.group(2));
            BigDecimal max = new BigDecimal(range.group(3));
            if (min.compareTo(max) < 0) {
                boolean percentage = range.group(1).equals("percentage");
                String unit = range.group(4) == null ? "" : range.group(4).strip();
                return Optional.of(new Kind.Amount(
                        min, max, percentage ? "%" : unit, range.group(1).equals("whole number")));
            }
        } catch (NumberFormatException notANumber) {
            problems.add(
                    field.value().place(),
                    "The ends of the range are not numbers.",
                    "Write for example \"number from 0 to 10 hours\".");
            return Optional.empty();
        }
        problems.add(field.value().place(), "The range ends before it begins.", "Write the smaller number first.");
        return Optional.empty();
    }

    private Optional<Map<String, String>> codes(Field field) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Line line : field.body()) {
            int equals = line.text().indexOf('=');
            if (equals < 1) {
                problems.add(
                        line.place(), "\"" + line.text() + "\" is not a code.", "Write it as CODE = what it means.");
                continue;
            }
            String code = line.text().substring(0, equals).strip();
            if (!CODE.matcher(code).matches()) {
                problems.add(
                        line.place(),
                        "\"" + code + "\" cannot be a code.",
                        "Use letters, digits, spaces and any of . _ + / -, beginning with a letter or digit.");
            }
            if (codes.put(code, line.text().substring(equals + 1).strip()) != null) {
                problems.add(line.place(), "The code \"" + code + "\" stands here twice.", "Keep one of them.");
            }
        }
        if (codes.isEmpty() && field.body().isEmpty()) {
            problems.add(
                    field.place(),
                    "This kind has no codes.",
                    "List them beneath it, one a line: CODE = what it means.");
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }
}
