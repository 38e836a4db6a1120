package signpost.api.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.engine.writing.Matter;
import signpost.engine.writing.Offer;
import signpost.engine.writing.Pick;
import signpost.engine.writing.Picks;
import signpost.engine.writing.Saying;
import signpost.engine.writing.Slot;

/**
 * A condition being picked.
 *
 * @param matter what it speaks of
 * @param offer what it says
 * @param fields the values it needs
 * @param not whether all of it is turned round
 */
record PickForm(Matter matter, Offer offer, List<SlotField> fields, boolean not) {

    PickForm {
        fields = List.copyOf(fields);
    }

    /** With nothing filled in yet. */
    static PickForm of(Matter matter) {
        Offer offer = matter.offers().get(0);
        return new PickForm(matter, offer, SlotField.filled(offer.slots(), List.of()), false);
    }

    static Optional<PickForm> of(Matter matter, Pick pick) {
        return matter.offers().stream()
                .filter(offer -> offer.verb() == pick.verb())
                .findFirst()
                .map(offer -> new PickForm(matter, offer, SlotField.filled(offer.slots(), pick.values()), pick.not()));
    }

    /** As it was sent; a comparison that is not offered is the first one. */
    static PickForm of(Matter matter, MultiValueMap<String, String> sent) {
        String verb = Typed.oneLine(sent.getFirst("verb"));
        Offer offer = matter.offers().stream()
                .filter(one -> one.verb().name().equals(verb))
                .findFirst()
                .orElse(matter.offers().get(0));
        return new PickForm(matter, offer, SlotField.sent(offer.slots(), sent), sent.containsKey("not"));
    }

    Pick pick() {
        List<String> values =
                fields.stream().flatMap(field -> field.values().stream()).toList();
        return new Pick(matter.sort(), matter.key(), offer.verb(), values, not);
    }

    /** What is wrong, each beside its field in the words of whoever reads the line. */
    Mistakes mistakes(Picks picks) {
        List<Mistake> all = new ArrayList<>();
        for (SlotField field : fields) {
            field.wrong()
                    .or(() -> alone(picks, field))
                    .ifPresent(text -> all.add(new Mistake(field.name(), field.target(), text)));
        }
        if (all.isEmpty() && picks.say(pick()) instanceof Saying.Refused refused) {
            String name = fields.isEmpty() ? "verb" : fields.get(0).name();
            all.add(new Mistake(name, fields.isEmpty() ? "verb" : fields.get(0).target(), words(refused)));
        }
        return new Mistakes(all);
    }

    /** What is wrong with one value, the others being as they should. */
    private Optional<String> alone(Picks picks, SlotField of) {
        List<String> values = new ArrayList<>();
        for (SlotField field : fields) {
            values.addAll(
                    field.name().equals(of.name())
                            ? field.values()
                            : List.of(field.slot().example()));
        }
        return picks.say(new Pick(matter.sort(), matter.key(), offer.verb(), values, false))
                        instanceof Saying.Refused refused
                ? Optional.of(words(refused))
                : Optional.empty();
    }

    private static String words(Saying.Refused refused) {
        return refused.message().startsWith("Choose what is still missing")
                ? "Signpost would read this as something else. Enter the value alone, without further words"
                : refused.message();
    }

    /** Whether all of it can be turned round, rather than by another comparison. */
    boolean turns(Picks picks) {
        List<String> example = offer.slots().stream().map(Slot::example).toList();
        return not
                || picks.say(new Pick(matter.sort(), matter.key(), offer.verb(), example, true)) instanceof Saying.Said;
    }
}
