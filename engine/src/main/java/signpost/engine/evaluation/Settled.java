package signpost.engine.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;

/** A student with the flags and scores that a judgement found, so that conditions can be read aloud again. */
final class Settled implements Subject {

    private final StudentOnDate student;
    private final Judgement judgement;
    private final Set<String> raised = new HashSet<>();
    private final Set<String> perhaps = new HashSet<>();

    Settled(StudentOnDate student, Judgement judgement, List<Rule> rules) {
        this.student = student;
        this.judgement = judgement;
        judgement.flags().forEach(flag -> raised.add(flag.flag()));
        Set<String> unsettled = new HashSet<>();
        judgement.cannotTell().forEach(rule -> unsettled.add(rule.rule()));
        rules.stream()
                .filter(rule -> unsettled.contains(rule.name()))
                .forEach(rule -> rule.flags().forEach(flag -> perhaps.add(flag.flag())));
    }

    @Override
    public StudentOnDate student() {
        return student;
    }

    @Override
    public Answer flagged(String flag) {
        return raised.contains(flag) ? Answer.TRUE : perhaps.contains(flag) ? Answer.UNKNOWN : Answer.FALSE;
    }

    @Override
    public Points score(String score) {
        return judgement.scores().getOrDefault(score, Points.NONE);
    }
}
