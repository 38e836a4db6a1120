package signpost.api.decisions;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Decides alike on several students whose reasons were shown: all in one transaction, each against the version seen, in as
 * many statements as for one. What changed meanwhile is handed back, and nothing of it is recorded; the rest is.
 */
@Service
class Alike {

    /** What changed of a student's meanwhile; it waits in the session until the next page, so it holds no name. */
    record HandedBack(UUID student, List<String> changes) implements Serializable {}

    /**
     * What came of it.
     *
     * @param gone how many of those ticked are not there any more; nothing is recorded of them
     * @param wrong what is wrong with the decision itself; then nothing is recorded
     */
    record Result(int recorded, List<HandedBack> handedBack, int gone, List<Answer.Wrong> wrong) {}

    private final Recommendations recommendations;
    private final Taking taking;
    private final Meanwhile meanwhile;
    private final DecisionRows rows;
    private final Students students;

    Alike(Recommendations recommendations, Taking taking, Meanwhile meanwhile, DecisionRows rows, Students students) {
        this.recommendations = recommendations;
        this.taking = taking;
        this.meanwhile = meanwhile;
        this.rows = rows;
        this.students = students;
    }

    /**
     * Takes the same decision on each that was ticked and has not changed since.
     *
     * @param intervention what is decided on; nothing else that was ticked is
     * @param form at most {@link AlikeForm#MOST} ticked
     */
    @Transactional
    public Result decide(UUID school, String intervention, AlikeForm form, Decider by) {
        Map<UUID, Integer> seen = form.seen();
        students.lock(recommendations.findAll(school, seen.keySet()).values().stream()
                .map(Recommendation::student)
                .toList());
        Map<Recommendation, Feedback> asked = new LinkedHashMap<>();
        recommendations.findAllLocked(school, seen.keySet()).values().stream()
                .filter(one -> one.intervention().equals(intervention))
                .forEach(one -> asked.put(one, form.feedback(seen.getOrDefault(one.id(), 0), by)));
        Optional<Feedback> decision = asked.values().stream().findFirst();
        List<Answer.Wrong> wrong = decision.map(one -> taking.wrong(school, List.copyOf(asked.keySet()), one))
                .orElse(List.of());
        if (!wrong.isEmpty()) {
            return new Result(0, List.of(), 0, wrong);
        }
        Map<UUID, Answer> refusals = meanwhile.refusals(school, asked);
        List<Recommendation> rest = asked.keySet().stream()
                .filter(one -> !refusals.containsKey(one.id()))
                .toList();
        if (!rest.isEmpty()) {
            rows.addAll(school, taking.take(school, rest, decision.orElseThrow()), by);
        }
        return new Result(rest.size(), handedBack(asked, refusals), seen.size() - asked.size(), List.of());
    }

    private static List<HandedBack> handedBack(Map<Recommendation, Feedback> asked, Map<UUID, Answer> refusals) {
        List<HandedBack> all = new ArrayList<>();
        for (Recommendation one : asked.keySet()) {
            Answer refusal = refusals.get(one.id());
            if (refusal instanceof Answer.Stale stale) {
                all.add(new HandedBack(one.student(), stale.changes()));
            } else if (refusal instanceof Answer.Closed closed) {
                all.add(new HandedBack(one.student(), List.of(closed.because())));
            }
        }
        return all;
    }
}
