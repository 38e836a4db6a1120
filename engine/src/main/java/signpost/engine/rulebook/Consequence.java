package signpost.engine.rulebook;

import java.util.Optional;
import signpost.engine.text.Place;

/** What a rule does when it fires. */
public sealed interface Consequence {

    Place place();

    record RaiseFlag(String flag, Severity severity, Place place) implements Consequence {}

    record AddPoints(int points, String score, Place place) implements Consequence {}

    /**
     * Suggests an intervention.
     *
     * @param intervention its code in the catalogue
     * @param severity as written, or empty: then that of the rule's flags
     * @param occurrence which of several by design; empty string for an intervention that does not repeat
     */
    record Recommend(String intervention, Optional<Severity> severity, String occurrence, Due due, Place place)
            implements Consequence {}

    /** Ruling out beats recommending. */
    record RuleOut(String intervention, Place place) implements Consequence {}
}
