package signpost.engine.backtest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import signpost.engine.cohort.Outcome;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;

/** Counts what each rule and each flag says, student after student. */
final class Counting {

    private final Recommender recommender;
    private final List<Rule> rules;
    private final Map<String, Tally> byRule = new LinkedHashMap<>();
    private final Map<String, Tally> byFlag = new TreeMap<>();

    Counting(Recommender recommender) {
        this.recommender = recommender;
        rules = recommender.book().rules();
        for (Rule rule : rules) {
            byRule.put(rule.name(), Tally.of(rule.name()));
            rule.flags().forEach(raised -> byFlag.put(raised.flag(), Tally.of(raised.flag())));
        }
    }

    List<Tally> rules() {
        return List.copyOf(byRule.values());
    }

    List<Tally> flags() {
        return List.copyOf(byFlag.values());
    }

    /** Several at once: the rules judge them together. */
    void count(List<StudentOnDate> students, List<Outcome> outcomes) {
        List<List<Explanation>> explained =
                recommender.explain(students, Collections.nCopies(students.size(), byRule.keySet()));
        for (int at = 0; at < students.size(); at++) {
            count(students.get(at).on(), explained.get(at), outcomes.get(at));
        }
    }

    private void count(LocalDate on, List<Explanation> explained, Outcome outcome) {
        Map<String, Answer> answers = new HashMap<>();
        explained.forEach(one -> answers.put(one.rule(), one.answer()));
        Map<String, Set<Answer>> flags = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (rule.inForceOn(on)) {
                Answer answer = answers.getOrDefault(rule.name(), Answer.FALSE);
                byRule.computeIfPresent(rule.name(), (name, tally) -> tally.with(answer, outcome));
                rule.flags()
                        .map(Consequence.RaiseFlag::flag)
                        .forEach(flag -> flags.computeIfAbsent(flag, none -> EnumSet.noneOf(Answer.class))
                                .add(answer));
            }
        }
        flags.forEach((flag, said) -> byFlag.computeIfPresent(flag, (name, tally) -> tally.with(any(said), outcome)));
    }

    private static Answer any(Set<Answer> said) {
        return said.contains(Answer.TRUE) ? Answer.TRUE : said.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.FALSE;
    }
}
