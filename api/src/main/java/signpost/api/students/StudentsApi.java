package signpost.api.students;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Students one by one, for an MIS that tells each change. */
@RestController
@Tag(name = "Students")
class StudentsApi {

    private final StudentUpdates updates;

    StudentsApi(StudentUpdates updates) {
        this.updates = updates;
    }

    /** A student as kept. */
    record Kept(
            @Schema(description = "The MIS's own id") String studentId,
            @Schema(description = "Signpost's id") UUID id,

            @Schema(description = "Whether anything on record changed")
            boolean changed) {}

    @PutMapping("/api/v1/students/{studentId}")
    @PreAuthorize("hasAuthority('SCOPE_students:write')")
    @Operation(
            summary = "Create a student or bring one up to date",
            description = "Found by UPN, then by studentId, the MIS's own id. All problems come back at once.")
    @ApiResponse(responseCode = "200", description = "Known before")
    @ApiResponse(responseCode = "201", description = "New")
    @ApiResponse(responseCode = "422", description = "Not taken; errors names each field and its problem")
    ResponseEntity<Kept> put(@PathVariable String studentId, @RequestBody StudentRequest request) {
        StudentUpdates.Update update = updates.put(studentId, request);
        return ResponseEntity.status(update.created() ? 201 : 200)
                .body(new Kept(update.studentId(), update.id(), update.changed()));
    }
}
