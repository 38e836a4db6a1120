package signpost.api.decisions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import signpost.api.recommendations.Recommendation;
import signpost.engine.vocabulary.Dates;

/** Says a decision, or why none can be made, in a sentence. */
final class Said {

    private Said() {}

    static String of(Decisions.Step step, ZoneId zone) {
        ZonedDateTime at = step.at().atZone(zone);
        String did = step.outcome().map(outcome -> outcome.code() + " it").orElse("undid the decision before");
        return step.by() + " " + did + " on " + Dates.moment(at) + ".";
    }

    /** Why nobody may decide on it any more. */
    static String closed(Recommendation now) {
        return switch (now.state()) {
            case EXPIRED -> "It expired at the end of its term.";
            case DELIVERED ->
                "It was delivered" + now.deliveredOn().map(Said::on).orElse("") + ".";
            default -> "It was withdrawn: " + now.withdrawnBecause().orElse("nothing asks for it any more") + ".";
        };
    }

    private static String on(LocalDate day) {
        return " on " + Dates.words(day);
    }
}
