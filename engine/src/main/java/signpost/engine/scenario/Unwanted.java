package signpost.engine.scenario;

import java.util.List;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.text.Problem;

/** Says of something that should not have come out which rules brought it. */
final class Unwanted {

    private final WhyNot whyNot;

    Unwanted(WhyNot whyNot) {
        this.whyNot = whyNot;
    }

    Problem of(Scenario scenario, Expectation unexpected, Judgement judgement) {
        if (unexpected instanceof Expectation.Flag flag) {
            List<Explanation> by = judgement.flags().stream()
                    .filter(raised -> raised.flag().equals(flag.flag()))
                    .flatMap(raised -> raised.reasons().stream())
                    .toList();
            return Otherwise.problem(
                    scenario,
                    unexpected,
                    "no flag \"" + flag.flag() + "\"",
                    Otherwise.rules(by, "gives it", "give it"));
        }
        if (unexpected instanceof Expectation.Recommend recommend) {
            List<Explanation> by = judgement.recommendations().stream()
                    .filter(made -> made.intervention().equals(recommend.intervention()))
                    .flatMap(made -> made.reasons().stream())
                    .toList();
            return Otherwise.problem(
                    scenario,
                    unexpected,
                    recommend.intervention() + " not recommended",
                    Otherwise.rules(by, "asks for it", "ask for it"));
        }
        if (unexpected instanceof Expectation.RuleOut out) {
            List<Explanation> by = Otherwise.ruledOutBy(out.intervention(), judgement);
            return Otherwise.problem(
                    scenario,
                    unexpected,
                    out.intervention() + " not ruled out",
                    Otherwise.rules(by, "rules it out", "rule it out"));
        }
        if (unexpected instanceof Expectation.CannotTell cannot) {
            return Otherwise.problem(
                    scenario,
                    unexpected,
                    "that the rule \"" + cannot.rule() + "\" can tell",
                    "it cannot",
                    whyNot.of(scenario, cannot.rule()).map(WhyNot.Said::clauses).orElse(""));
        }
        if (unexpected instanceof Expectation.Score score) {
            return Otherwise.problem(
                    scenario, unexpected, "another " + score.score() + " score than " + score.points(), "it is that");
        }
        return Otherwise.problem(scenario, unexpected, "a flag or a recommendation", "there is none");
    }
}
