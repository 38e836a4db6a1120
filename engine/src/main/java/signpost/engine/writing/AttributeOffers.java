package signpost.engine.writing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;

/** What can be said of an attribute. */
final class AttributeOffers {

    private static final String A_DATE = "1 September 2026";

    private AttributeOffers() {}

    static List<Offer> of(Attribute attribute) {
        List<Offer> offers = new ArrayList<>(ofKind(attribute));
        offers.add(Offer.of(Verb.KNOWN));
        offers.add(Offer.of(Verb.NOT_KNOWN));
        offers.add(Offer.of(Verb.NOT_CONFIRMED_THIS_TERM));
        offers.add(Offer.of(Verb.NOT_CONFIRMED_FOR, Slot.number("terms", "2", "99", true, "2")));
        if (attribute.kind() instanceof Kind.Amount || attribute.kind() instanceof Kind.Scale) {
            Slot by = moved(attribute.kind());
            offers.add(Offer.of(Verb.FELL, by));
            offers.add(Offer.of(Verb.ROSE, by));
        }
        offers.add(Offer.of(Verb.CHANGED));
        offers.add(Offer.of(Verb.NOT_CHANGED));
        return offers;
    }

    private static List<Offer> ofKind(Attribute attribute) {
        Kind kind = attribute.kind();
        if (kind instanceof Kind.Amount amount) {
            String typical = typical(amount);
            return ordered(value(amount, typical), value(amount, amount.min().toPlainString()), value(amount, typical));
        }
        if (kind instanceof Kind.Scale scale) {
            List<Choice> steps = choices(scale.codes());
            Slot step = Slot.choice(steps);
            Slot last = new Slot(
                    step.kind(),
                    false,
                    "",
                    "",
                    "",
                    false,
                    steps,
                    steps.get(steps.size() - 1).value());
            return steps.size() == 1 ? List.of(Offer.of(Verb.IS, step.orMore())) : ordered(step, step, last);
        }
        if (kind instanceof Kind.Day) {
            return ofDates();
        }
        if (kind instanceof Kind.OneOf oneOf) {
            Slot codes = Slot.choice(choices(oneOf.codes())).orMore();
            return List.of(Offer.of(Verb.IS, codes), Offer.of(Verb.IS_NOT, codes));
        }
        if (kind instanceof Kind.SomeOf some) {
            Slot codes =
                    (some.codes().isEmpty() ? Slot.text("engineering") : Slot.choice(choices(some.codes()))).orMore();
            return List.of(
                    Offer.of(Verb.INCLUDES, codes),
                    Offer.of(Verb.DOES_NOT_INCLUDE, codes),
                    Offer.of(Verb.NONE),
                    Offer.of(Verb.NOT_NONE));
        }
        return kind instanceof Kind.YesNo ? yesNo(attribute) : List.of();
    }

    /** Yes and no have no wording but the vocabulary's own. */
    private static List<Offer> yesNo(Attribute attribute) {
        List<Offer> offers = new ArrayList<>();
        Map.of(Verb.YES, "Y", Verb.NO, "N").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(answer -> attribute.phrases().stream()
                        .filter(phrase -> phrase.values().equals(List.of(answer.getValue())))
                        .map(Phrase::text)
                        .findFirst()
                        .ifPresent(words -> offers.add(new Offer(answer.getKey(), words, List.of()))));
        return offers;
    }

    private static List<Offer> ordered(Slot one, Slot least, Slot most) {
        return List.of(
                Offer.of(Verb.AT_MOST, one),
                Offer.of(Verb.BELOW, one),
                Offer.of(Verb.AT_LEAST, one),
                Offer.of(Verb.ABOVE, one),
                Offer.of(Verb.IS, one.orMore()),
                Offer.of(Verb.IS_NOT, one.orMore()),
                Offer.of(Verb.FROM_TO, least, most),
                Offer.of(Verb.FROM_TO_BELOW, least, most),
                Offer.of(Verb.ABOVE_TO, least, most),
                Offer.of(Verb.ABOVE_TO_BELOW, least, most));
    }

    private static Slot value(Kind.Amount amount, String example) {
        return Slot.number(
                amount.unit(), amount.min().toPlainString(), amount.max().toPlainString(), amount.whole(), example);
    }

    /** A value for an example: one that could stand in a rule. */
    private static String typical(Kind.Amount amount) {
        BigDecimal ninety = new BigDecimal(90);
        BigDecimal next = amount.min().add(BigDecimal.ONE);
        if (amount.unit().equals("%") && amount.allows(ninety)) {
            return ninety.toPlainString();
        }
        return (amount.allows(next) ? next : amount.max()).toPlainString();
    }

    private static Slot moved(Kind kind) {
        if (kind instanceof Kind.Amount amount) {
            boolean percentage = amount.unit().equals("%");
            return Slot.number(percentage ? "points" : amount.unit(), "0", "", false, percentage ? "5" : "2");
        }
        return Slot.number("steps", "1", "", true, "2");
    }

    private static List<Offer> ofDates() {
        Slot day = Slot.day(A_DATE);
        Slot span = Slot.span("6 weeks");
        return List.of(
                Offer.of(Verb.BEFORE, day),
                Offer.of(Verb.ON_OR_BEFORE, day),
                Offer.of(Verb.ON, day),
                Offer.of(Verb.ON_OR_AFTER, day),
                Offer.of(Verb.AFTER, day),
                Offer.of(Verb.FROM_TO, day, Slot.day("31 August 2027")),
                Offer.of(Verb.IN, Slot.choice(Days.PERIODS)),
                Offer.of(Verb.MORE_AGO, span),
                Offer.of(Verb.LESS_AGO, span),
                Offer.of(Verb.MORE_AWAY, span),
                Offer.of(Verb.LESS_AWAY, span),
                Offer.of(Verb.WITHIN_LAST, span),
                Offer.of(Verb.WITHIN_NEXT, span));
    }

    static List<Choice> choices(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(code -> new Choice(code.getKey(), code.getValue()))
                .toList();
    }
}
