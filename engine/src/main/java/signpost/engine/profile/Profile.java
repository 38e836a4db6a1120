package signpost.engine.profile;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of a student.
 *
 * @param studentId the caller's own id; the engine only hands it back
 * @param facts known attributes by key; an attribute that is absent is not known
 */
public record Profile(String studentId, Map<String, Fact.Known> facts) {

    public Profile {
        // Read a hundred times for each judgement: a hash map finds a key in half the time Map.copyOf's does.
        facts = Collections.unmodifiableMap(new HashMap<>(facts));
    }

    public Fact fact(String key) {
        Fact.Known known = facts.get(key);
        return known == null ? Fact.UNKNOWN : known;
    }
}
