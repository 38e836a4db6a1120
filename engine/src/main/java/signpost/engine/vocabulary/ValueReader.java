package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.engine.profile.Value;

/** Reads the text of a cell or a rule as a value of an attribute. */
public final class ValueReader {

    /** Longer texts are refused. */
    public static final int LONGEST_TEXT = 200;

    private static final int MOST_CODES = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");
    private static final Set<String> YES = Set.of("y", "yes", "t", "true", "1");
    private static final Set<String> NO = Set.of("n", "no", "f", "false", "0");

    private ValueReader() {}

    public static Reading read(Attribute attribute, String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return new Reading.Blank();
        }
        if (text.length() > LONGEST_TEXT) {
            return new Reading.Refused("is longer than " + LONGEST_TEXT + " characters");
        }
        String canonical = attribute.alsoRead().getOrDefault(text.toLowerCase(Locale.ROOT), text);
        Kind kind = attribute.kind();
        if (kind instanceof Kind.Amount number) {
            return number(number, canonical);
        }
        if (kind instanceof Kind.Day) {
            return Dates.read(canonical)
                    .<Reading>map(date -> new Reading.Read(new Value.Day(date)))
                    .orElseGet(() -> new Reading.Refused("is not a date such as 2026-09-01 or 01/09/2026"));
        }
        if (kind instanceof Kind.YesNo) {
            return yesNo(canonical);
        }
        if (kind instanceof Kind.SomeOf someOf) {
            return codes(attribute, someOf, canonical);
        }
        if (kind instanceof Kind.Text) {
            return new Reading.Read(new Value.Text(canonical));
        }
        return code(kind.labels(), canonical)
                .<Reading>map(code -> new Reading.Read(new Value.Code(code)))
                .orElseGet(() -> notOneOf(kind));
    }

    private static Reading number(Kind.Amount kind, String written) {
        String text = written.endsWith("%") && kind.unit().equals("%")
                ? written.substring(0, written.length() - 1).strip()
                : written;
        if (!NUMBER.matcher(text).matches()) {
            return new Reading.Refused("is not a number");
        }
        BigDecimal amount = new BigDecimal(text);
        if (!kind.allows(amount)) {
            return new Reading.Refused("is not a " + (kind.whole() ? "whole " : "") + "number from "
                    + kind.min().toPlainString() + " to " + kind.max().toPlainString());
        }
        return new Reading.Read(new Value.Amount(amount));
    }

    private static Reading yesNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return new Reading.Read(new Value.YesNo(true));
        }
        return NO.contains(word)
                ? new Reading.Read(new Value.YesNo(false))
                : new Reading.Refused("is neither yes nor no (Y, N, Yes, No, T, F, 1, 0)");
    }

    private static Reading codes(Attribute attribute, Kind.SomeOf kind, String text) {
        if (text.equalsIgnoreCase("none")) {
            return new Reading.Read(Value.Codes.of(Set.of()));
        }
        Set<String> found = new LinkedHashSet<>();
        for (String part : text.split(";", -1)) {
            String word = part.strip();
            if (word.isEmpty()) {
                continue;
            }
            String also = attribute.alsoRead().getOrDefault(word.toLowerCase(Locale.ROOT), word);
            Optional<String> code = kind.codes().isEmpty() ? Optional.of(also) : code(kind.codes(), also);
            if (code.isEmpty()) {
                return notOneOf(kind);
            }
            found.add(code.get());
        }
        if (found.isEmpty() || found.size() > MOST_CODES) {
            return new Reading.Refused("is not a list of up to " + MOST_CODES + " entries separated by ;");
        }
        return new Reading.Read(kind.codes().isEmpty() ? new Value.Codes(found) : Value.Codes.of(found));
    }

    private static Reading notOneOf(Kind kind) {
        return new Reading.Refused(
                "is not one of " + kind.labels().keySet().stream().limit(20).collect(Collectors.joining(", ")));
    }

    private static Optional<String> code(Map<String, String> codes, String text) {
        if (codes.containsKey(text)) {
            return Optional.of(text);
        }
        return codes.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(text)
                        || entry.getValue().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
