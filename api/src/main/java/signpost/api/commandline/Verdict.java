package signpost.api.commandline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject.Points;

/**
 * A judgement in a row.
 *
 * @param scores every score that the rules asked for add to
 * @param flags gravest first
 * @param recommendations codes, most urgent first
 * @param cannotTell the rules for which something is not known
 */
record Verdict(
        String studentId,
        SortedMap<String, Points> scores,
        List<String> flags,
        List<String> recommendations,
        List<String> cannotTell) {

    /** What the rules asked for say in a judgement; rules they lean on say nothing of their own. */
    static Verdict of(Judgement judgement, Collection<Rule> asked) {
        Set<String> names = Set.copyOf(asked.stream().map(Rule::name).toList());
        Predicate<Explanation> counts = reason -> names.contains(reason.rule());
        SortedMap<String, Points> scores = new TreeMap<>();
        asked.stream()
                .flatMap(Rule::points)
                .forEach(points ->
                        scores.put(points.score(), judgement.scores().getOrDefault(points.score(), Points.NONE)));
        return new Verdict(
                judgement.studentId(),
                scores,
                judgement.flags().stream()
                        .filter(flag -> flag.reasons().stream().anyMatch(counts))
                        .map(Judgement.RaisedFlag::flag)
                        .toList(),
                judgement.recommendations().stream()
                        .filter(made -> made.reasons().stream().anyMatch(counts))
                        .map(Judgement.Recommended::intervention)
                        .distinct()
                        .toList(),
                judgement.cannotTell().stream()
                        .filter(counts)
                        .map(Explanation::rule)
                        .toList());
    }

    /** {@code 4}, or {@code 4..6} where something is not known. */
    static String points(Points points) {
        return points.least() == points.most()
                ? Integer.toString(points.least())
                : points.least() + ".." + points.most();
    }
}
