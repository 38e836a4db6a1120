package signpost.engine.writing;

import java.util.ArrayList;
import java.util.List;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** Lists what conditions can speak of. */
final class Matters {

    private static final String CALENDAR = "calendar";

    private Matters() {}

    static List<Matter> of(Words words) {
        List<Matter> all = new ArrayList<>();
        words.vocabulary()
                .byTopic()
                .forEach((topic, attributes) -> attributes.forEach(attribute -> all.add(attribute(topic, attribute))));
        all.add(new Matter(
                Sort.TERM, "", "it", "The term", CALENDAR, "autumn, spring, summer", false, Offers.ofTerm()));
        all.add(new Matter(Sort.TODAY, "", "today", "The day", CALENDAR, "the day judged", false, Offers.ofToday()));
        words.flags()
                .forEach(flag -> all.add(
                        named(Sort.FLAG, flag, flag, "flags", "raised by a rule of this book", Offers.ofFlag())));
        words.scores()
                .forEach(score -> all.add(named(
                        Sort.SCORE, score, score + " score", "scores", "points that rules add", Offers.ofScore())));
        words.catalogue()
                .interventions()
                .forEach(one -> all.add(
                        named(Sort.HELP, one.code(), one.title(), "interventions", one.code(), Offers.ofHelp())));
        return List.copyOf(all);
    }

    private static Matter named(Sort sort, String key, String title, String topic, String detail, List<Offer> offers) {
        String called = Sentences.subject(Pick.of(sort, key, Verb.KNOWN));
        return new Matter(sort, key, called, title, topic, detail, false, offers);
    }

    private static Matter attribute(String topic, Attribute attribute) {
        return new Matter(
                Sort.ATTRIBUTE,
                attribute.key(),
                attribute.called(),
                attribute.title(),
                topic,
                detail(attribute.kind()),
                attribute.specialCategory(),
                AttributeOffers.of(attribute));
    }

    private static String detail(Kind kind) {
        if (kind instanceof Kind.Amount amount) {
            String sort = amount.unit().equals("%") ? "percentage" : amount.whole() ? "whole number" : "number";
            String unit = amount.unit().equals("%") ? "" : amount.unit();
            return (sort + " from " + amount.min().toPlainString() + " to "
                            + amount.max().toPlainString() + " " + unit)
                    .strip();
        }
        String codes = String.join(", ", kind.labels().keySet());
        if (kind instanceof Kind.Scale) {
            return "scale, lowest first: " + codes;
        }
        if (kind instanceof Kind.OneOf) {
            return "one of " + codes;
        }
        if (kind instanceof Kind.SomeOf) {
            return codes.isEmpty() ? "some of any text" : "some of " + codes;
        }
        return kind instanceof Kind.Day ? "date" : kind instanceof Kind.YesNo ? "yes or no" : "text";
    }
}
