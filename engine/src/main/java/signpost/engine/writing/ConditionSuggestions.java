package signpost.engine.writing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.engine.vocabulary.Phrase;

/** Suggests whole conditions. Each, with its examples, is one that the rule language reads. */
final class ConditionSuggestions {

    /** What a scenario may state as a fact. */
    private static final Set<Verb> FACTS =
            EnumSet.of(Verb.IS, Verb.YES, Verb.NO, Verb.INCLUDES, Verb.NONE, Verb.ON, Verb.IN_TERM);

    private final Words words;
    private final Picks picks;

    ConditionSuggestions(Words words) {
        this.words = words;
        this.picks = new Picks(words);
    }

    List<Suggestion> all() {
        return picks.matters().stream()
                .flatMap(matter ->
                        Stream.concat(phrases(matter), matter.offers().stream().flatMap(offer -> of(matter, offer))))
                .filter(suggestion ->
                        picks.understand(suggestion.example()).condition().isPresent())
                .toList();
    }

    /** The vocabulary's own sentences; those with a value to fill in come with what can be said of the attribute. */
    private Stream<Suggestion> phrases(Matter matter) {
        return words.vocabulary().byKey(matter.sort() == Sort.ATTRIBUTE ? matter.key() : "").stream()
                .flatMap(attribute -> attribute.phrases().stream())
                .filter(phrase -> !phrase.open())
                .map(phrase -> suggestion(matter, contexts(phrase), phrase.text(), matter.called()));
    }

    private static List<Context> contexts(Phrase phrase) {
        return phrase.values().size() == 1 ? List.of(Context.WHEN, Context.GIVEN) : List.of(Context.WHEN);
    }

    private Stream<Suggestion> of(Matter matter, Offer offer) {
        if (offer.slots().size() != 1 || offer.slots().get(0).choices().isEmpty()) {
            return open(matter, offer);
        }
        Slot slot = offer.slots().get(0);
        return switch (slot.kind()) {
            case CHOICE -> slot.many() || offer.verb() == Verb.IN ? chosen(matter, offer, slot) : open(matter, offer);
            case OPTIONAL_CHOICE -> Stream.concat(open(matter, offer, List.of("")), open(matter, offer, last(slot)));
            default -> open(matter, offer);
        };
    }

    private static List<String> last(Slot slot) {
        return List.of(slot.choices().get(1).value());
    }

    /** One for each value: by the vocabulary's own words, and by the attribute's name. */
    private Stream<Suggestion> chosen(Matter matter, Offer offer, Slot slot) {
        return slot.choices().stream().flatMap(choice -> {
            Pick pick = Pick.of(matter.sort(), matter.key(), offer.verb(), choice.value());
            return picks.waysBeginning(matter.called(), pick).stream()
                    .map(way -> suggestion(matter, contexts(matter, offer), way, choice.label()));
        });
    }

    private Stream<Suggestion> open(Matter matter, Offer offer) {
        return open(matter, offer, offer.example());
    }

    private Stream<Suggestion> open(Matter matter, Offer offer, List<String> examples) {
        List<String> marks = IntStream.range(0, examples.size())
                .mapToObj(at -> examples.get(at).isEmpty() ? "" : mark(at))
                .toList();
        Pick pick = new Pick(matter.sort(), matter.key(), offer.verb(), marks, false);
        return picks.openWaysBeginning(matter.called(), pick).stream()
                .map(said -> suggestion(matter, contexts(matter, offer), filled(said, examples), matter.detail()));
    }

    private static List<Context> contexts(Matter matter, Offer offer) {
        boolean fact = matter.sort() != Sort.SCORE && FACTS.contains(offer.verb());
        return fact ? List.of(Context.WHEN, Context.GIVEN) : List.of(Context.WHEN);
    }

    private static String mark(int at) {
        return "<" + at + ">";
    }

    private static String filled(String said, List<String> examples) {
        String filled = said;
        for (int at = 0; at < examples.size(); at++) {
            filled = filled.replace(mark(at), Suggestion.open(at + 1, examples.get(at)));
        }
        return filled;
    }

    private static Suggestion suggestion(Matter matter, List<Context> contexts, String insert, String detail) {
        return new Suggestion(
                Suggestion.Kind.CONDITION,
                contexts,
                "",
                Suggestion.plain(insert),
                insert,
                detail,
                matter.specialCategory());
    }
}
