package signpost.engine.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;
import signpost.engine.vocabulary.Vocabulary;

/** Ways to say a pick, best first. Whether they are read as they are meant is not looked at here. */
final class Sentences {

    private static final Set<Verb> HELP =
            Set.of(Verb.OFFERED, Verb.NOT_ATTENDED, Verb.DELIVERED, Verb.OVERRIDDEN_FOR_GOOD);
    private static final Set<Verb> MOVED = Set.of(Verb.FELL, Verb.ROSE);
    /** What a phrase of the vocabulary can say. */
    private static final Set<Verb> PHRASED = Set.of(Verb.IS, Verb.INCLUDES, Verb.YES, Verb.NO, Verb.NONE);

    private static final Set<Verb> ANSWERS = Set.of(Verb.YES, Verb.NO);

    private final Vocabulary vocabulary;

    Sentences(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<String> of(Pick pick) {
        List<String> ways = new ArrayList<>();
        List<String> values = pick.values().stream().map(Sentences::clean).toList();
        if (pick.sort() == Sort.ATTRIBUTE) {
            vocabulary.byKey(pick.key()).ifPresent(attribute -> attribute(attribute, pick.verb(), values, ways));
        } else {
            ways.add(sentence(subject(pick), pick.verb(), values));
        }
        return pick.not() ? ways.stream().map(way -> not(pick.verb(), way)).toList() : ways;
    }

    private static String not(Verb verb, String sentence) {
        return HELP.contains(verb) ? sentence.replaceFirst(" was ", " was not ") : "not " + sentence;
    }

    static String subject(Pick pick) {
        return switch (pick.sort()) {
            case FLAG -> "\"" + clean(pick.key()) + "\"";
            case SCORE -> "the " + clean(pick.key()) + " score";
            case HELP, ATTRIBUTE -> clean(pick.key());
            case TODAY -> "today";
            case TERM -> "it";
        };
    }

    private static void attribute(Attribute attribute, Verb verb, List<String> values, List<String> ways) {
        if (PHRASED.contains(verb)) {
            phrases(attribute, verb, values, ways);
        }
        if (ANSWERS.contains(verb)) {
            return;
        }
        List<String> shown =
                values.stream().map(value -> shown(attribute, verb, value)).toList();
        ways.add(sentence(attribute.called(), verb, shown));
        if (verb == Verb.IS) {
            // A code such as NOT is taken for the word.
            ways.add(attribute.called() + " is one of " + joined(shown));
        }
        List<String> labels = values.stream()
                .map(value -> attribute.kind().labels().getOrDefault(value, value))
                .toList();
        if (!attribute.kind().labels().isEmpty()) {
            ways.add(sentence(attribute.called(), verb, labels));
        }
    }

    /** The attribute's own sentences: a whole one before one with values to fill in. */
    private static void phrases(Attribute attribute, Verb verb, List<String> values, List<String> ways) {
        Set<String> wanted = new HashSet<>(values);
        answer(verb).ifPresent(wanted::add);
        attribute.phrases().stream()
                .filter(phrase -> !phrase.open() && wanted.equals(values(phrase)))
                .map(Phrase::text)
                .forEach(ways::add);
        attribute.phrases().stream()
                .filter(phrase -> phrase.open() && !values.isEmpty())
                .map(phrase -> phrase.text().replace(Phrase.PLACEHOLDER, joined(values)))
                .forEach(ways::add);
    }

    private static Optional<String> answer(Verb verb) {
        return switch (verb) {
            case YES -> Optional.of("Y");
            case NO -> Optional.of("N");
            case NONE -> Optional.of("none");
            default -> Optional.empty();
        };
    }

    private static Set<String> values(Phrase phrase) {
        Set<String> values = new HashSet<>();
        phrase.values().forEach(value -> values.addAll(List.of(value.split(";", -1))));
        return values;
    }

    private static String shown(Attribute attribute, Verb verb, String value) {
        if (verb == Verb.NOT_CONFIRMED_FOR) {
            return value;
        }
        String unit = attribute.kind() instanceof Kind.Amount amount ? amount.unit() : "";
        if (MOVED.contains(verb)) {
            return moved(attribute, unit, value);
        }
        String bare = unit.isEmpty() || !value.endsWith(unit)
                ? value
                : value.substring(0, value.length() - unit.length()).strip();
        return unit.isEmpty() ? value : bare + (unit.equals("%") ? "" : " ") + unit;
    }

    private static String moved(Attribute attribute, String unit, String value) {
        String one = value.equals("1") ? "" : "s";
        if (attribute.kind() instanceof Kind.Scale) {
            return value + " step" + one;
        }
        return unit.equals("%") ? value + " point" + one : (value + " " + unit).strip();
    }

    static String sentence(String subject, Verb verb, List<String> values) {
        String said = verb.template();
        if (said.contains("{1}")) {
            said = said.replace("{1}", values.size() > 1 ? values.get(1) : "");
            said = said.replace("{0}", values.isEmpty() ? "" : values.get(0));
        } else if (verb == Verb.IS && values.size() > 2) {
            said = "is one of " + joined(values);
        } else {
            said = said.replace("{0}", joined(values));
        }
        return (subject + " " + said).strip();
    }

    /** {@code 10, 11 or 12}. */
    private static String joined(List<String> values) {
        if (values.size() < 2) {
            return String.join("", values);
        }
        int last = values.size() - 1;
        return String.join(", ", values.subList(0, last)) + " or " + values.get(last);
    }

    /** A line is one line, whatever somebody sends. */
    static String clean(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }
}
