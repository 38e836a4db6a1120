package signpost.engine.coverage;

import java.util.List;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/**
 * What the scenarios show of one rule.
 *
 * @param rule its name
 * @param place where it stands
 * @param toShow everything that ought to be shown
 */
public record RuleCoverage(String rule, Place place, List<ToShow> toShow) {

    public RuleCoverage {
        toShow = List.copyOf(toShow);
    }

    public boolean isComplete() {
        return toShow.stream().allMatch(ToShow::shown);
    }

    public List<ToShow> missing() {
        return toShow.stream().filter(one -> !one.shown()).toList();
    }

    List<Problem> problems() {
        return missing().stream()
                .map(one -> Problem.at(
                        place,
                        "The rule \"" + rule + "\" has no scenario " + one.words() + ".",
                        "Write one with \"For: " + rule + "\"."))
                .toList();
    }
}
