package signpost.api.deliveries;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Ids;
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

    /** How many days after a session its list can still be entered. */
    public static final int ENTERED_LATE = 14;

    private final Recommendations recommendations;
    private final Deliveries deliveries;
    private final Writing writing;
    private final Ids ids;
    private final Clock clock;

    Together(Recommendations recommendations, Deliveries deliveries, Writing writing, Ids ids, Clock clock) {
        this.recommendations = recommendations;
        this.deliveries = deliveries;
        this.writing = writing;
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
        Map<UUID, Recommendation> now = writing.locked(school, about);
        Map<UUID, List<Delivery>> happened = deliveries.on(school, about);
        Set<UUID> replaced = recommendations.replaced(school, corrected(entries));
        Instant at = clock.instant();
        List<Writing.Step> steps = new ArrayList<>();
        Map<UUID, String> handedBack = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Recommendation one = now.get(entry.recommendation());
            List<Delivery> standing = happened.getOrDefault(entry.recommendation(), List.of());
            Optional<String> refused = one == null
                    ? Optional.of("It is not there any more.")
                    : refused(entry, one, standing, replaced.contains(one.id()), by);
            if (refused.isPresent()) {
                handedBack.put(entry.recommendation(), refused.get());
            } else if (one != null) {
                steps.add(step(entry, one, standing, by, at));
            }
        }
        writing.write(school, steps, replaced, by, at);
        return new Result(recorded(steps), handedBack);
    }

    private Writing.Step step(Entry entry, Recommendation about, List<Delivery> standing, Recorder by, Instant at) {
        return new Writing.Step(
                about,
                standing.stream().findFirst().filter(last -> entry.inPlaceOfSeen()),
                entry.what()
                        .map(what -> new Delivery(
                                ids.next(), about.id(), what, entry.on(), Optional.empty(), "", by.name(), "", at)));
    }

    private static Map<UUID, UUID> recorded(List<Writing.Step> steps) {
        Map<UUID, UUID> rows = new HashMap<>();
        steps.forEach(step -> step.added().ifPresent(one -> rows.put(one.recommendation(), one.id())));
        return rows;
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
        if (undoesDelivery
                && replaced
                && entry.what().filter(what -> what != What.DELIVERED).isPresent()) {
            return Optional.of("It was suggested again since; undo the delivery, and record this of the newer one.");
        }
        LocalDate today = LocalDate.now(clock);
        List<Delivery> before =
                entry.inPlaceOfSeen() ? standing.stream().skip(1).toList() : standing;
        return entry.what()
                .map(what -> new Told(what.code(), Optional.of(entry.on()), Optional.empty(), "", by))
                .filter(told -> !new DeliveryCheck(today, clock.getZone(), now, before)
                        .plannedSince(today.minusDays(ENTERED_LATE))
                        .check(told)
                        .isEmpty())
                .map(told -> "That cannot be recorded of " + Dates.words(entry.on()) + ".");
    }

    private static String said(Delivery delivery) {
        return delivery.recordedBy() + " recorded meanwhile: "
                + delivery.what().words().toLowerCase(java.util.Locale.UK) + " " + Dates.words(delivery.on()) + ".";
    }
}
