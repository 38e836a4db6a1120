package signpost.api.assignments;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.assignments.AssignmentChanges.Kind;
import signpost.api.assignments.Colleagues.People;
import signpost.api.pages.SentId;
import signpost.api.schools.SchoolLock;

/** Changes the groups whose tutors are others than before; all of it, or none when somebody else was first. */
@Service
class ChangingTutors {

    /** What came of it. */
    sealed interface Answer {

        record Done(int groups) implements Answer {}

        /** Somebody else changed tutors since; {@code now} are those that stand. */
        record Stale(Map<String, List<UUID>> now, Map<String, List<UUID>> wanted) implements Answer {}
    }

    private final TutorGroups tutorGroups;
    private final AssignmentChanges changes;
    private final SchoolLock lock;
    private final Colleagues colleagues;

    ChangingTutors(TutorGroups tutorGroups, AssignmentChanges changes, SchoolLock lock, Colleagues colleagues) {
        this.tutorGroups = tutorGroups;
        this.changes = changes;
        this.lock = lock;
        this.colleagues = colleagues;
    }

    /** @param sent the tutors of each group as chosen, and {@code seen}, the last change when the page was shown */
    @Transactional
    Answer change(UUID school, Map<String, String> sent, UUID by) {
        lock.hold(school);
        Map<String, List<UUID>> before = tutorGroups.all(school);
        Map<String, List<UUID>> wanted = wanted(sent, colleagues.of(school), before);
        if (!sent.getOrDefault("seen", "").equals("" + changes.last(school, Kind.TUTOR_GROUPS))) {
            return new Answer.Stale(before, wanted);
        }
        wanted.entrySet().removeIf(group -> group.getValue().equals(before.getOrDefault(group.getKey(), List.of())));
        if (!wanted.isEmpty()) {
            tutorGroups.set(school, changes.add(school, Kind.TUTOR_GROUPS, false, 0, by), wanted);
        }
        return new Answer.Done(wanted.size());
    }

    /** What was chosen; whoever is no tutor is left out, unless the group is theirs already. */
    private static Map<String, List<UUID>> wanted(
            Map<String, String> sent, People people, Map<String, List<UUID>> before) {
        Map<String, List<UUID>> wanted = new TreeMap<>();
        for (int at = 1; sent.containsKey("group-" + at); at++) {
            String group = sent.getOrDefault("group-" + at, "");
            Set<UUID> chosen = new LinkedHashSet<>();
            for (int place = 1; place <= TutorGroups.TUTORS; place++) {
                SentId.of(sent.get("tutor-" + at + "-" + place))
                        .filter(id -> people.isTutor(id)
                                || before.getOrDefault(group, List.of()).contains(id))
                        .ifPresent(chosen::add);
            }
            wanted.put(group, List.copyOf(chosen));
        }
        return wanted;
    }
}
