package signpost.engine.rulebook;

import java.util.Locale;
import signpost.engine.text.Block;
import signpost.engine.text.Place;

/** The block a rule is read from, with what the block itself does not say. */
record RuleSource(Block block, String topic, Origin origin) {

    static RuleSource of(Block block, Layer layer) {
        return new RuleSource(block, topic(block.place()), Origin.of(layer));
    }

    String name() {
        return block.title().text();
    }

    /** What two names have in common that a person would take for the same: capitals and spaces do not matter. */
    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** {@code topics/attendance.txt} is the topic {@code attendance}. */
    private static String topic(Place place) {
        String name = place.file().substring(place.file().lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
