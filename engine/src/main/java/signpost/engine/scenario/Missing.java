package signpost.engine.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;
import signpost.engine.text.Problem;

/** Says why something expected did not come out: what its own rules lack, and nothing of the others. */
final class Missing {

    private final Recommender recommender;
    private final WhyNot whyNot;

    Missing(Recommender recommender, WhyNot whyNot) {
        this.recommender = recommender;
        this.whyNot = whyNot;
    }

    Problem of(Scenario scenario, Expectation expected, Judgement judgement) {
        if (expected instanceof Expectation.Flag flag) {
            return lacking(
                    scenario,
                    expected,
                    "the flag \"" + flag.flag() + "\"",
                    "does not give it",
                    rule -> rule.flags().anyMatch(one -> one.flag().equals(flag.flag())));
        }
        if (expected instanceof Expectation.Recommend recommend) {
            return recommended(scenario, expected, recommend.intervention(), judgement);
        }
        if (expected instanceof Expectation.RuleOut out) {
            return lacking(
                    scenario,
                    expected,
                    out.intervention() + " ruled out",
                    "does not rule it out",
                    rule -> rule.ruleOuts().anyMatch(one -> one.intervention().equals(out.intervention())));
        }
        if (expected instanceof Expectation.CannotTell cannot) {
            return tells(scenario, expected, cannot.rule());
        }
        if (expected instanceof Expectation.Score score) {
            String expects = "the " + score.score() + " score " + score.points();
            return Otherwise.problem(scenario, expected, expects, "it is " + points(score.score(), judgement));
        }
        return Otherwise.problem(
                scenario, expected, "nothing", "there is " + Otherwise.some(Otherwise.given(judgement)));
    }

    private Problem recommended(Scenario scenario, Expectation expected, String code, Judgement judgement) {
        String expects = code + " recommended";
        List<Explanation> against = Otherwise.ruledOutBy(code, judgement);
        return against.isEmpty()
                ? lacking(
                        scenario,
                        expected,
                        expects,
                        "does not ask for it",
                        rule -> rule.recommendations()
                                .anyMatch(one -> one.intervention().equals(code)))
                : Otherwise.problem(
                        scenario, expected, expects, Otherwise.rules(against, "rules it out", "rule it out"));
    }

    /** The rule that the scenario is about is asked first; where several give a thing, one is explained. */
    private Problem lacking(
            Scenario scenario, Expectation expected, String expects, String doesNot, Predicate<Rule> gives) {
        List<Rule> rules = recommender.book().rules().stream()
                .filter(gives)
                .sorted(Comparator.comparing(rule -> !rule.name().equals(scenario.rule())))
                .toList();
        if (rules.isEmpty()) {
            return Otherwise.problem(scenario, expected, expects, "no rule of the book does that");
        }
        String rule = "the rule \"" + rules.get(0).name() + "\" ";
        Optional<WhyNot.Said> why = whyNot.of(scenario, rules.get(0).name());
        Answer answer = why.map(WhyNot.Said::answer).orElse(Answer.FALSE);
        String instead = switch (answer) {
            // Only ruling out can come to nothing though the rule holds.
            case TRUE -> rule + "holds, and nothing asks for it in the first place";
            case FALSE -> rule + doesNot + others(rules.size() - 1);
            case UNKNOWN -> rule + "cannot tell";
        };
        return Otherwise.problem(
                scenario,
                expected,
                expects,
                instead,
                why.map(WhyNot.Said::clauses).orElse(""));
    }

    private static String others(int others) {
        return others == 0 ? "" : others == 1 ? ", nor does another" : ", nor do " + others + " others";
    }

    private Problem tells(Scenario scenario, Expectation expected, String rule) {
        Optional<WhyNot.Said> why = whyNot.of(scenario, rule);
        boolean holds = why.filter(said -> said.answer() == Answer.TRUE).isPresent();
        return Otherwise.problem(
                scenario,
                expected,
                "that the rule \"" + rule + "\" cannot tell",
                holds ? "it holds" : "it does not hold",
                why.map(WhyNot.Said::clauses).orElse(""));
    }

    /** A score that is a range says which of its own rules cannot tell. */
    private String points(String score, Judgement judgement) {
        String points = Optional.ofNullable(judgement.scores().get(score))
                .orElse(Subject.Points.NONE)
                .words();
        List<Explanation> open = judgement.cannotTell().stream()
                .filter(rule -> recommender
                        .book()
                        .rule(rule.rule())
                        .filter(found ->
                                found.points().anyMatch(adds -> adds.score().equals(score)))
                        .isPresent())
                .toList();
        return open.isEmpty() ? points : points + ": " + Otherwise.rules(open, "cannot tell", "cannot tell");
    }
}
