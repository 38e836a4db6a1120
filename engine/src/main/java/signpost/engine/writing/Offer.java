package signpost.engine.writing;

import java.util.List;

/**
 * Something that can be said of a subject.
 *
 * @param verb as a {@link Pick} holds it
 * @param words as a form shows it, with … where a value goes
 * @param slots the values it needs, in order
 */
public record Offer(Verb verb, String words, List<Slot> slots) {

    public Offer {
        slots = List.copyOf(slots);
    }

    static Offer of(Verb verb, Slot... slots) {
        return new Offer(verb, verb.words(), List.of(slots));
    }

    /** Values that fill its slots. */
    List<String> example() {
        return slots.stream().map(Slot::example).toList();
    }
}
