package signpost.engine.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** Says a cell about something with an order (numbers, grades, days, points): {@code <90}, {@code 85 to 90}, {@code 4+}. */
final class Ordered {

    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<>|≤|≥|≠|<|>)\\s*([^<>=≤≥≠]+)");
    private static final Pattern IN_WORDS = Pattern.compile(
            "(below|under|less than|above|over|more than|at least|at most|on or before|on or after|before|after|not) (.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS_AFTER =
            Pattern.compile("(.+?) or (below|less|fewer|under|above|more|better|over)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OR_MORE = Pattern.compile("([^+]+?) ?\\+");
    private static final Pattern RANGE =
            Pattern.compile("(?:from )?(>?) ?([^<> ][^<>]*?) to (<?) ?([^<>]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASHED = Pattern.compile("(>?) ?([\\d.]+ ?%?) ?[-–] ?(<?) ?([\\d.]+ ?%?)");
    private static final Pattern NUMBER = Pattern.compile("-?[\\d.]+");

    private Ordered() {}

    /** Single spaces, so that no pattern above has two ways to take the same run of them. */
    private static String oneSpace(String cell) {
        return cell.strip().replaceAll("\\s++", " ");
    }

    static List<String> of(Attribute attribute, String written) {
        String cell = oneSpace(written);
        String called = attribute.called();
        boolean day = attribute.kind() instanceof Kind.Day;
        if (day && cell.toLowerCase(Locale.ROOT).matches(".* (ago|away)")) {
            return List.of(CellWords.asItStands(called, cell));
        }
        Optional<Matcher> range = range(cell, !day);
        if (range.isPresent()) {
            return between(attribute, range.get());
        }
        Optional<Side> side = side(cell);
        if (side.isPresent()) {
            return List.of(sentence(attribute, side.get()));
        }
        List<String> values = CellWords.alternatives(cell).stream()
                .map(value -> operand(attribute, value))
                .toList();
        if (day) {
            return List.of(cell.matches("\\d.*") ? called + " is on " + cell : CellWords.asItStands(called, cell));
        }
        return List.of(CellWords.phrase(attribute, values)
                .orElseGet(() -> CellWords.asItStands(called, CellWords.either(values))));
    }

    /** The same of a score, whose points are whole numbers. */
    static List<String> ofScore(String score, String written) {
        String cell = oneSpace(written);
        String called = "the " + score + " score is ";
        if (CellWords.any(cell)) {
            return List.of();
        }
        Optional<Matcher> range = range(cell, true);
        if (range.isPresent()) {
            Optional<Integer> least =
                    whole(range.get().group(2), range.get().group(1).isEmpty() ? 0 : 1);
            Optional<Integer> most =
                    whole(range.get().group(4), range.get().group(3).isEmpty() ? 0 : -1);
            return List.of(called
                    + (least.isPresent() && most.isPresent() ? "from " + least.get() + " to " + most.get() : cell));
        }
        return List.of(called + side(cell).flatMap(Ordered::points).orElse(cell));
    }

    private static Optional<String> points(Side side) {
        return switch (side.sign()) {
            case "<" -> whole(side.with(), -1).map(most -> most + " or below");
            case "<=" -> whole(side.with(), 0).map(most -> most + " or below");
            case ">" -> whole(side.with(), 1).map(least -> least + " or above");
            case ">=" -> whole(side.with(), 0).map(least -> least + " or above");
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> whole(String text, int more) {
        return text.matches("\\d{1,4}") ? Optional.of(Math.max(0, Integer.parseInt(text) + more)) : Optional.empty();
    }

    /** One end, as {@code <}, {@code <=}, {@code >}, {@code >=} or {@code not}, and what it is compared with. */
    private record Side(String sign, String with) {}

    private static Optional<Side> side(String cell) {
        Matcher compared = COMPARED.matcher(cell);
        if (compared.matches()) {
            return Optional.of(
                    new Side(sign(compared.group(1)), compared.group(2).strip()));
        }
        Matcher words = IN_WORDS.matcher(cell);
        if (words.matches()) {
            return Optional.of(new Side(sign(words.group(1)), words.group(2).strip()));
        }
        Matcher after = WORDS_AFTER.matcher(cell);
        if (after.matches()) {
            return Optional.of(
                    new Side(sign("or " + after.group(2)), after.group(1).strip()));
        }
        Matcher more = OR_MORE.matcher(cell);
        return more.matches() ? Optional.of(new Side(">=", more.group(1).strip())) : Optional.empty();
    }

    private static String sign(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "<", "below", "under", "less than", "before" -> "<";
            case ">", "above", "over", "more than", "after" -> ">";
            case "<=", "≤", "at most", "on or before", "or below", "or less", "or fewer", "or under" -> "<=";
            case ">=", "≥", "at least", "on or after", "or above", "or more", "or better", "or over" -> ">=";
            default -> "not";
        };
    }

    private static Optional<Matcher> range(String cell, boolean dashes) {
        Matcher range = RANGE.matcher(cell);
        if (range.matches()) {
            return Optional.of(range);
        }
        Matcher dashed = DASHED.matcher(cell);
        return dashes && dashed.matches() ? Optional.of(dashed) : Optional.empty();
    }

    /** Both ends belong to a range, unless a sign says that one does not. */
    private static List<String> between(Attribute attribute, Matcher range) {
        boolean least = range.group(1).isEmpty();
        boolean most = range.group(3).isEmpty();
        if (attribute.kind() instanceof Kind.Day && !(least && most)) {
            return List.of(
                    sentence(attribute, new Side(least ? ">=" : ">", range.group(2))),
                    sentence(attribute, new Side(most ? "<=" : "<", range.group(4))));
        }
        String from = least ? " is from " : " is above ";
        String to = least ? (most ? " to " : " to below ") : (most ? " and at most " : " and below ");
        return List.of(attribute.called()
                + from
                + operand(attribute, range.group(2))
                + to
                + operand(attribute, range.group(4)));
    }

    private static String sentence(Attribute attribute, Side side) {
        String with = CellWords.either(CellWords.alternatives(side.with()).stream()
                .map(value -> operand(attribute, value))
                .toList());
        String said = attribute.kind() instanceof Kind.Day ? ofDay(side.sign(), with) : ofStep(side.sign(), with);
        return side.sign().equals("not") && attribute.kind() instanceof Kind.Day
                ? "not " + attribute.called() + said
                : attribute.called() + said;
    }

    private static String ofStep(String sign, String with) {
        return switch (sign) {
            case "<" -> " is below " + with;
            case "<=" -> " is " + with + " or below";
            case ">" -> " is above " + with;
            case ">=" -> " is " + with + " or above";
            default -> " is not " + with;
        };
    }

    private static String ofDay(String sign, String with) {
        return switch (sign) {
            case "<" -> " is before " + with;
            case "<=" -> " is on or before " + with;
            case ">" -> " is after " + with;
            case ">=" -> " is on or after " + with;
            default -> " is on " + with;
        };
    }

    /** A spreadsheet may hold 90% as 0.9, so 0.9 without the sign could mean either. */
    private static boolean share(String value) {
        return value.strip().matches("0?\\.\\d*[1-9]\\d*");
    }

    /** A percentage may stand without its sign in a column of percentages, and a unit may stand apart. */
    private static String operand(Attribute attribute, String value) {
        String bare = value.strip();
        if (attribute.kind() instanceof Kind.Amount amount && !amount.unit().isEmpty()) {
            if (bare.endsWith(amount.unit())) {
                bare = bare.substring(0, bare.length() - amount.unit().length()).strip();
            }
            return amount.unit().equals("%") && NUMBER.matcher(bare).matches() && !share(value) ? bare + "%" : bare;
        }
        return bare;
    }
}
