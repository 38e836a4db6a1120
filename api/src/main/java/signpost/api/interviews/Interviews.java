package signpost.api.interviews;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.api.students.NewObservation;
import signpost.api.students.Observations;
import signpost.api.students.OurSchool;
import signpost.api.students.Recorded;
import signpost.engine.profile.Value;

/** The interviews of the school that the current work is for. What a student said becomes observations. */
@Service
public class Interviews {

    private final InterviewRows rows;
    private final Observations observations;
    private final OurSchool school;
    private final Ids ids;

    Interviews(InterviewRows rows, Observations observations, OurSchool school, Ids ids) {
        this.rows = rows;
        this.observations = observations;
        this.school = school;
        this.ids = ids;
    }

    /**
     * What came of keeping interviews.
     *
     * @param kept the id of every interview, by what makes it the same one
     */
    record Kept(Map<Interview.Key, UUID> kept, int fresh, int changed, int unchanged, Recorded recorded) {}

    /** What is on record of these students, the latest first. */
    @Transactional(readOnly = true)
    public List<Interview> of(Collection<UUID> students) {
        return rows.of(students).stream().map(InterviewRows.Row::interview).toList();
    }

    /**
     * Keeps interviews with different keys. The same again is left alone; other content replaces what was told before,
     * whose observations stay as history.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Kept keep(List<Interview> told) {
        Map<Interview.Key, InterviewRows.Row> before = new LinkedHashMap<>();
        rows.of(told.stream().map(Interview::student).distinct().toList())
                .forEach(row -> before.put(row.interview().key(), row));
        Map<UUID, Interview> fresh = new LinkedHashMap<>();
        Map<UUID, Interview> changed = new LinkedHashMap<>();
        Map<Interview.Key, UUID> kept = new LinkedHashMap<>();
        List<NewObservation> withdrawn = new ArrayList<>();
        for (Interview one : told) {
            InterviewRows.Row old = before.get(one.key());
            UUID id = old == null ? ids.next() : old.id();
            kept.put(one.key(), id);
            if (old == null) {
                fresh.put(id, one);
            } else if (!old.interview().saysAs(one)) {
                changed.put(id, one);
                withdrawn.addAll(observed(old.interview().student(), noLongerSaid(old.interview(), one), one));
            }
        }
        rows.insert(fresh);
        rows.update(changed);
        Recorded recorded = observe(fresh, changed, withdrawn);
        int unchanged = told.size() - fresh.size() - changed.size();
        return new Kept(kept, fresh.size(), changed.size(), unchanged, recorded);
    }

    /** What is no longer said is taken back, and what an earlier interview had said of it counts again. */
    private Recorded observe(Map<UUID, Interview> fresh, Map<UUID, Interview> changed, List<NewObservation> withdrawn) {
        observations.withdraw(school.id(), withdrawn);
        List<NewObservation> observed = new ArrayList<>(rows.lastSaid(withdrawn));
        fresh.values().forEach(one -> observed.addAll(observed(one.student(), one.answers(), one)));
        changed.values().forEach(one -> observed.addAll(observed(one.student(), one.answers(), one)));
        return observations.record(school.id(), observed);
    }

    private static Map<String, Value> noLongerSaid(Interview old, Interview now) {
        Map<String, Value> gone = new LinkedHashMap<>(old.answers());
        gone.keySet().removeAll(now.answers().keySet());
        return gone;
    }

    private static List<NewObservation> observed(UUID student, Map<String, Value> answers, Interview at) {
        return answers.entrySet().stream()
                .map(answer -> new NewObservation(
                        student, answer.getKey(), answer.getValue(), at.kind().source(), at.heldOn()))
                .toList();
    }
}
