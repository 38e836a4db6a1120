package signpost.api.deliveries;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.recommendations.Happened;
import signpost.engine.vocabulary.Dates;

/** What was recorded last of a recommendation, for whoever would take its decision back. */
@Component
class LastHappened implements Happened {

    private final Deliveries deliveries;

    LastHappened(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Optional<String> last(UUID school, UUID recommendation) {
        return deliveries.on(school, List.of(recommendation)).getOrDefault(recommendation, List.of()).stream()
                .findFirst()
                .map(LastHappened::words);
    }

    private static String words(Delivery delivery) {
        return delivery.what().words().toLowerCase(Locale.ROOT) + " " + Dates.words(delivery.on());
    }
}
