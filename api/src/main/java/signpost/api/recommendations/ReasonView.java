package signpost.api.recommendations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Seen;
import signpost.engine.rulebook.Answer;

/** A rule and what it saw, as the API writes it. */
@Schema(description = "A rule and the facts it looked at")
public record ReasonView(
        @Schema(description = "The rule's name", example = "Persistent absence")
        String rule,

        @Schema(description = "Why the school has the rule") String why,
        @Schema(description = "Where the rule comes from") String source,
        @Schema(description = "low, medium or high") String severity,

        @Schema(description = "The reason with the student's own values")
        String because,

        @Schema(description = "What would have to be known to tell")
        List<String> missing,

        List<ConditionView> conditions) {

    /** A condition of the rule; {@code answer} is true, false or unknown. */
    public record ConditionView(String words, String answer, List<FactView> facts) {}

    /** A fact as it was seen. */
    public record FactView(
            String attribute,
            String title,
            String value,
            boolean known,
            @org.jspecify.annotations.Nullable String source,
            @org.jspecify.annotations.Nullable LocalDate confirmedOn,

            @Schema(description = "Special-category data under the UK GDPR")
            boolean specialCategory) {}

    /** The view of an explanation. */
    public static ReasonView of(Explanation explanation) {
        return new ReasonView(
                explanation.rule(),
                explanation.why(),
                explanation.source(),
                explanation.severity().words(),
                explanation.because(),
                explanation.answer() == Answer.UNKNOWN ? explanation.missing() : List.of(),
                explanation.conditions().stream()
                        .map(read -> new ConditionView(
                                read.words(),
                                read.answer().name().toLowerCase(java.util.Locale.ROOT),
                                read.seen().stream().map(ReasonView::fact).toList()))
                        .toList());
    }

    static List<ReasonView> all(List<Explanation> explanations) {
        return explanations.stream().map(ReasonView::of).toList();
    }

    private static FactView fact(Seen seen) {
        return new FactView(
                seen.attribute(),
                seen.title(),
                seen.value(),
                seen.known(),
                seen.source().orElse(null),
                seen.confirmedOn().orElse(null),
                seen.specialCategory());
    }
}
