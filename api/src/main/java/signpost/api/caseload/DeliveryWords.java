package signpost.api.caseload;

import java.util.List;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.Effect;
import signpost.api.deliveries.What;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.State;
import signpost.engine.vocabulary.Dates;

/** Says what became of a recommendation as a student's page shows it. */
final class DeliveryWords {

    /** So often not attended, and asking the same way again is no use. */
    private static final int OFTEN = 2;

    private DeliveryWords() {}

    /** @param deliveries the last recorded first */
    static StudentFile.Became of(Recommendation one, List<Delivery> deliveries) {
        return new StudentFile.Became(
                deliveries.stream().map(DeliveryWords::line).toList(),
                one.state() == State.ACCEPTED ? caution(deliveries) : "");
    }

    private static StudentFile.Happened line(Delivery delivery) {
        return new StudentFile.Happened(
                delivery.id(),
                delivery.what().words() + " " + Dates.words(delivery.on()),
                delivery.recordedBy(),
                delivery.effect().map(Effect::words).orElse(""),
                delivery.effectNote(),
                delivery.note());
    }

    private static String caution(List<Delivery> deliveries) {
        long missed = deliveries.stream()
                .filter(delivery -> delivery.what() == What.DID_NOT_ATTEND)
                .count();
        return missed < OFTEN
                ? ""
                : "Did not attend " + (missed == OFTEN ? "twice" : missed + " times")
                        + ". Speak to the student another way.";
    }
}
