package signpost.engine.rulebook;

import java.util.Optional;
import signpost.engine.text.Place;

/**
 * Where a school departs from a rule of its trust.
 *
 * @param trusts the rule as the trust wrote it
 * @param schools the tightened rule, or empty when the school switched it off
 * @param why the school's reason
 * @param place where the school says so
 */
public record Departure(Rule trusts, Optional<Rule> schools, String why, Place place) {

    /** {@code tightened} or {@code switched off}. */
    public String words() {
        return schools.isPresent() ? "tightened" : "switched off";
    }
}
