package signpost.api.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.students.Students;

/**
 * Takes decisions. Each is kept and the last received stands; one that names a version others have since changed is told
 * what changed, and does not count until it is sent again.
 */
@Service
public class Deciding {

    private final Recommendations recommendations;
    private final Taking taking;
    private final Meanwhile meanwhile;
    private final DecisionRows rows;
    private final Instead instead;
    private final Students students;

    Deciding(
            Recommendations recommendations,
            Taking taking,
            Meanwhile meanwhile,
            DecisionRows rows,
            Instead instead,
            Students students) {
        this.recommendations = recommendations;
        this.taking = taking;
        this.meanwhile = meanwhile;
        this.rows = rows;
        this.instead = instead;
        this.students = students;
    }

    /** Decides on a recommendation of this school. */
    @Transactional
    public Answer decide(UUID school, UUID id, Feedback feedback) {
        Optional<Recommendation> found = recommendations.find(school, id);
        if (found.isEmpty()) {
            return new Answer.NotFound();
        }
        // The same lock, in the same order, as an evaluation takes.
        students.lock(List.of(found.get().student()));
        Recommendation now = recommendations.findLocked(school, id).orElseThrow();
        List<Answer.Wrong> wrong = taking.wrong(school, List.of(now), feedback);
        if (!wrong.isEmpty()) {
            return new Answer.Refused(wrong);
        }
        Answer cannot = meanwhile.refusals(school, Map.of(now, feedback)).get(id);
        return cannot != null ? cannot : record(school, feedback, now);
    }

    private Answer record(UUID school, Feedback feedback, Recommendation now) {
        Decision decision = taking.take(school, List.of(now), feedback).get(0);
        Optional<Instead.Taken> chosen =
                feedback.intervention().map(code -> instead.choose(school, now, code, feedback, decision.receivedAt()));
        rows.add(school, decision, feedback.decidedBy(), chosen.map(Instead.Taken::id), Optional.empty());
        chosen.flatMap(Instead.Taken::accepted)
                .ifPresent(accepted ->
                        rows.add(school, accepted, feedback.decidedBy(), Optional.empty(), Optional.of(decision.id())));
        return new Answer.Recorded(decision);
    }
}
