package signpost.api.caseload;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import signpost.api.capacity.Place;
import signpost.api.decisions.Decision;
import signpost.api.deliveries.Delivery;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.vocabulary.Dates;

/** Says recommendations and decisions as a student's page shows them. */
final class RecommendationWords {

    private static final BigDecimal MINUTES = new BigDecimal(60);

    private final Catalogue catalogue;
    private final Sight sight;
    private final Map<UUID, Place> places;
    private final Clock clock;

    /** @param places of the suggestions that something limits, by their ids */
    RecommendationWords(Catalogue catalogue, Sight sight, Map<UUID, Place> places, Clock clock) {
        this.catalogue = catalogue;
        this.sight = sight;
        this.places = places;
        this.clock = clock;
    }

    List<StudentFile.Shown> of(
            List<Recommendation> all, Map<UUID, List<Decision>> made, Map<UUID, List<Delivery>> happened) {
        return all.stream()
                .map(one -> shown(
                        one,
                        made.getOrDefault(one.id(), List.of()),
                        DeliveryWords.of(one, happened.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    private StudentFile.Shown shown(Recommendation one, List<Decision> decisions, StudentFile.Became became) {
        Optional<Intervention> intervention = catalogue.intervention(one.intervention());
        return new StudentFile.Shown(
                one.id(),
                one.version(),
                one.state(),
                title(catalogue, one),
                intervention.map(Intervention::description).orElse(""),
                intervention.map(RecommendationWords::delivery).orElse(""),
                one.severity(),
                DueDay.of(one.due(), LocalDate.now(clock)),
                one.evidenceUnknown(),
                sight.of(one.shown().reasons()),
                sight.of(one.shown().checkFirst()),
                sight.of(one.shown().unsure()),
                one.shown().note(),
                one.withdrawnBecause().filter(why -> sight.seesEverything()).orElse(""),
                decisions.stream().map(this::decided).toList(),
                became,
                Optional.ofNullable(places.get(one.id())));
    }

    private StudentFile.Decided decided(Decision decision) {
        return new StudentFile.Decided(
                what(decision),
                decision.decidedBy(),
                when(decision.decidedAt()),
                decision.overrideReason()
                        .map(code -> catalogue
                                .reason(code)
                                .map(OverrideReason::label)
                                .orElse(code))
                        .orElse(""),
                decision.interventionInstead()
                        .map(code -> sight.seesEveryReasonFor(code) ? title(code) : Sight.RESTRICTED)
                        .orElse(""),
                decision.deferredUntil().map(Dates::words).orElse(""),
                // A person's own words may tell of anything.
                decision.comment().isEmpty() || sight.seesEverything() ? decision.comment() : Sight.RESTRICTED,
                decision.undoableOn(LocalDate.now(clock), clock.getZone())
                        ? decision.id().toString()
                        : "");
    }

    /** No rule suggested what a person added of their own judgement: to say "accepted" alone would pass it off as a rule's. */
    static String what(Decision decision) {
        boolean added = decision.before()
                .filter(before -> before.state() == State.WITHDRAWN)
                .isPresent();
        return added
                ? "Added on professional judgement"
                : decision.outcome().state().words();
    }

    /** What is suggested, and which of several by design: {@code Keep-in-touch call (end of November)}. */
    static String title(Catalogue catalogue, Recommendation one) {
        String title = catalogue.title(one.intervention());
        return one.occurrence().isEmpty() ? title : title + " (" + one.occurrence() + ")";
    }

    private String title(String code) {
        return catalogue.title(code);
    }

    private String when(Instant at) {
        ZonedDateTime local = at.atZone(clock.getZone());
        return Dates.moment(local);
    }

    private static String delivery(Intervention intervention) {
        String by = intervention.deliveredBy();
        String length = length(intervention.hours());
        String where = intervention.places() > 1 ? "group of up to " + intervention.places() : "one to one";
        return by.isEmpty() ? length + ", " + where : "By the " + by + ", " + length + ", " + where;
    }

    private static String length(BigDecimal hours) {
        int minutes = hours.multiply(MINUTES).intValue();
        if (minutes < 60) {
            return minutes + " minutes";
        }
        return minutes % 60 == 0 && minutes > 60
                ? minutes / 60 + " hours"
                : minutes == 60 ? "1 hour" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
