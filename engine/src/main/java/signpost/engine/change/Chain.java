package signpost.engine.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units in an order that others join anywhere, each known by its key; no key is empty. */
final class Chain {

    private static final String START = "";
    private static final String HEAD = "head";

    /** Each key to the one behind it. */
    private final Map<String, String> next = new HashMap<>();

    private String last = START;

    /** Adds a unit at the end. */
    void add(String key) {
        next.put(last, key);
        last = key;
    }

    /** Adds a unit behind another, or empty for the start; one that is there already stays where it is. */
    void add(String behind, String key) {
        if (key.equals(last) || next.containsKey(key)) {
            return;
        }
        // Notes at the head, and what stands above a table, stay there.
        String at = behind.equals(START) && HEAD.equals(next.get(START)) ? HEAD : behind;
        Optional<String> pushed = Optional.ofNullable(next.put(at, key));
        pushed.ifPresentOrElse(other -> next.put(key, other), () -> last = key);
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        for (Optional<String> key = after(START); key.isPresent(); key = after(key.get())) {
            all.add(key.get());
        }
        return all;
    }

    private Optional<String> after(String key) {
        return Optional.ofNullable(next.get(key));
    }
}
