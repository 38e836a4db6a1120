package signpost.engine.writing;

import java.util.List;

/**
 * Something a condition can speak of, with all that can be said of it.
 *
 * @param sort what sort of thing
 * @param key of an attribute, its key; of a flag or a score, its name; of an intervention, its code; otherwise empty
 * @param called how a condition names it
 * @param title as a heading
 * @param topic what it is listed under: for an attribute, the file of the vocabulary
 * @param detail what values it has, in a few words
 * @param specialCategory whether it is special-category data
 * @param offers what can be said of it, most usual first
 */
public record Matter(
        Sort sort,
        String key,
        String called,
        String title,
        String topic,
        String detail,
        boolean specialCategory,
        List<Offer> offers) {

    public Matter {
        offers = List.copyOf(offers);
    }
}
