package signpost.api.deliveries;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
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

/** What the MIS says became of accepted recommendations. */
@RestController
@RequestMapping("/api/v1/recommendations/{id}/deliveries")
@Tag(name = "Deliveries")
@PreAuthorize("hasAuthority('SCOPE_feedback:write')")
class DeliveriesApi {

    /** What happened, as the MIS sends it. */
    record DeliveryGiven(
            @Schema(description = "planned, attended (one meeting of several), delivered, did_not_attend or cancelled")
            @Nullable
            String what,

            @Schema(description = "The day it happened, or is to happen") @Nullable
            LocalDate on,

            @Schema(description = "The person who says so, as the MIS names them") @Nullable
            String recordedBy,

            @Nullable String note,

            @Schema(description = "helped, some_change, no_change or too_early; only when delivered") @Nullable
            String outcome,

            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}

    /** Who takes something back. */
    record UndoGiven(
            @Schema(description = "The person who says so, as the MIS names them") @Nullable
            String recordedBy) {}

    /** What happened, as kept. */
    record DeliveryView(
            UUID id,
            UUID recommendation,
            String what,
            LocalDate on,
            @Nullable String outcome,
            String recordedBy,
            String note,
            Instant recordedAt) {}

    private final Delivering delivering;
    private final Deliveries deliveries;
    private final Recommendations recommendations;

    DeliveriesApi(Delivering delivering, Deliveries deliveries, Recommendations recommendations) {
        this.delivering = delivering;
        this.deliveries = deliveries;
        this.recommendations = recommendations;
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Kept")
    @ApiResponse(responseCode = "404", description = "Your school has no such recommendation")
    @ApiResponse(responseCode = "409", description = "It is not accepted, or was delivered already; detail says which")
    @ApiResponse(responseCode = "422", description = "Not taken; errors names each field and its problem")
    @Operation(
            summary = "Say what became of an accepted recommendation; delivered ones are not suggested again this term")
    ResponseEntity<DeliveryView> send(
            @PathVariable UUID id, @RequestBody DeliveryGiven given, @AuthenticationPrincipal MisClient client) {
        refuseUnknown(given);
        Answer answer = delivering.record(client.schoolId(), id, told(given, client));
        if (answer instanceof Answer.Recorded recorded) {
            return ResponseEntity.status(HttpStatus.CREATED).body(view(recorded.delivery()));
        }
        throw problem(answer);
    }

    @GetMapping
    @Operation(summary = "What became of a recommendation, the last recorded first; what was undone is left out")
    List<DeliveryView> all(@PathVariable UUID id, @AuthenticationPrincipal MisClient client) {
        if (recommendations.find(client.schoolId(), id).isEmpty()) {
            throw problem(new Answer.NotFound());
        }
        return deliveries.on(client.schoolId(), List.of(id)).getOrDefault(id, List.of()).stream()
                .map(DeliveriesApi::view)
                .toList();
    }

    @PostMapping("/{delivery}/undo")
    @ApiResponse(responseCode = "200", description = "Taken back; what was recorded stays in the history")
    @ApiResponse(responseCode = "404", description = "Your school has no such recommendation")
    @ApiResponse(responseCode = "409", description = "It is not what was recorded last; detail says why")
    @ApiResponse(responseCode = "422", description = "Not taken; errors names each field and its problem")
    @Operation(summary = "Take back what was recorded last of a recommendation")
    DeliveryView undo(
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            @RequestBody UndoGiven given,
            @AuthenticationPrincipal MisClient client) {
        String name = Optional.ofNullable(given.recordedBy()).map(String::strip).orElse("");
        if (DeliveryCheck.badName(name)) {
            throw problem(new Answer.Refused(List.of(new Answer.Wrong("recordedBy", DeliveryCheck.NAME))));
        }
        Answer answer =
                delivering.undo(client.schoolId(), id, Optional.of(delivery), Recorder.mis(client.tokenId(), name));
        if (answer instanceof Answer.Recorded recorded) {
            return view(recorded.delivery());
        }
        throw answer instanceof Answer.Closed closed
                ? new ErrorResponseException(
                        HttpStatus.CONFLICT,
                        Problems.problem(HttpStatus.CONFLICT, "not-undone", "It cannot be undone", closed.because()),
                        null)
                : problem(answer);
    }

    private static Told told(DeliveryGiven given, MisClient client) {
        return new Told(
                Optional.ofNullable(given.what()).map(String::strip).orElse(""),
                Optional.ofNullable(given.on()),
                Optional.ofNullable(given.outcome()).map(String::strip),
                Optional.ofNullable(given.note()).map(String::strip).orElse(""),
                Recorder.mis(
                        client.tokenId(),
                        Optional.ofNullable(given.recordedBy())
                                .map(String::strip)
                                .orElse("")));
    }

    /** A mistyped field must not lose a day or an outcome. */
    private static void refuseUnknown(DeliveryGiven given) {
        if (given.unknown() != null && !given.unknown().isEmpty()) {
            throw problem(new Answer.Refused(given.unknown().keySet().stream()
                    .map(field -> new Answer.Wrong(field, "is no field of a delivery"))
                    .toList()));
        }
    }

    private static DeliveryView view(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.recommendation(),
                delivery.what().code(),
                delivery.on(),
                delivery.effect().map(Effect::code).orElse(null),
                delivery.recordedBy(),
                delivery.note(),
                delivery.recordedAt());
    }

    private static ErrorResponseException problem(Answer answer) {
        ProblemDetail problem = Problems.notFound();
        if (answer instanceof Answer.Refused refused) {
            problem = Problems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-delivery",
                    "The delivery cannot be taken",
                    "Mend every entry of errors and send it again. Nothing was recorded.");
            problem.setProperty("errors", refused.wrong());
        } else if (answer instanceof Answer.Closed closed) {
            problem = Problems.problem(
                    HttpStatus.CONFLICT,
                    "not-accepted",
                    "Only an accepted recommendation can be delivered",
                    closed.because());
        }
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }
}
