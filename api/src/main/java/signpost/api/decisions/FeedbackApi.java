package signpost.api.decisions;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import signpost.api.pages.Problems;
import signpost.api.recommendations.Recommendations;
import signpost.api.schools.MisClient;

/** Decisions the MIS sends back. */
@RestController
@RequestMapping("/api/v1/recommendations/{id}/feedback")
@Tag(name = "Feedback")
@PreAuthorize("hasAuthority('SCOPE_feedback:write')")
class FeedbackApi {

    /** A coded reason with a comment. */
    record ReasonGiven(
            @Schema(description = "Code from /override-reasons", example = "NOT-NOW") @Nullable
            String code,

            @Nullable String comment,

            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}

    /** A decision as the MIS sends it. */
    record FeedbackGiven(
            @Schema(description = "accepted, overridden or deferred") @Nullable
            String outcome,

            @Schema(description = "Needed when overridden") @Nullable
            ReasonGiven overrideReason,

            @Schema(description = "Code of the intervention chosen instead; only when overridden") @Nullable
            String intervention,

            @Schema(description = "Until when; needed when deferred, not after the end of the term") @Nullable
            LocalDate deferredUntil,

            @Schema(description = "The person who decided, as the MIS names them") @Nullable
            String decidedBy,

            @Schema(description = "When the person decided; now when absent") @Nullable
            OffsetDateTime outcomeTimestamp,

            @Schema(description = "The version they saw; when others have changed it since, the answer is 409")
            @Nullable
            Integer version,

            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}

    /** Who takes a decision back. */
    record UndoGiven(
            @Schema(description = "The person who undoes it, as the MIS names them") @Nullable
            String decidedBy) {}

    /** A decision as kept; the last received stands. */
    record DecisionView(
            UUID id,
            UUID recommendation,
            String outcome,
            @Nullable String overrideReason,
            String comment,
            @Nullable String intervention,
            @Nullable LocalDate deferredUntil,
            String decidedBy,
            Instant outcomeTimestamp,
            Instant receivedAt,

            @Schema(description = "The recommendation's version after this decision")
            int version) {}

    private final Deciding deciding;
    private final Undoing undoing;
    private final Decisions decisions;
    private final Recommendations recommendations;

    FeedbackApi(Deciding deciding, Undoing undoing, Decisions decisions, Recommendations recommendations) {
        this.deciding = deciding;
        this.undoing = undoing;
        this.decisions = decisions;
        this.recommendations = recommendations;
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Kept, and it stands")
    @ApiResponse(responseCode = "404", description = "Your school has no such recommendation")
    @ApiResponse(responseCode = "409", description = "Changed since that version, or no longer open; changes say what")
    @ApiResponse(responseCode = "422", description = "Not taken; errors names each field and its problem")
    @Operation(summary = "Accept, override or defer a recommendation; all feedback is kept, the last received stands")
    ResponseEntity<DecisionView> send(
            @PathVariable UUID id, @RequestBody FeedbackGiven given, @AuthenticationPrincipal MisClient client) {
        refuseUnknown(given);
        Answer answer = deciding.decide(client.schoolId(), id, feedback(given, client));
        if (answer instanceof Answer.Recorded recorded) {
            return ResponseEntity.status(HttpStatus.CREATED).body(view(recorded.decision()));
        }
        throw problem(answer);
    }

    @GetMapping
    @Operation(summary = "All decisions on a recommendation, the last received first; what was undone is left out")
    List<DecisionView> all(@PathVariable UUID id, @AuthenticationPrincipal MisClient client) {
        if (recommendations.find(client.schoolId(), id).isEmpty()) {
            throw problem(new Answer.NotFound());
        }
        return decisions.on(client.schoolId(), List.of(id)).getOrDefault(id, List.of()).stream()
                .map(FeedbackApi::view)
                .toList();
    }

    @PostMapping("/{decision}/undo")
    @ApiResponse(responseCode = "200", description = "Undone; the recommendation stands as before")
    @ApiResponse(responseCode = "404", description = "Your school has no such recommendation")
    @ApiResponse(responseCode = "409", description = "It no longer stands, or was not made today; nothing was changed")
    @ApiResponse(responseCode = "422", description = "Nobody is named who undoes it")
    @Operation(summary = "Undo the decision that stands, on the day it was received")
    DecisionView undo(
            @PathVariable UUID id,
            @PathVariable UUID decision,
            @RequestBody UndoGiven given,
            @AuthenticationPrincipal MisClient client) {
        String decidedBy =
                Optional.ofNullable(given.decidedBy()).map(String::strip).orElse("");
        List<Answer.Wrong> wrong = FeedbackCheck.name(decidedBy);
        Answer answer = wrong.isEmpty()
                ? undoing.undo(client.schoolId(), id, Optional.of(decision), Decider.mis(client.tokenId(), decidedBy))
                : new Answer.Refused(wrong);
        if (answer instanceof Answer.Undone undone) {
            return view(undone.decision());
        }
        throw problem(answer);
    }

    private static Feedback feedback(FeedbackGiven given, MisClient client) {
        Optional<ReasonGiven> reason = Optional.ofNullable(given.overrideReason());
        return new Feedback(
                Optional.ofNullable(given.outcome()).orElse(""),
                Optional.ofNullable(given.version()),
                reason.map(ReasonGiven::code).map(String::strip),
                reason.map(ReasonGiven::comment).map(String::strip).orElse(""),
                Optional.ofNullable(given.intervention()).map(String::strip),
                Optional.ofNullable(given.deferredUntil()),
                Decider.mis(
                        client.tokenId(), Optional.ofNullable(given.decidedBy()).orElse("")),
                Optional.ofNullable(given.outcomeTimestamp()).map(OffsetDateTime::toInstant),
                false);
    }

    /** A mistyped field must not lose a date, a comment or the check for a stale version. */
    private static void refuseUnknown(FeedbackGiven given) {
        List<Answer.Wrong> wrong = new ArrayList<>();
        if (given.unknown() != null) {
            given.unknown().keySet().forEach(field -> wrong.add(new Answer.Wrong(field, "is no field of feedback")));
        }
        if (given.overrideReason() != null && given.overrideReason().unknown() != null) {
            given.overrideReason()
                    .unknown()
                    .keySet()
                    .forEach(
                            field -> wrong.add(new Answer.Wrong("overrideReason." + field, "is no field of feedback")));
        }
        if (!wrong.isEmpty()) {
            throw problem(new Answer.Refused(wrong));
        }
    }

    private static DecisionView view(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.recommendation(),
                decision.outcome().code(),
                decision.overrideReason().orElse(null),
                decision.comment(),
                decision.interventionInstead().orElse(null),
                decision.deferredUntil().orElse(null),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.receivedAt(),
                decision.versionMade());
    }

    private static ErrorResponseException problem(Answer answer) {
        ProblemDetail problem = Problems.notFound();
        if (answer instanceof Answer.Refused refused) {
            problem = Problems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-feedback",
                    "The feedback cannot be taken",
                    "Mend every entry of errors and send it again. Nothing was recorded.");
            problem.setProperty("errors", refused.wrong());
        } else if (answer instanceof Answer.Stale stale) {
            problem = Problems.problem(
                    HttpStatus.CONFLICT,
                    "stale-version",
                    "The recommendation has changed since that version",
                    "Read what changed and send the feedback again with the current version. Nothing was recorded.");
            problem.setProperty("version", stale.now().version());
            problem.setProperty("state", stale.now().state().code());
            problem.setProperty("changes", stale.changes());
        } else if (answer instanceof Answer.Closed closed) {
            problem = Problems.problem(
                    HttpStatus.CONFLICT, "closed", "The recommendation can no longer be decided on", closed.because());
        }
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }
}
