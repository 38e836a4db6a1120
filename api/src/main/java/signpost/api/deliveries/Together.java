package signpost.api.deliveries;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.DeliveredTogether;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Ids;
import signpost.api.students.ProfilesChanged;
import signpost.api.students.Students;
import signpost.engine.vocabulary.Dates;

/**
 * Takes down what happened with many students at once, in as many statements as with one. What somebody else recorded
 * meanwhile is handed back and the rest counts.
 */
@Service
public class Together {

    /**
     * What came of it.
     *
     * @param recorded the new row of each recommendation; one taken back without another is absent
     * @param handedBack why what was said of a recommendation does not count, in a sentence
     */
    public record Result(Map<UUID, UUID> recorded, Map<UUID, String> handedBack) {
        public Result {
            recorded = Map.copyOf(recorded);
            handedBack = Map.copyOf(handedBack);
        }
    }

    private final Recommendations recommendations;
    private final DeliveredTogether delivered;
    private final Deliveries deliveries;
    private final Students students;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Together(
            Recommendations recommendations,
            DeliveredTogether delivered,
            Deliveries deliveries,
            Students students,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.recommendations = recommendations;
        this.delivered = delivered;
        this.deliveries = deliveries;
        this.students = students;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records what happened, at most one entry a recommendation. */
    @Transactional
    public Result record(UUID school, List<Entry> entries, Recorder by) {
        if (entries.isEmpty()) {
            return new Result(Map.of(), Map.of());
        }
        List<UUID> about = entries.stream().map(Entry::recommendation).toList();
        students.lock(recommendations.findAll(school, about).values().stream()
                .map(Recommendation::student)
                .toList());
        Map<UUID, Recommendation> now = recommendations.findAllLocked(school, about);
        Map<UUID, List<Delivery>> standing = deliveries.on(school, about);
        Set<UUID> replaced = delivered.replaced(school, corrected(entries));
        Work work = new Work(by, clock.instant());
        for (Entry entry : entries) {
            Recommendation one = now.get(entry.recommendation());
            Optional<String> refused = one == null
                    ? Optional.of("It is not there any more.")
                    : refused(entry, one, standing.getOrDefault(one.id(), List.of()), replaced.contains(one.id()), by);
            refused.ifPresentOrElse(
                    why -> work.handedBack.put(entry.recommendation(), why),
                    () -> work.take(entry, standing.getOrDefault(entry.recommendation(), List.of())));
        }
        write(school, work, now);
        return new Result(work.recorded(), work.handedBack);
    }

    private static List<UUID> corrected(List<Entry> entries) {
        return entries.stream()
                .filter(Entry::inPlaceOfSeen)
                .map(Entry::recommendation)
                .toList();
    }

    /** Why an entry cannot count, if it cannot. */
    private Optional<String> refused(
            Entry entry, Recommendation now, List<Delivery> standing, boolean replaced, Recorder by) {
        Optional<Delivery> last = standing.stream().findFirst();
        if (!last.map(Delivery::id).equals(entry.seen())) {
            return Optional.of(last.map(Together::said).orElse("What was recorded was taken back."));
        }
        boolean undoesDelivery = entry.inPlaceOfSeen() && last.orElseThrow().what() == What.DELIVERED;
        if (now.state() != (undoesDelivery ? State.DELIVERED : State.ACCEPTED)) {
            return Optional.of(Delivering.notAccepted(now));
        }
        if (undoesDelivery && replaced) {
            return Optional.of("It was suggested again since; undo the delivery on the student's page.");
        }
        List<Delivery> before =
                entry.inPlaceOfSeen() ? standing.stream().skip(1).toList() : standing;
        return entry.what()
                .map(what -> new Told(what.code(), Optional.of(entry.on()), Optional.empty(), "", by))
                .filter(told -> !new DeliveryCheck(LocalDate.now(clock), clock.getZone(), now, before)
                        .check(told)
                        .isEmpty())
                .map(told -> "That cannot be recorded of " + Dates.words(entry.on()) + ".");
    }

    private static String said(Delivery delivery) {
        return delivery.recordedBy() + " recorded meanwhile: "
                + delivery.what().words().toLowerCase(java.util.Locale.UK) + " " + Dates.words(delivery.on()) + ".";
    }

    private void write(UUID school, Work work, Map<UUID, Recommendation> now) {
        deliveries.undoAll(school, work.undone, work.by, work.at);
        delivered.notDelivered(school, work.reopened, work.at);
        deliveries.addAll(school, work.added, work.by);
        Map<UUID, LocalDate> done = new HashMap<>();
        work.added.stream()
                .filter(one -> one.what() == What.DELIVERED)
                .forEach(one -> done.put(one.recommendation(), one.on()));
        delivered.delivered(school, done, work.at);
        Set<UUID> changed = new HashSet<>();
        work.touched.forEach(id -> Optional.ofNullable(now.get(id)).ifPresent(one -> changed.add(one.student())));
        if (!changed.isEmpty()) {
            events.publishEvent(new ProfilesChanged(school, changed));
        }
    }

    /** What is to be written, gathered before anything is. */
    private final class Work {
        final Recorder by;
        final Instant at;
        final Map<UUID, Delivery> undone = new LinkedHashMap<>();
        final List<UUID> reopened = new ArrayList<>();
        final List<Delivery> added = new ArrayList<>();
        final Collection<UUID> touched = new HashSet<>();
        final Map<UUID, String> handedBack = new LinkedHashMap<>();

        Work(Recorder by, Instant at) {
            this.by = by;
            this.at = at;
        }

        void take(Entry entry, List<Delivery> standing) {
            touched.add(entry.recommendation());
            if (entry.inPlaceOfSeen()) {
                Delivery mistaken = standing.get(0);
                undone.put(ids.next(), mistaken);
                if (mistaken.what() == What.DELIVERED) {
                    reopened.add(entry.recommendation());
                }
            }
            entry.what()
                    .ifPresent(what -> added.add(new Delivery(
                            ids.next(),
                            entry.recommendation(),
                            what,
                            entry.on(),
                            Optional.empty(),
                            "",
                            by.name(),
                            "",
                            at)));
        }

        Map<UUID, UUID> recorded() {
            Map<UUID, UUID> rows = new HashMap<>();
            added.forEach(one -> rows.put(one.recommendation(), one.id()));
            return rows;
        }
    }
}
