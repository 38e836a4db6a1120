package signpost.engine.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.Subject;
import signpost.engine.text.Problems;

/** Runs a book's scenarios against it. */
public final class ScenarioRun {

    private final Missing missing;
    private final Unwanted unwanted;

    private ScenarioRun(Recommender recommender) {
        WhyNot whyNot = new WhyNot(recommender);
        this.missing = new Missing(recommender, whyNot);
        this.unwanted = new Unwanted(whyNot);
    }

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
        ScenarioRun run = new ScenarioRun(recommender);
        List<Tried> tried = scenarios.stream()
                .map(scenario -> run.tried(scenario, judgements.next()))
                .toList();
        return PutAside.of(recommender.book(), tried);
    }

    private Tried tried(Scenario scenario, Judgement judgement) {
        Problems wrong = new Problems();
        check(scenario, judgement, wrong);
        return new Tried(scenario, judgement, wrong.all(), List.of());
    }

    /** Whether all that the scenario expects came out, and nothing that it does not. */
    static boolean asWritten(Scenario scenario, Judgement judgement) {
        return scenario.expected().stream().allMatch(expected -> met(expected, judgement))
                && scenario.unexpected().stream().noneMatch(unexpected -> met(unexpected, judgement));
    }

    private void check(Scenario scenario, Judgement judgement, Problems problems) {
        scenario.expected().stream()
                .filter(expected -> !met(expected, judgement))
                .forEach(expected -> problems.addAll(List.of(missing.of(scenario, expected, judgement))));
        scenario.unexpected().stream()
                .filter(unexpected -> met(unexpected, judgement))
                .forEach(unexpected -> problems.addAll(List.of(unwanted.of(scenario, unexpected, judgement))));
    }

    static boolean met(Expectation expectation, Judgement judgement) {
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
}
