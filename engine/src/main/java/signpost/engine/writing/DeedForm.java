package signpost.engine.writing;

import java.util.List;

/**
 * What a form for consequences offers.
 *
 * @param severities least first
 * @param flags that rules raise; another may be typed
 * @param scores that rules add points to; another may be typed
 * @param interventions by code
 * @param repeating the codes of those that may have an occurrence
 * @param dues usual due dates; others may be typed in the same words
 */
public record DeedForm(
        List<Choice> severities,
        List<Choice> flags,
        List<Choice> scores,
        List<Choice> interventions,
        List<String> repeating,
        List<Choice> dues) {

    public DeedForm {
        severities = List.copyOf(severities);
        flags = List.copyOf(flags);
        scores = List.copyOf(scores);
        interventions = List.copyOf(interventions);
        repeating = List.copyOf(repeating);
        dues = List.copyOf(dues);
    }
}
