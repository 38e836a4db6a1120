package signpost.api.decisions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;

/** What others did since a person looked, so that their decision cannot count; of many in as many statements as of one. */
@Component
class Meanwhile {

    private final Decisions decisions;
    private final Recommendations recommendations;
    private final Clock clock;

    Meanwhile(Decisions decisions, Recommendations recommendations, Clock clock) {
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.clock = clock;
    }

    /**
     * The answer to each decision that cannot count.
     *
     * @param asked the decision on each recommendation as it stands now, locked
     */
    Map<UUID, Answer> refusals(UUID school, Map<Recommendation, Feedback> asked) {
        Set<UUID> replaced = replaced(school, asked);
        Map<UUID, List<Decisions.Step>> steps = decisions.steps(
                school,
                asked.entrySet().stream()
                        .filter(one -> stale(one.getKey(), one.getValue()))
                        .map(one -> one.getKey().id())
                        .toList());
        Map<UUID, Answer> refusals = new HashMap<>();
        asked.forEach((now, feedback) -> {
            if (stale(now, feedback)) {
                List<Decisions.Step> since = steps.getOrDefault(now.id(), List.of());
                refusals.put(
                        now.id(),
                        new Answer.Stale(now, changes(now, feedback.version().orElseThrow(), since)));
            } else if (now.state().closed()) {
                refusals.put(now.id(), new Answer.Closed(Said.closed(now)));
            } else if (replaced.contains(now.id())) {
                refusals.put(
                        now.id(), new Answer.Closed("It has been suggested again since; decide on the newer one."));
            }
        });
        return refusals;
    }

    /** Where another has been suggested since, this one can only be overridden. */
    private Set<UUID> replaced(UUID school, Map<Recommendation, Feedback> asked) {
        Collection<UUID> kept = asked.entrySet().stream()
                .filter(one -> !one.getValue().outcome().equals(Outcome.OVERRIDDEN.code()))
                .map(one -> one.getKey().id())
                .toList();
        return recommendations.replaced(school, kept);
    }

    private static boolean stale(Recommendation now, Feedback feedback) {
        return feedback.version().filter(seen -> seen != now.version()).isPresent();
    }

    private List<String> changes(Recommendation now, int seen, List<Decisions.Step> steps) {
        List<String> changes = new ArrayList<>(steps.stream()
                .filter(step -> step.versionMade() > seen)
                .map(step -> Said.of(step, clock.getZone()))
                .toList());
        if (now.version() - seen > changes.size() || seen > now.version()) {
            changes.add(
                    now.state().closed()
                            ? Said.closed(now)
                            : "Its reasons, its due date or what became of it have changed.");
        }
        return changes;
    }
}
