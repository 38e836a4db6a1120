package signpost.engine.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.Subject;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** Runs a book's scenarios against it. */
public final class ScenarioRun {

    private ScenarioRun() {}

    /**
     * Judges every scenario of the recommender's book; whatever came out otherwise than expected is a problem at its line.
     * What waits for a rule that is switched off is none.
     */
    public static List<Scenario> run(Recommender recommender, Problems problems) {
        List<Tried> tried = each(recommender, problems);
        tried.forEach(one -> problems.addAll(one.problems()));
        return tried.stream().map(Tried::scenario).toList();
    }

    /**
     * Judges every scenario of the recommender's book.
     *
     * @param problems where scenarios that cannot be read are told
     */
    public static List<Tried> each(Recommender recommender, Problems problems) {
        List<Scenario> scenarios = new ScenarioReader(recommender.book(), problems).read();
        Iterator<Judgement> judgements = recommender
                .judge(scenarios.stream().map(Scenario::student).toList())
                .iterator();
        List<Tried> tried = scenarios.stream()
                .map(scenario -> new Tried(scenario, wrong(scenario, judgements.next()), List.of()))
                .toList();
        return PutAside.of(recommender.book(), tried);
    }

    /** What came out otherwise than the scenario expects. */
    static List<Problem> wrong(Scenario scenario, Judgement judgement) {
        Problems wrong = new Problems();
        check(scenario, judgement, wrong);
        return wrong.all();
    }

    private static void check(Scenario scenario, Judgement judgement, Problems problems) {
        for (Expectation expected : scenario.expected()) {
            if (!met(expected, judgement)) {
                problems.add(
                        expected.line().place(),
                        "The scenario \"" + scenario.name() + "\" expects: "
                                + expected.line().text() + ".",
                        "What came out: " + said(judgement) + ".");
            }
        }
        for (Expectation unexpected : scenario.unexpected()) {
            if (met(unexpected, judgement)) {
                problems.add(
                        unexpected.line().place(),
                        "The scenario \"" + scenario.name() + "\" expects not: "
                                + unexpected.line().text() + ".",
                        "What came out: " + said(judgement) + ".");
            }
        }
    }

    private static boolean met(Expectation expectation, Judgement judgement) {
        if (expectation instanceof Expectation.Flag flag) {
            return judgement.flags().stream().anyMatch(raised -> raised.flag().equals(flag.flag()));
        }
        if (expectation instanceof Expectation.Recommend recommend) {
            return judgement.recommendations().stream()
                    .anyMatch(made -> made.intervention().equals(recommend.intervention()));
        }
        if (expectation instanceof Expectation.RuleOut out) {
            return judgement.withheld().stream()
                    .anyMatch(made -> made.intervention().equals(out.intervention()));
        }
        if (expectation instanceof Expectation.CannotTell cannot) {
            return judgement.cannotTell().stream()
                    .anyMatch(explanation -> explanation.rule().equals(cannot.rule()));
        }
        if (expectation instanceof Expectation.Score score) {
            return Optional.ofNullable(judgement.scores().get(score.score()))
                    .orElse(Subject.Points.NONE)
                    .words()
                    .equals(score.points());
        }
        return judgement.flags().isEmpty() && judgement.recommendations().isEmpty();
    }

    private static String said(Judgement judgement) {
        List<String> said = new ArrayList<>();
        judgement.flags().forEach(flag -> said.add("flag \"" + flag.flag() + "\""));
        judgement.recommendations().forEach(made -> said.add("recommend " + made.intervention()));
        judgement.withheld().forEach(made -> said.add("rule out " + made.intervention()));
        judgement.scoreWords().forEach((score, points) -> said.add("the " + score + " score is " + points));
        judgement.cannotTell().forEach(rule -> said.add("cannot tell \"" + rule.rule() + "\""));
        return said.isEmpty() ? "nothing" : said.stream().limit(12).collect(Collectors.joining("; "));
    }
}
