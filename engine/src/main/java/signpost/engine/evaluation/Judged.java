package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;

/**
 * The one fact a session holds for a student: Drools' conditions read it and its consequences mark it. Flags and points
 * become visible to rules only between strata, so the order of firing never matters.
 */
final class Judged implements Subject {

    private final StudentOnDate student;
    private final BitSet certain = new BitSet();
    private final BitSet possible = new BitSet();
    private final Map<String, Answer> flags = new HashMap<>();
    private final Map<String, Points> scores = new HashMap<>();
    private final Map<String, List<Added>> added = new HashMap<>();

    Judged(StudentOnDate student) {
        this.student = student;
    }

    /** Called by Drools when every condition of a rule holds. */
    void fired(int rule) {
        certain.set(rule);
    }

    /** Called by Drools when no condition of a rule fails. */
    void possible(int rule) {
        possible.set(rule);
    }

    boolean isCertain(int rule) {
        return certain.get(rule);
    }

    boolean cannotTell(int rule) {
        return possible.get(rule) && !certain.get(rule);
    }

    /** Makes what a settled stratum raised and added visible to the next. */
    void settle(List<Rule> rules, int first) {
        for (int at = 0; at < rules.size(); at++) {
            boolean held = isCertain(first + at);
            if (held || cannotTell(first + at)) {
                gather(rules.get(at), held);
            }
        }
    }

    private void gather(Rule rule, boolean held) {
        rule.flags()
                .forEach(flag -> flags.merge(
                        flag.flag(),
                        held ? Answer.TRUE : Answer.UNKNOWN,
                        (before, now) -> before == Answer.TRUE ? before : now));
        rule.points().forEach(adds -> {
            Points before = score(adds.score());
            scores.put(
                    adds.score(),
                    new Points(before.least() + (held ? adds.points() : 0), before.most() + adds.points()));
            added.computeIfAbsent(adds.score(), missing -> new ArrayList<>())
                    .add(new Added(rule.name(), adds.points(), held));
        });
    }

    @Override
    public StudentOnDate student() {
        return student;
    }

    @Override
    public Answer flagged(String flag) {
        return flags.getOrDefault(flag, Answer.FALSE);
    }

    @Override
    public Points score(String score) {
        return scores.getOrDefault(score, Points.NONE);
    }

    @Override
    public List<Added> added(String score) {
        return added.getOrDefault(score, List.of());
    }

    Map<String, Points> scores() {
        return Map.copyOf(scores);
    }
}
