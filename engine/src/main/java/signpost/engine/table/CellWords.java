package signpost.engine.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/**
 * Says a cell in the words that a person would type: {@code <90} under attendance is "attendance is below 90%". What it does
 * not know it hands on as it stands, so that whatever reads rules says what is wrong with it.
 */
final class CellWords {

    /** What leaves a cell open, besides nothing. */
    private static final Set<String> ANY = Set.of("-", "–", "—", "any", "*");

    private static final List<String> VERBS =
            List.of("is ", "are ", "was ", "were ", "has ", "include", "does ", "do ");

    private CellWords() {}

    static boolean any(String cell) {
        return ANY.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The conditions of a cell, all of which must hold; none when it leaves the attribute open. */
    static List<String> of(Attribute attribute, String cell) {
        if (any(cell)) {
            return List.of();
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "known" -> List.of(attribute.called() + " is known");
            case "not known", "unknown" -> List.of(attribute.called() + " is not known");
            default -> ofKind(attribute, cell);
        };
    }

    /** Whether raised flags are wanted: {@code Y} or {@code N}; as it stands when it is neither. */
    static List<String> ofFlag(String flag, String cell) {
        if (any(cell)) {
            return List.of();
        }
        String raised = "\"" + flag + "\" is ";
        return List.of(
                yesNo(cell).map(yes -> raised + (yes ? "" : "not ") + "flagged").orElse(raised + cell));
    }

    private static List<String> ofKind(Attribute attribute, String cell) {
        Kind kind = attribute.kind();
        if (kind instanceof Kind.YesNo) {
            return List.of(ofYesNo(attribute, cell));
        }
        if (kind instanceof Kind.OneOf) {
            return List.of(ofOne(attribute, cell));
        }
        if (kind instanceof Kind.SomeOf) {
            return ofSome(attribute, cell);
        }
        return kind instanceof Kind.Text ? List.of(asItStands(attribute.called(), cell)) : Ordered.of(attribute, cell);
    }

    private static String ofYesNo(Attribute attribute, String cell) {
        Optional<Boolean> wanted = yesNo(cell);
        if (wanted.isEmpty()) {
            return asItStands(attribute.called(), cell);
        }
        String yes = wanted.get() ? "Y" : "N";
        return phrase(attribute, List.of(yes))
                .or(() -> phrase(attribute, List.of(wanted.get() ? "N" : "Y")).map(phrase -> "not " + phrase))
                .orElse(attribute.called() + " is " + (wanted.get() ? "yes" : "no"));
    }

    /** The same words as in an import, and {@code not Y}. */
    private static Optional<Boolean> yesNo(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (lower.startsWith("not ")) {
            return yesNo(lower.substring(4)).map(yes -> !yes);
        }
        return switch (lower) {
            case "y", "yes", "t", "true", "1" -> Optional.of(true);
            case "n", "no", "f", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String ofOne(Attribute attribute, String cell) {
        if (cell.toLowerCase(Locale.ROOT).startsWith("not ")) {
            return attribute.called() + " is not " + either(alternatives(cell.substring(4)));
        }
        List<String> wanted = alternatives(cell);
        return phrase(attribute, wanted).orElseGet(() -> asItStands(attribute.called(), either(wanted)));
    }

    private static List<String> ofSome(Attribute attribute, String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (lower.equals("none") || lower.equals("not none")) {
            return List.of(attribute.called() + " is " + lower);
        }
        List<String> sentences = new ArrayList<>();
        for (String part : cell.split("(?i)\\s+and\\s+", -1)) {
            if (part.toLowerCase(Locale.ROOT).startsWith("not ")) {
                sentences.add(attribute.called() + " does not include " + either(alternatives(part.substring(4))));
            } else {
                String includes = attribute.called() + " includes " + either(alternatives(part));
                sentences.add(phrase(attribute, List.of(part)).orElse(includes));
            }
        }
        return sentences;
    }

    /** The attribute's own sentence for exactly these values. */
    static Optional<String> phrase(Attribute attribute, List<String> wanted) {
        Optional<Set<String>> values = canonical(attribute, wanted);
        for (Phrase phrase : values.isEmpty() ? List.<Phrase>of() : attribute.phrases()) {
            if (!phrase.open() && Set.copyOf(phrase.values()).equals(values.get())) {
                return Optional.of(phrase.text());
            }
            boolean percentage = attribute.kind() instanceof Kind.Amount amount
                    && amount.unit().equals("%");
            if (phrase.open() && !percentage) {
                return Optional.of(phrase.text().replace(Phrase.PLACEHOLDER, either(wanted)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> canonical(Attribute attribute, List<String> wanted) {
        Set<String> values = new HashSet<>();
        for (String word : wanted) {
            if (!(ValueReader.read(attribute, word) instanceof Reading.Read read)) {
                return Optional.empty();
            }
            values.add(read.value().canonical());
        }
        return Optional.of(values);
    }

    /** {@code K or E}, {@code K, E} and {@code K; E} as their parts. */
    static List<String> alternatives(String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : cell.split("(?i)[,;]|\\s+or\\s+", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts.isEmpty() ? List.of(cell) : parts;
    }

    static String either(List<String> parts) {
        return String.join(" or ", parts);
    }

    static String asItStands(String called, String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return called + (VERBS.stream().anyMatch(lower::startsWith) ? " " : " is ") + cell;
    }
}
