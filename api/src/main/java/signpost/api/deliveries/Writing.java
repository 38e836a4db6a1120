package signpost.api.deliveries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Moves;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.schools.Ids;
import signpost.api.students.ProfilesChanged;
import signpost.api.students.Students;

/**
 * Writes what happened once it is known to count, of one or of many in as many statements: its rows, what becomes of the
 * recommendations, and who is to be evaluated again.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Writing {

    /**
     * What happened with a recommendation.
     *
     * @param mistaken what no longer counts
     * @param added what counts from now on
     */
    record Step(Recommendation about, Optional<Delivery> mistaken, Optional<Delivery> added) {

        /** It was delivered and is not any more. */
        boolean reopens() {
            return is(mistaken) && !is(added);
        }

        private static boolean is(Optional<Delivery> delivery) {
            return delivery.filter(one -> one.what() == What.DELIVERED).isPresent();
        }
    }

    private final Recommendations recommendations;
    private final Moves moves;
    private final Deliveries deliveries;
    private final Students students;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    Writing(
            Recommendations recommendations,
            Moves moves,
            Deliveries deliveries,
            Students students,
            ApplicationEventPublisher events,
            Ids ids) {
        this.recommendations = recommendations;
        this.moves = moves;
        this.deliveries = deliveries;
        this.students = students;
        this.events = events;
        this.ids = ids;
    }

    /** These as they stand under the same locks, in the same order, as a decision or an evaluation takes. */
    Map<UUID, Recommendation> locked(UUID school, Collection<UUID> about) {
        students.lock(recommendations.findAll(school, about).values().stream()
                .map(Recommendation::student)
                .toList());
        return recommendations.findAllLocked(school, about);
    }

    /**
     * Writes steps, at most one a recommendation.
     *
     * @param replaced those whose place another has taken since they were delivered: taken back, they are withdrawn
     */
    void write(UUID school, List<Step> steps, Set<UUID> replaced, Recorder by, Instant at) {
        Map<UUID, Delivery> mistaken = new LinkedHashMap<>();
        steps.forEach(step -> step.mistaken().ifPresent(one -> mistaken.put(ids.next(), one)));
        List<Delivery> added =
                steps.stream().flatMap(step -> step.added().stream()).toList();
        deliveries.undoAll(school, mistaken, by, at);
        moves.notDelivered(
                school,
                steps.stream()
                        .filter(Step::reopens)
                        .map(step -> step.about().id())
                        .toList(),
                replaced,
                at);
        deliveries.addAll(school, added, by);
        Map<UUID, LocalDate> delivered = new HashMap<>();
        for (Delivery one : added) {
            one.effect().ifPresent(effect -> deliveries.effect(school, ids.next(), one.id(), effect, by, at));
            if (one.what() == What.DELIVERED) {
                delivered.put(one.recommendation(), one.on());
            }
        }
        moves.delivered(school, delivered, at);
        Set<UUID> changed = new HashSet<>();
        steps.forEach(step -> changed.add(step.about().student()));
        if (!changed.isEmpty()) {
            events.publishEvent(new ProfilesChanged(school, changed));
        }
    }
}
