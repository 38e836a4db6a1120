package signpost.api.caseload;

import java.util.List;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.Effect;
import signpost.api.deliveries.What;
import signpost.api.missed.Missed;
import signpost.api.missed.MissedHelp;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.State;
import signpost.engine.vocabulary.Dates;

/** Says what became of a recommendation as a student's page shows it. */
final class DeliveryWords {

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
        int missed = (int) deliveries.stream()
                .filter(delivery -> delivery.what() == What.DID_NOT_ATTEND)
                .count();
        return missed < MissedHelp.OFTEN ? "" : Missed.words(missed) + ". Speak to the student another way.";
    }
}
