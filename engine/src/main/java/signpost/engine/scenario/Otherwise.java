package signpost.engine.scenario;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.text.Problem;

/** Words for what came out otherwise than a scenario expects. */
final class Otherwise {

    /** Nobody reads a longer list in a sentence. */
    static final int NAMED = 3;

    private static final String DECIDE = "Change the rule, or what the scenario expects.";

    private Otherwise() {}

    /** @param expects what stands after "expects", and {@code instead} what stands after "but" */
    static Problem problem(Scenario scenario, Expectation expectation, String expects, String instead, String why) {
        return Problem.at(
                expectation.line().place(),
                "The scenario \"" + scenario.name() + "\" expects " + expects + ", but " + instead + ".",
                why.isEmpty() ? DECIDE : why);
    }

    static Problem problem(Scenario scenario, Expectation expectation, String expects, String instead) {
        return problem(scenario, expectation, expects, instead, DECIDE);
    }

    /** {@code the rule "A" gives}, {@code the rules "A" and "B" give}. */
    static String rules(List<Explanation> by, String does, String several) {
        List<String> names =
                by.stream().map(one -> "\"" + one.rule() + "\"").distinct().toList();
        return names.size() == 1 ? "the rule " + names.get(0) + " " + does : "the rules " + some(names) + " " + several;
    }

    static String some(List<String> names) {
        int more = names.size() - NAMED;
        if (more > 0) {
            return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + " and " + more + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static List<Explanation> ruledOutBy(String code, Judgement judgement) {
        return judgement.withheld().stream()
                .filter(one -> one.intervention().equals(code))
                .flatMap(one -> one.ruledOutBy().stream())
                .toList();
    }

    /** All flags and recommendations. */
    static List<String> given(Judgement judgement) {
        return Stream.concat(
                        judgement.flags().stream().map(flag -> "the flag \"" + flag.flag() + "\""),
                        judgement.recommendations().stream().map(made -> made.intervention() + " recommended"))
                .toList();
    }
}
