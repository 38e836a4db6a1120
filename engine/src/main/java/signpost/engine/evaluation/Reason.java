package signpost.engine.evaluation;

import org.jspecify.annotations.Nullable;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;

/** Why a rule fired or cannot tell, put into words when somebody asks. Threads may share it: a race says the same twice. */
final class Reason {

    private final ReadyRule rule;
    private final Answer answer;
    private final Judged judged;
    private @Nullable Explanation said;

    Reason(ReadyRule rule, Answer answer, Judged judged) {
        this.rule = rule;
        this.answer = answer;
        this.judged = judged;
    }

    StudentOnDate student() {
        return judged.student();
    }

    Explanation say() {
        Explanation explanation = said;
        if (explanation == null) {
            explanation = Explainer.explain(rule, answer, judged);
            said = explanation;
        }
        return explanation;
    }
}
