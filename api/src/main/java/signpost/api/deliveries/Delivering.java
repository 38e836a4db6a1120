package signpost.api.deliveries;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.State;
import signpost.api.schools.Ids;
import signpost.engine.vocabulary.Dates;

/**
 * Takes down what became of an accepted recommendation; {@link Together} does it of many. What happened is part of what the rules know of a student, so that
 * every record of it asks for the student to be evaluated.
 */
@Service
class Delivering {

    private final Recommendations recommendations;
    private final Deliveries deliveries;
    private final Writing writing;
    private final Ids ids;
    private final Clock clock;

    Delivering(Recommendations recommendations, Deliveries deliveries, Writing writing, Ids ids, Clock clock) {
        this.recommendations = recommendations;
        this.deliveries = deliveries;
        this.writing = writing;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records what happened with a recommendation of this school. */
    @Transactional
    public Answer record(UUID school, UUID id, Told told) {
        return locked(school, id, now -> {
            List<Delivery> standing = standing(school, id);
            List<Answer.Wrong> wrong =
                    new DeliveryCheck(LocalDate.now(clock), clock.getZone(), now, standing).check(told);
            if (!wrong.isEmpty()) {
                return new Answer.Refused(wrong);
            }
            return now.state() == State.ACCEPTED ? add(school, now, told) : new Answer.Closed(notAccepted(now));
        });
    }

    /** Records what the delivery of a recommendation changed. */
    @Transactional
    public Answer effect(UUID school, UUID id, String code, Recorder by) {
        return locked(school, id, now -> {
            Optional<Effect> effect = Effect.of(code);
            Optional<Delivery> last = standing(school, id).stream().findFirst();
            if (now.state() != State.DELIVERED || last.isEmpty()) {
                return new Answer.Closed("It is not recorded as delivered any more.");
            }
            if (effect.isEmpty()) {
                return new Answer.Refused(List.of(new Answer.Wrong("outcome", "must be chosen")));
            }
            deliveries.effect(school, ids.next(), last.get().id(), effect.get(), by, clock.instant());
            return new Answer.Recorded(standing(school, id).get(0));
        });
    }

    /** Takes back what was recorded last, if that is what the person saw. */
    @Transactional
    public Answer undo(UUID school, UUID id, Optional<UUID> seen, Recorder by) {
        return locked(school, id, now -> {
            Optional<Delivery> last = standing(school, id).stream().findFirst();
            if (last.isEmpty() || !last.map(Delivery::id).equals(seen)) {
                return new Answer.Closed("It was undone already, or something else was recorded since.");
            }
            boolean delivered = last.get().what() == What.DELIVERED;
            if (now.state() != (delivered ? State.DELIVERED : State.ACCEPTED)) {
                return new Answer.Closed(notAccepted(now));
            }
            writing.write(
                    school,
                    List.of(new Writing.Step(now, last, Optional.empty())),
                    recommendations.replaced(school, List.of(id)),
                    by,
                    clock.instant());
            return new Answer.Recorded(last.get());
        });
    }

    private Answer add(UUID school, Recommendation now, Told told) {
        Instant at = clock.instant();
        Delivery delivery = new Delivery(
                ids.next(),
                now.id(),
                What.of(told.what()).orElseThrow(),
                told.on().orElseThrow(),
                told.effect().flatMap(Effect::of),
                "",
                told.by().name(),
                told.note(),
                at);
        writing.write(
                school,
                List.of(new Writing.Step(now, Optional.empty(), Optional.of(delivery))),
                Set.of(),
                told.by(),
                at);
        return new Answer.Recorded(delivery);
    }

    private Answer locked(UUID school, UUID id, Function<Recommendation, Answer> work) {
        return Optional.ofNullable(writing.locked(school, List.of(id)).get(id))
                .map(work)
                .orElseGet(Answer.NotFound::new);
    }

    private List<Delivery> standing(UUID school, UUID id) {
        return deliveries.on(school, List.of(id)).getOrDefault(id, List.of());
    }

    /** Why nothing can be recorded of it. */
    static String notAccepted(Recommendation now) {
        return switch (now.state()) {
            case DELIVERED ->
                "It was delivered on " + now.deliveredOn().map(Dates::words).orElse("a day not known")
                        + "; undo that first if it is not so.";
            case SUGGESTED, DEFERRED -> "Nobody has accepted it yet; accept it first.";
            default -> "It is " + now.state().code() + "; only what was accepted can be delivered.";
        };
    }
}
