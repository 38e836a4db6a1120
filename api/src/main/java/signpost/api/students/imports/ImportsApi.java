package signpost.api.students.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import signpost.api.pages.Problems;
import signpost.api.schools.MisClient;
import signpost.api.students.ExportDay;
import signpost.api.students.FieldProblems;

/** Exports as CSV, one resource for all kinds: students, facts about them, interviews, destinations. */
@RestController
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasAuthority('SCOPE_students:write')")
@Tag(name = "Imports")
class ImportsApi {

    private static final String CSV = "text/csv";

    private final Upload upload;
    private final Imports imports;
    private final ImportQueue queue;
    private final ImportViews views;
    private final ExportDay days;

    ImportsApi(Upload upload, Imports imports, ImportQueue queue, ImportViews views, ExportDay days) {
        this.upload = upload;
        this.imports = imports;
        this.queue = queue;
        this.views = views;
        this.days = days;
    }

    @PostMapping(consumes = {CSV, "application/csv"})
    @Operation(
            summary = "Send a CSV",
            description = "Students (canonical or census columns), facts about students already known (attendance"
                    + " summary, grades), interviews or destinations (student_id or upn, and outcome), told apart by the header. The answer names the import;"
                    + " its rows are judged within seconds. Files of one school are worked off in the order sent.",
            requestBody =
                    @RequestBody(
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "202", description = "Taken in; Location says where to look")
    @ApiResponse(responseCode = "413", description = "Larger than 16 MB")
    @ApiResponse(responseCode = "422", description = "No CSV, or a header that Signpost does not know")
    ResponseEntity<ImportView> post(
            HttpServletRequest request,
            @Parameter(description = "Judge and count, keep nothing") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "The day of the export, today unless given; ISO date, not after today")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(hidden = true) @AuthenticationPrincipal MisClient client)
            throws IOException {
        refuseUnknown(request, Set.of("dryRun", "asOf"));
        return take(upload.read(request.getInputStream()), dryRun, asOf, client);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Send a CSV as a form does")
    ResponseEntity<ImportView> postForm(
            HttpServletRequest request,
            @Parameter(description = "The CSV") @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @AuthenticationPrincipal MisClient client)
            throws IOException {
        refuseUnknown(request, Set.of("dryRun", "asOf", "file"));
        return take(upload.read(file.getInputStream()), dryRun, asOf, client);
    }

    /** A mistyped dryRun must not import. */
    private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        var problems = new FieldProblems();
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add(name, "is no parameter of an import: dryRun and asOf are");
            } else if (values.length > 1 || values[0].isBlank()) {
                problems.add(name, "must be given once, with a value, or not at all");
            }
        });
        problems.throwIfAny();
    }

    private ResponseEntity<ImportView> take(byte[] file, boolean dryRun, @Nullable String asOf, MisClient client) {
        var problems = new FieldProblems();
        LocalDate day = days.read(asOf, problems);
        problems.throwIfAny();
        imports.fault(file).ifPresent(reason -> {
            throw new ErrorResponseException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-import", "The file was not taken", reason),
                    null);
        });
        UUID id = queue.add(file, day, dryRun, client.tokenId());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(views.get(id));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "How an import stands",
            description = "Counts and problems once state is done; at most 1,000 problems are listed.")
    @ApiResponse(responseCode = "404", description = "Your school has no such import")
    ImportView get(@PathVariable UUID id) {
        return views.get(id);
    }

    @GetMapping(path = "/{id}/refused.csv", produces = CSV)
    @Operation(
            summary = "The refused rows as a CSV",
            description = "In their own columns, with row and reason after them. Cells that a spreadsheet would run"
                    + " begin with an apostrophe. Kept for 30 days.")
    @ApiResponse(responseCode = "404", description = "Your school has no such import")
    void refused(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        views.get(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"");
        views.writeRefused(id, response.getOutputStream());
    }
}
