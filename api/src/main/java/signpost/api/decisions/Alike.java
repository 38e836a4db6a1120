package signpost.api.decisions;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.students.Students;

/**
 * Decides alike on several students whose reasons were shown: all in one transaction, each against the version seen. What
 * changed meanwhile is handed back, and nothing of it is recorded; the rest is.
 */
@Service
class Alike {

    /** What changed of a student's meanwhile; it waits in the session until the next page, so it holds no name. */
    record HandedBack(UUID student, List<String> changes) implements Serializable {}

    /**
     * What came of it.
     *
     * @param wrong what is wrong with the decision itself; then nothing is recorded
     */
    record Result(int recorded, List<HandedBack> handedBack, List<Answer.Wrong> wrong) {}

    private final Deciding deciding;
    private final Recommendations recommendations;
    private final Students students;

    Alike(Deciding deciding, Recommendations recommendations, Students students) {
        this.deciding = deciding;
        this.recommendations = recommendations;
        this.students = students;
    }

    /**
     * Takes the same decision on each that was ticked and has not changed since.
     *
     * @param form at most {@link AlikeForm#MOST} ticked
     */
    @Transactional
    public Result decide(UUID school, String intervention, AlikeForm form, Decider by) {
        List<AlikeForm.Seen> seen = form.seen();
        List<Recommendation> found = recommendations.all(
                school, intervention, seen.stream().map(AlikeForm.Seen::id).toList());
        students.lock(found.stream().map(Recommendation::student).toList());
        List<HandedBack> handedBack = new ArrayList<>();
        int recorded = 0;
        for (Recommendation one : found) {
            int version = seen.stream()
                    .filter(tick -> tick.id().equals(one.id()))
                    .findFirst()
                    .orElseThrow()
                    .version();
            Answer answer = deciding.decide(school, one.id(), form.feedback(version, by));
            if (answer instanceof Answer.Refused refused) {
                // The decision is the same for all, so the first is refused before anything is recorded.
                return new Result(0, List.of(), refused.wrong());
            }
            if (answer instanceof Answer.Recorded) {
                recorded++;
            } else {
                handedBack.add(new HandedBack(one.student(), changes(answer)));
            }
        }
        return new Result(recorded, handedBack, List.of());
    }

    private static List<String> changes(Answer answer) {
        if (answer instanceof Answer.Stale stale) {
            return stale.changes();
        }
        return answer instanceof Answer.Closed closed ? List.of(closed.because()) : List.of("It is gone.");
    }
}
