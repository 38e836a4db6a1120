package signpost.engine.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier days left behind, as far as a record was kept. No record is not "no".
 *
 * @param flaggedLastTerm the flags of last term; empty when the student was not judged then, or it is not kept
 * @param help what came of interventions; empty when no record is kept
 * @param lastTerm the facts as they were known when last term ended, by key; an absent one was not known
 */
public record History(
        Optional<Set<String>> flaggedLastTerm, Optional<List<Help>> help, Map<String, Fact.Known> lastTerm) {

    /** Nothing is kept of earlier days. */
    public static final History NONE = new History(Optional.empty(), Optional.empty(), Map.of());

    public History {
        flaggedLastTerm = flaggedLastTerm.map(Set::copyOf);
        help = help.map(List::copyOf);
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
     * Something that became of an intervention.
     *
     * @param intervention its code in the catalogue
     * @param on the day it happened
     */
    public record Help(String intervention, Step step, LocalDate on) {}
}
