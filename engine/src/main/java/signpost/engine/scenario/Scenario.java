package signpost.engine.scenario;

import java.util.List;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.text.Place;

/**
 * A named student with only the facts that matter, and what must and must not come out.
 *
 * @param name says what it shows
 * @param rule the rule it belongs to, or empty
 * @param student the student, on the scenario's day
 * @param expected what must come out
 * @param unexpected what must not
 * @param place where it stands
 */
public record Scenario(
        String name,
        String rule,
        StudentOnDate student,
        List<Expectation> expected,
        List<Expectation> unexpected,
        Place place) {

    public Scenario {
        expected = List.copyOf(expected);
        unexpected = List.copyOf(unexpected);
    }
}
