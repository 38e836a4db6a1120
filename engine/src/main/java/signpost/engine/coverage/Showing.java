package signpost.engine.coverage;

import java.util.Map;
import signpost.engine.evaluation.Explanation;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Subject;

/** A rule before the student of a scenario. */
record Showing(StudentOnDate student, Map<String, Subject.Points> scores, Explanation explanation) {

    Subject.Points score(String score) {
        return scores.getOrDefault(score, Subject.Points.NONE);
    }
}
