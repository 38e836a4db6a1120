package signpost.api.sessions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.deliveries.Deliveries;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.What;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.students.Student;
import signpost.api.students.Students;

/** Reads who is on a session's list, and who could be. */
@Service
@Transactional(readOnly = true)
class Rosters {

    /**
     * A student who could be chosen.
     *
     * @param seen what was recorded of it last, if anything was
     * @param missed how often the student did not attend
     */
    record Candidate(Recommendation recommendation, Student student, Optional<UUID> seen, long missed) {}

    /**
     * Who could be chosen, in order of need.
     *
     * @param planned how many more have a day already
     */
    record Candidates(List<Candidate> students, int planned) {}

    private final GroupSessions sessions;
    private final Recommendations recommendations;
    private final Deliveries deliveries;
    private final Students students;

    Rosters(GroupSessions sessions, Recommendations recommendations, Deliveries deliveries, Students students) {
        this.sessions = sessions;
        this.recommendations = recommendations;
        this.deliveries = deliveries;
        this.students = students;
    }

    Roster of(UUID school, UUID session) {
        Map<UUID, Set<UUID>> recorded = sessions.recorded(school, session);
        Map<UUID, Recommendation> all = recommendations.findAll(school, recorded.keySet());
        Map<UUID, List<Delivery>> standing = deliveries.on(school, recorded.keySet());
        Map<UUID, Student> names = students.byIds(
                all.values().stream().map(Recommendation::student).toList());
        List<Roster.Row> rows = new ArrayList<>();
        all.forEach((id, one) -> {
            List<Delivery> happened = standing.getOrDefault(id, List.of());
            Set<UUID> here = recorded.getOrDefault(id, Set.of());
            happened.stream()
                    .filter(each -> here.contains(each.id()))
                    .findFirst()
                    .ifPresent(mark -> {
                        Delivery last = happened.get(0);
                        Optional<Delivery> elsewhere =
                                last.id().equals(mark.id()) ? Optional.empty() : Optional.of(last);
                        rows.add(new Roster.Row(
                                one,
                                java.util.Objects.requireNonNull(names.get(one.student())),
                                mark,
                                elsewhere,
                                often(What.ATTENDED, happened) - (mark.what() == What.ATTENDED ? 1 : 0),
                                often(What.DID_NOT_ATTEND, happened)));
                    });
        });
        rows.sort(Comparator.comparing((Roster.Row row) -> row.student().surname())
                .thenComparing(row -> row.student().name())
                .thenComparing(row -> row.student().id()));
        return new Roster(rows);
    }

    /** Students for whom the intervention is accepted, and who have no day for it yet. */
    Candidates candidates(UUID school, GroupSession session, LocalDate today) {
        List<Recommendation> accepted = recommendations.accepted(school, session.intervention());
        Map<UUID, List<Delivery>> standing =
                deliveries.on(school, accepted.stream().map(Recommendation::id).toList());
        Map<UUID, Student> names =
                students.byIds(accepted.stream().map(Recommendation::student).toList());
        Map<UUID, Set<UUID>> here = sessions.recorded(school, session.id());
        List<Candidate> free = new ArrayList<>();
        int planned = 0;
        for (Recommendation one : accepted) {
            List<Delivery> happened = standing.getOrDefault(one.id(), List.of());
            if (here.containsKey(one.id())) {
                continue;
            }
            if (happened.stream().limit(1).anyMatch(last -> ahead(last, today))) {
                planned++;
            } else {
                free.add(new Candidate(
                        one,
                        java.util.Objects.requireNonNull(names.get(one.student())),
                        happened.stream().findFirst().map(Delivery::id),
                        often(What.DID_NOT_ATTEND, happened)));
            }
        }
        return new Candidates(List.copyOf(free), planned);
    }

    private static boolean ahead(Delivery last, LocalDate today) {
        return last.what() == What.PLANNED && !last.on().isBefore(today);
    }

    private static long often(What what, List<Delivery> happened) {
        return happened.stream().filter(each -> each.what() == what).count();
    }
}
