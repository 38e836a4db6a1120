package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Derivation;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;
import signpost.engine.vocabulary.Vocabulary;

/** What is otherwise in a vocabulary. */
final class AttributeChanges {

    private AttributeChanges() {}

    static List<BookChange> between(Vocabulary before, Vocabulary after) {
        Pairs<Attribute> pairs =
                Pairs.by(Attribute::key, List.copyOf(before.attributes()), List.copyOf(after.attributes()));
        List<BookChange> told = new ArrayList<>();
        for (Pairs.Pair<Attribute> pair : pairs.both()) {
            List<String> sentences = details(pair.before(), pair.after());
            if (!sentences.isEmpty()) {
                told.add(change(BookChange.Kind.CHANGED, pair.after(), sentences));
            }
        }
        pairs.come().forEach(one -> told.add(change(BookChange.Kind.ADDED, one, introduced(one))));
        pairs.gone().forEach(one -> told.add(change(BookChange.Kind.REMOVED, one, List.of())));
        return told;
    }

    private static BookChange change(BookChange.Kind kind, Attribute attribute, List<String> sentences) {
        return new BookChange(kind, BookChange.What.ATTRIBUTE, attribute.called(), sentences);
    }

    private static List<String> introduced(Attribute one) {
        return new Details()
                .say("kind: " + kind(one.kind()))
                .when(!one.whyHeld().isEmpty(), "why held: " + one.whyHeld())
                .when(one.specialCategory(), "It is special-category data.")
                .sentences();
    }

    private static List<String> details(Attribute was, Attribute is) {
        Details details = new Details()
                .otherwise("called", was.called(), is.called())
                .otherwise("kind", kind(was.kind()), kind(is.kind()))
                .list("value", values(was.kind().labels()), values(is.kind().labels()))
                .list("wording", phrases(was), phrases(is))
                .list("column", was.columns(), is.columns())
                .list("spelling", values(was.alsoRead()), values(is.alsoRead()));
        return details.otherwise("worked out", workedOut(was), workedOut(is))
                .when(!was.specialCategory() && is.specialCategory(), "It is now special-category data.")
                .when(was.specialCategory() && !is.specialCategory(), "It is no longer special-category data.")
                .otherwise("protected characteristic", protects(was), protects(is))
                .when(was.canChange() && !is.canChange(), "Help cannot change it any more.")
                .when(!was.canChange() && is.canChange(), "Help can change it now.")
                .otherwise("why held", was.whyHeld(), is.whyHeld())
                .otherwise("heading for the student", was.toStudent(), is.toStudent())
                .sentences();
    }

    private static String protects(Attribute one) {
        return one.protectedCharacteristic().orElse("");
    }

    private static String workedOut(Attribute one) {
        return one.workedOut().map(Derivation::words).orElse("");
    }

    private static List<String> phrases(Attribute one) {
        return one.phrases().stream().map(AttributeChanges::phrase).toList();
    }

    private static String phrase(Phrase phrase) {
        return phrase.values().isEmpty() ? phrase.text() : phrase.text() + " = " + String.join(" or ", phrase.values());
    }

    private static List<String> values(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue())
                .sorted()
                .toList();
    }

    /** As a vocabulary writes it; the values are told one by one. */
    private static String kind(Kind kind) {
        if (kind instanceof Kind.Amount amount) {
            return amount(amount);
        }
        return kind instanceof Kind.Day
                ? "date"
                : kind instanceof Kind.YesNo
                        ? "yes or no"
                        : kind instanceof Kind.OneOf
                                ? "one of"
                                : kind instanceof Kind.SomeOf
                                        ? "some of"
                                        : kind instanceof Kind.Scale ? "scale" : "text";
    }

    private static String amount(Kind.Amount amount) {
        boolean percentage = amount.unit().equals("%");
        String sort = percentage ? "percentage" : amount.whole() ? "whole number" : "number";
        return Stream.of(
                        sort,
                        "from",
                        amount.min().toPlainString(),
                        "to",
                        amount.max().toPlainString(),
                        percentage ? "" : amount.unit())
                .filter(word -> !word.isEmpty())
                .reduce((one, next) -> one + " " + next)
                .orElse(sort);
    }
}
