package signpost.api.recommendations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import signpost.engine.catalogue.Catalogue;

/** A recommendation as the API writes it. */
@Schema(description = "A suggested intervention for a student, its reasons and where it stands")
public record RecommendationView(
        UUID id,

        @Schema(description = "Counts every change; send it back with feedback to be told of changes you have not seen")
        int version,

        @Schema(description = "The MIS's own id of the student", example = "A1001")
        String studentId,

        @Schema(description = "Code in the catalogue", example = "PGI-01")
        String intervention,

        String title,

        @Schema(description = "Which of several by design, such as \"weeks 4 to 6\"; empty otherwise")
        String occurrence,

        @Schema(description = "suggested, accepted, overridden, deferred, withdrawn, expired or delivered")
        String state,

        @Schema(description = "low, medium or high") String severity,
        LocalDate due,
        @Nullable LocalDate deferredUntil,
        @Nullable LocalDate deliveredOn,

        @Schema(description = "rules, or adviser when a person chose it")
        String origin,

        @Schema(description = "A rule behind it cannot tell any more; it stays, because unknown is not no")
        boolean evidenceNoLongerKnown,

        String because,
        List<ReasonView> reasons,

        @Schema(description = "Rules that would rule it out but cannot tell: check first")
        List<ReasonView> checkFirst,

        @Nullable String withdrawnBecause,

        @Schema(description = "Digest of the rule book behind the reasons")
        String ruleBook,

        Instant raisedAt,
        Instant changedAt) {

    static RecommendationView of(Recommendation made, String studentId, Catalogue catalogue) {
        return new RecommendationView(
                made.id(),
                made.version(),
                studentId,
                made.intervention(),
                catalogue.title(made.intervention()),
                made.occurrence(),
                made.state().code(),
                made.severity().words(),
                made.due(),
                made.deferredUntil().orElse(null),
                made.deliveredOn().orElse(null),
                made.fromRules() ? "rules" : "adviser",
                made.evidenceUnknown(),
                made.shown().because(),
                ReasonView.all(made.shown().reasons()),
                ReasonView.all(made.shown().checkFirst()),
                made.withdrawnBecause().orElse(null),
                made.bookDigest(),
                made.raisedAt(),
                made.changedAt());
    }
}
