package signpost.engine.scenario;

import java.util.List;

/**
 * A scenario made from what is known of somebody, without a trace of who it is.
 *
 * @param text its block
 * @param left headings of what the rule reads and the scenario does not say, because it is not known
 * @param asBefore whether the rule comes out as it does with all that is known
 */
public record MadeScenario(String text, List<String> left, boolean asBefore) {

    public MadeScenario {
        left = List.copyOf(left);
    }
}
