package signpost.engine.profile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier days left behind, as far as a record was kept. No record is not "no".
 *
 * @param flaggedLastTerm the flags of last term; empty when the student was not judged then, or it is not kept
 * @param help what came of interventions, by step; a step of which no record is kept is absent
 * @param lastTerm the facts as they were known when last term ended, by key; an absent one was not known
 */
public record History(
        Optional<Set<String>> flaggedLastTerm, Map<Step, List<Help>> help, Map<String, Fact.Known> lastTerm) {

    /** Nothing is kept of earlier days. */
    public static final History NONE = new History(Optional.empty(), Map.of(), Map.of());

    public History {
        flaggedLastTerm = flaggedLastTerm.map(Set::copyOf);
        Map<Step, List<Help>> copy = new EnumMap<>(Step.class);
        help.forEach((step, done) -> copy.put(step, List.copyOf(done)));
        help = Collections.unmodifiableMap(copy);
        lastTerm = Map.copyOf(lastTerm);
    }

    /** What was known of an attribute when last term ended. */
    public Fact lastTerm(String key) {
        Fact.Known known = lastTerm.get(key);
        return known == null ? Fact.UNKNOWN : known;
    }

    /** What became of an intervention. */
    public enum Step {
        OFFERED,
        DELIVERED,
        NOT_ATTENDED,
        OVERRIDDEN_FOR_GOOD
    }

    /**
     * An intervention to which it happened.
     *
     * @param intervention its code in the catalogue
     * @param on the day it happened
     */
    public record Help(String intervention, LocalDate on) {}
}
