package signpost.engine.evaluation;

import java.util.List;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Severity;

/**
 * A rule with what it does sorted by kind and numbered, so that gathering needs no search.
 *
 * @param severity of its gravest flag
 * @param words of each condition, as an explanation says it
 */
record ReadyRule(
        Rule rule,
        Severity severity,
        List<String> words,
        List<Raise> raises,
        List<Consequence.AddPoints> points,
        List<Ask> asks,
        List<Out> outs) {

    /** @param number of the flag in the book */
    record Raise(int number, String flag, Severity severity) {}

    /**
     * A recommendation.
     *
     * @param number of the intervention with its occurrence
     * @param intervention number of the intervention
     */
    record Ask(int number, int intervention, Severity severity, Consequence.Recommend recommend) {}

    /** @param intervention number of the intervention ruled out */
    record Out(int intervention, String code) {}

    boolean raises(String flag) {
        for (Raise raise : raises) {
            if (raise.flag().equals(flag)) {
                return true;
            }
        }
        return false;
    }

    int pointsTo(String score) {
        int sum = 0;
        for (Consequence.AddPoints adds : points) {
            sum += adds.score().equals(score) ? adds.points() : 0;
        }
        return sum;
    }
}
