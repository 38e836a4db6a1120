package signpost.engine.coverage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;
import signpost.engine.scenario.Scenario;
import signpost.engine.scenario.ScenarioReader;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/**
 * How far a book's scenarios show what its rules do: each rule firing, not firing, on each side of each threshold, and at
 * a loss for each fact it reads. A scenario counts for the rule it names under {@code For} and for the rules whose flag,
 * intervention or score it speaks of.
 *
 * @param rules every rule of the book that is not switched off, in the order of the files; of a school's additions to its trust's book those that the
 *     school added or tightened
 */
public record Coverage(List<RuleCoverage> rules) {

    public Coverage {
        rules = List.copyOf(rules);
    }

    /** Judges every scenario of the recommender's book. Scenarios that cannot be read count for nothing. */
    public static Coverage of(Recommender recommender) {
        Map<String, Goals> goals = new HashMap<>();
        List<Rule> rules = recommender.book().rules();
        rules.forEach(rule -> goals.put(rule.name(), new Goals(rule, rules)));
        Concerns concerns = new Concerns(rules);
        List<Scenario> scenarios = new ScenarioReader(recommender.book(), new Problems()).read();
        List<StudentOnDate> students = scenarios.stream().map(Scenario::student).toList();
        List<Judgement> judgements = recommender.judge(students);
        List<List<Explanation>> explained = recommender.explain(
                students, scenarios.stream().map(concerns::of).toList());
        for (int at = 0; at < students.size(); at++) {
            StudentOnDate student = students.get(at);
            Map<String, Subject.Points> scores = judgements.get(at).scores();
            explained
                    .get(at)
                    .forEach(explanation -> Optional.ofNullable(goals.get(explanation.rule()))
                            .ifPresent(rule -> rule.show(new Showing(student, scores, explanation))));
        }
        return new Coverage(shownHere(rules).stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .flatMap(rule -> Optional.ofNullable(goals.get(rule.name())).stream())
                .map(Goals::coverage)
                .toList());
    }

    /** The trust's rules are shown by its own scenarios, which are tried on its own book. */
    private static List<Rule> shownHere(List<Rule> rules) {
        List<Rule> added =
                rules.stream().filter(rule -> rule.origin().ofTheSchool()).toList();
        return (added.isEmpty() ? rules : added)
                .stream().filter(rule -> rule.off().isEmpty()).toList();
    }

    /** Everything that no scenario shows, each at its rule. Warnings: the book can be used without. */
    public List<Problem> problems() {
        return rules.stream()
                .map(RuleCoverage::problems)
                .flatMap(Collection::stream)
                .toList();
    }
}
