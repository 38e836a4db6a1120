package signpost.api.assignments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.assignments.AssignmentChanges.Kind;
import signpost.api.schools.SchoolLock;

/** Arranges cover for colleagues who are away, and ends it early. */
@Service
class Covering {

    private final AssignmentChanges changes;
    private final SchoolLock lock;
    private final Covers covers;
    private final Clock clock;

    Covering(AssignmentChanges changes, SchoolLock lock, Covers covers, Clock clock) {
        this.changes = changes;
        this.lock = lock;
        this.covers = covers;
        this.clock = clock;
    }

    /**
     * What was checked before: the days follow each other, and nobody stands in for themselves.
     *
     * @return the cover for somebody who was to stand in and is away meanwhile; then nothing is arranged
     */
    @Transactional
    Optional<Cover> arrange(UUID school, UUID by, UUID absent, Set<UUID> standIns, LocalDate from, LocalDate to) {
        lock.hold(school);
        Optional<Cover> away = covers.from(school, from).stream()
                .filter(cover -> cover.keepsAway(standIns, from, to))
                .findFirst();
        if (away.isPresent()) {
            return away;
        }
        covers.add(school, changes.add(school, Kind.COVER, false, 0, by), absent, standIns, from, to);
        return Optional.empty();
    }

    /** Ends a cover at once, for all who stand in; false when it has ended or never was. */
    @Transactional
    boolean end(UUID school, UUID by, int cover) {
        lock.hold(school);
        LocalDate today = LocalDate.now(clock);
        if (covers.from(school, today).stream().noneMatch(standing -> standing.number() == cover)) {
            return false;
        }
        covers.end(school, cover, changes.add(school, Kind.COVER_ENDED, false, 0, by), today.minusDays(1));
        return true;
    }
}
