package signpost.api.decisions;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import signpost.engine.vocabulary.Dates;

/** Says a decision in a sentence. */
final class Said {

    private Said() {}

    static String of(Decision decision, ZoneId zone) {
        ZonedDateTime at = decision.receivedAt().atZone(zone);
        return decision.decidedBy() + " " + decision.outcome().code() + " it on " + Dates.words(at.toLocalDate())
                + " at " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + ".";
    }
}
