package signpost.engine.writing;

import java.util.List;
import signpost.engine.profile.Season;

/** What can be said of the calendar, of flags and scores, and of interventions. */
final class Offers {

    private static final String A_DAY = "1 February";
    private static final List<Choice> SPANS =
            List.of(new Choice("", "ever"), Choice.of("this term"), Choice.of("last term"), Choice.of("this year"));

    private Offers() {}

    static List<Offer> ofToday() {
        Slot day = Slot.day(A_DAY);
        Slot span = Slot.span("3 weeks");
        return List.of(
                Offer.of(Verb.ON_OR_AFTER, day),
                Offer.of(Verb.AFTER, day),
                Offer.of(Verb.ON_OR_BEFORE, day),
                Offer.of(Verb.BEFORE, day),
                Offer.of(Verb.FROM_TO, Slot.day("1 November"), Slot.day("31 March")),
                Offer.of(Verb.IN_FIRST, span),
                Offer.of(Verb.IN_LAST, span));
    }

    static List<Offer> ofTerm() {
        Slot terms = Slot.choice(List.of(
                        Choice.of(Season.AUTUMN.words()),
                        Choice.of(Season.SPRING.words()),
                        Choice.of(Season.SUMMER.words())))
                .orMore();
        return List.of(Offer.of(Verb.IN_TERM, terms), Offer.of(Verb.NOT_IN_TERM, terms));
    }

    static List<Offer> ofFlag() {
        return List.of(
                Offer.of(Verb.FLAGGED),
                Offer.of(Verb.NOT_FLAGGED),
                Offer.of(Verb.WAS_FLAGGED),
                Offer.of(Verb.WAS_NOT_FLAGGED));
    }

    static List<Offer> ofScore() {
        Slot points = Slot.number("points", "0", "9999", true, "4");
        return List.of(
                Offer.of(Verb.AT_LEAST, points),
                Offer.of(Verb.AT_MOST, points),
                Offer.of(Verb.IS, points),
                Offer.of(Verb.FROM_TO, Slot.number("points", "0", "9999", true, "2"), points));
    }

    static List<Offer> ofHelp() {
        Slot span = Slot.optional(SPANS);
        return List.of(
                Offer.of(Verb.OFFERED, span),
                Offer.of(Verb.NOT_ATTENDED, span),
                Offer.of(Verb.DELIVERED, span),
                Offer.of(Verb.OVERRIDDEN_FOR_GOOD, span));
    }
}
