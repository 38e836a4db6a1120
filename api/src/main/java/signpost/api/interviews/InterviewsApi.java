package signpost.api.interviews;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Interviews one by one. */
@RestController
@Tag(name = "Interviews")
class InterviewsApi {

    private final InterviewIntake intake;

    InterviewsApi(InterviewIntake intake) {
        this.intake = intake;
    }

    /** An interview as kept. */
    record Kept(
            @Schema(description = "Signpost's id of the interview")
            UUID id,

            @Schema(description = "Whether anything on record changed")
            boolean changed) {}

    @PostMapping("/api/v1/interviews")
    @PreAuthorize("hasAuthority('SCOPE_students:write')")
    @Operation(
            summary = "Keep an interview",
            description = "What the student said becomes part of the profile. All problems come back at once.")
    @ApiResponse(responseCode = "200", description = "There before: left alone if the same, replaced if not")
    @ApiResponse(responseCode = "201", description = "New")
    @ApiResponse(responseCode = "422", description = "Not taken; errors names each field and its problem")
    ResponseEntity<Kept> post(@RequestBody InterviewRequest request) {
        InterviewIntake.Taken taken = intake.take(request);
        return ResponseEntity.status(taken.created() ? 201 : 200).body(new Kept(taken.id(), taken.changed()));
    }
}
