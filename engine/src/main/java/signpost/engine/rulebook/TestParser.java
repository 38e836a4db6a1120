package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.profile.Value;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/** Reads what follows an attribute's name: {@code is 90% or below}, {@code includes geography}, {@code is not known}. */
final class TestParser {

    /** @param negated whether the words said "not" around the test */
    record Parsed(Test test, boolean negated) {}

    private static final Pattern CONFIRMED =
            Pattern.compile("was not confirmed (this term|for ([1-9]\\d?) terms?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "is (from|above|more than|at least) (?:grade )?(.+?) (?:to|and|up to) "
                    + "(?:(below|less than|at most) )?(?:grade )?(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("is (not )?between .+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_VALUE = Pattern.compile(
            "is (below|less than|above|more than|at least|at most) (?:grade )?(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_VALUE =
            Pattern.compile("is (?:grade )?(.+?) or (below|less|fewer|above|more|better)", Pattern.CASE_INSENSITIVE);

    private static final List<String> COMPARING =
            List.of("below", "less than", "above", "more than", "at least", "at most", "from");

    private final Problems problems;
    private final DayTestParser days;

    TestParser(Problems problems) {
        this.problems = problems;
        this.days = new DayTestParser(problems);
    }

    Optional<Parsed> parse(Attribute attribute, String words, Line line) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.equals("is known") || lower.equals("is not known")) {
            return Optional.of(new Parsed(new Test.IsKnown(), lower.contains("not")));
        }
        Matcher confirmed = CONFIRMED.matcher(words);
        if (confirmed.matches()) {
            int back = confirmed.group(2) == null ? 0 : Integer.parseInt(confirmed.group(2)) - 1;
            return Optional.of(new Parsed(new Test.NotConfirmedSince(back), false));
        }
        if (BETWEEN.matcher(words).matches() && ordered(attribute.kind())) {
            problems.add(
                    line.placeOf("between"),
                    "\"between\" does not say whether the two ends count.",
                    line.advice("Write \"from 85% to 90%\" where both count, \"from 85% to below 90%\", or"
                            + " \"above 85% and below 90%\" where neither does, with your own values."));
            return Optional.empty();
        }
        int before = problems.size();
        Kind kind = attribute.kind();
        Optional<Parsed> parsed;
        if (kind instanceof Kind.Amount number) {
            parsed = number(attribute, number, words, line);
        } else if (kind instanceof Kind.Scale scale) {
            parsed = scale(attribute, scale, words, line);
        } else if (kind instanceof Kind.Day) {
            parsed = days.parse(words, line).map(test -> new Parsed(test, false));
        } else if (kind instanceof Kind.SomeOf) {
            parsed = some(attribute, words, line);
        } else if (kind instanceof Kind.OneOf) {
            parsed = is(words).map(is -> new Parsed(new Test.IsOneOf(codes(attribute, is.rest(), line)), is.not()));
        } else {
            parsed = Optional.empty();
        }
        if (parsed.isEmpty() && problems.size() == before) {
            problems.add(
                    line.placeOf(words),
                    "\"" + words + "\" cannot be said of \"" + attribute.called() + "\".",
                    line.advice(Advice.forKind(attribute)));
        }
        return problems.size() == before ? parsed : Optional.empty();
    }

    private Optional<Parsed> number(Attribute attribute, Kind.Amount kind, String words, Line line) {
        Optional<Range> range = range(words);
        if (range.isPresent()) {
            BigDecimal least = amount(attribute, kind, range.get().least(), line);
            BigDecimal most = amount(attribute, kind, range.get().most(), line);
            checkOrder(least.compareTo(most), range.get(), line);
            return Optional.of(new Parsed(
                    new Test.Within(
                            new Test.Compares(range.get().lower(), least),
                            new Test.Compares(range.get().upper(), most)),
                    false));
        }
        Optional<Compared> compared = compared(words);
        if (compared.isPresent()) {
            return Optional.of(new Parsed(
                    new Test.Compares(
                            compared.get().comparison(),
                            amount(attribute, kind, compared.get().with(), line)),
                    false));
        }
        return is(words)
                .filter(is -> !alternatives(is.rest()).isEmpty())
                .map(is -> new Parsed(
                        new Test.OneOfNumbers(alternatives(is.rest()).stream()
                                .map(word -> amount(attribute, kind, word, line))
                                .toList()),
                        is.not()));
    }

    private BigDecimal amount(Attribute attribute, Kind.Amount kind, String written, Line line) {
        String bare = kind.unit().isEmpty() || kind.unit().equals("%") || !written.endsWith(kind.unit())
                ? written
                : written.substring(0, written.length() - kind.unit().length());
        Reading reading = ValueReader.read(attribute, bare);
        if (reading instanceof Reading.Read read && read.value() instanceof Value.Amount value) {
            if (kind.unit().equals("%") && !written.strip().endsWith("%")) {
                problems.add(
                        line.placeOf(written),
                        "\"" + written + "\" is a percentage.",
                        percentage(written.strip(), value.amount()));
            }
            return value.amount();
        }
        refused(attribute, written, reading, line);
        return BigDecimal.ZERO;
    }

    /** A number below one may be a share: 0.9 of all, not nine in a thousand. */
    private static String percentage(String written, BigDecimal amount) {
        boolean share = amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0;
        return share
                ? "Write " + amount.movePointRight(2).stripTrailingZeros().toPlainString()
                        + "% if a share of all is meant, or " + written + "% if less than one in a hundred is."
                : "Write it as " + written + "%.";
    }

    private Optional<Parsed> scale(Attribute attribute, Kind.Scale kind, String words, Line line) {
        List<String> steps = List.copyOf(kind.codes().keySet());
        Optional<Range> range = range(words);
        if (range.isPresent()) {
            Set<String> least = codes(attribute, range.get().least(), line);
            Set<String> most = codes(attribute, range.get().most(), line);
            if (least.size() != 1 || most.size() != 1) {
                return Optional.empty();
            }
            String low = least.iterator().next();
            String high = most.iterator().next();
            checkOrder(Integer.compare(steps.indexOf(low), steps.indexOf(high)), range.get(), line);
            return Optional.of(new Parsed(
                    new Test.Within(
                            new Test.Stands(range.get().lower(), low, steps),
                            new Test.Stands(range.get().upper(), high, steps)),
                    false));
        }
        Optional<Compared> compared = compared(words);
        if (compared.isPresent()) {
            String with = compared.get().with();
            Set<String> step = codes(attribute, with, line);
            if (step.size() > 1) {
                problems.add(
                        line.placeOf(with),
                        "\"" + with + "\" is more than one step to compare with.",
                        "Write a single one, such as \"is below "
                                + step.iterator().next() + "\".");
            }
            return step.stream()
                    .findFirst()
                    .map(at -> new Parsed(new Test.Stands(compared.get().comparison(), at, steps), false));
        }
        return is(words)
                .map(is -> new Parsed(
                        new Test.IsOneOf(codes(attribute, is.rest().replaceFirst("(?i)^grade ", ""), line)), is.not()));
    }

    private Optional<Parsed> some(Attribute attribute, String words, Line line) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (String lead : List.of("does not include ", "do not include ", "includes ", "include ")) {
            if (lower.startsWith(lead)) {
                Set<String> codes = codes(attribute, words.substring(lead.length()), line);
                return Optional.of(new Parsed(new Test.Includes(codes), lead.contains("not")));
            }
        }
        return switch (lower) {
            case "is none", "are none" -> Optional.of(new Parsed(new Test.HasNone(), false));
            case "is not none", "are not none" -> Optional.of(new Parsed(new Test.HasNone(), true));
            default -> Optional.empty();
        };
    }

    Set<String> codes(Attribute attribute, String written, Line line) {
        Set<String> codes = new LinkedHashSet<>();
        if (alternatives(written).isEmpty()) {
            problems.add(
                    line.placeOf(written),
                    "\"" + written + "\" names no value.",
                    line.advice(Advice.forKind(attribute)));
        }
        for (String word : alternatives(written)) {
            Reading reading = ValueReader.read(attribute, word);
            if (reading instanceof Reading.Read read && read.value() instanceof Value.Code code) {
                codes.add(code.code());
            } else if (reading instanceof Reading.Read read && read.value() instanceof Value.Codes some) {
                codes.addAll(some.codes());
            } else {
                refused(attribute, word, reading, line);
            }
        }
        return codes;
    }

    private void refused(Attribute attribute, String word, Reading reading, Line line) {
        String why = reading instanceof Reading.Refused refused ? refused.message() : "is empty";
        problems.add(
                line.placeOf(word),
                "\"" + BlockReader.shortened(word) + "\" " + why + ", so \"" + attribute.called()
                        + "\" can never be that.",
                comparing(word, attribute.kind())
                        .or(() -> Nearest.to(word, attribute.kind().labels().keySet()))
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElseGet(() -> line.advice(Advice.forKind(attribute))));
    }

    /** {@code abov 50%} with its comparing word as it was probably meant. */
    private static Optional<String> comparing(String word, Kind kind) {
        return ordered(kind)
                ? comparing(word, word.indexOf(' ', word.indexOf(' ') + 1))
                        .or(() -> comparing(word, word.indexOf(' ')))
                        .or(() -> comparing(word, word.length()))
                : Optional.empty();
    }

    private static Optional<String> comparing(String word, int end) {
        return end < 0
                ? Optional.empty()
                : Nearest.to(word.substring(0, end), COMPARING).map(near -> near + word.substring(end));
    }

    private record Is(String rest, boolean not) {}

    private static Optional<Is> is(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.startsWith("is not ")) {
            return Optional.of(new Is(words.substring(7), true));
        }
        if (lower.startsWith("is one of ")) {
            return Optional.of(new Is(words.substring(10), false));
        }
        return lower.startsWith("is ") ? Optional.of(new Is(words.substring(3), false)) : Optional.empty();
    }

    private static boolean ordered(Kind kind) {
        return kind instanceof Kind.Amount || kind instanceof Kind.Scale || kind instanceof Kind.Day;
    }

    private record Range(Comparison lower, String least, Comparison upper, String most) {}

    private static Optional<Range> range(String words) {
        Matcher range = RANGE.matcher(words);
        if (!range.matches()) {
            return Optional.empty();
        }
        boolean from = Set.of("from", "at least").contains(range.group(1).toLowerCase(Locale.ROOT));
        boolean below = range.group(3) != null && !range.group(3).equalsIgnoreCase("at most");
        return Optional.of(new Range(
                from ? Comparison.AT_LEAST : Comparison.ABOVE,
                range.group(2).strip(),
                below ? Comparison.BELOW : Comparison.AT_MOST,
                range.group(4).strip()));
    }

    /** @param order the sign of comparing the lower end with the upper */
    private void checkOrder(int order, Range range, Line line) {
        boolean bothCount = range.lower() == Comparison.AT_LEAST && range.upper() == Comparison.AT_MOST;
        if (order > 0) {
            problems.add(
                    line.placeOf(range.least()), "The range ends before it begins.", "Write the smaller value first.");
        } else if (order == 0 && !bothCount) {
            problems.add(
                    line.placeOf(range.least()),
                    "Nothing lies in this range.",
                    "Write two different ends, or a single value.");
        }
    }

    private record Compared(Comparison comparison, String with) {}

    private static Optional<Compared> compared(String words) {
        Matcher before = BEFORE_VALUE.matcher(words);
        if (before.matches()) {
            Comparison comparison = switch (before.group(1).toLowerCase(Locale.ROOT)) {
                case "below", "less than" -> Comparison.BELOW;
                case "at most" -> Comparison.AT_MOST;
                case "at least" -> Comparison.AT_LEAST;
                default -> Comparison.ABOVE;
            };
            return Optional.of(new Compared(comparison, before.group(2).strip()));
        }
        Matcher after = AFTER_VALUE.matcher(words);
        if (after.matches()) {
            boolean down =
                    Set.of("below", "less", "fewer").contains(after.group(2).toLowerCase(Locale.ROOT));
            return Optional.of(new Compared(
                    down ? Comparison.AT_MOST : Comparison.AT_LEAST,
                    after.group(1).strip()));
        }
        return Optional.empty();
    }

    /** {@code 10, 11 or 12} as its parts. */
    static List<String> alternatives(String written) {
        List<String> parts = new ArrayList<>();
        for (String part : written.split("(?i),|\\s+or\\s+", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
