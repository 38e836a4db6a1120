package signpost.api.summaries;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.pages.Pdf;
import signpost.api.schools.StaffMember;

/** The page that a student is handed, to print or as a PDF. */
@Controller
@RequestMapping("/students/{id}")
@PreAuthorize("hasAuthority('RECORD_INTERVIEWS')")
class SummaryPages {

    private final SummaryWriting writing;
    private final Pdf pdf;

    SummaryPages(SummaryWriting writing, Pdf pdf) {
        this.writing = writing;
        this.pdf = pdf;
    }

    /** @param special whether special-category data may be on it */
    @GetMapping("/summary")
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean special,
            @AuthenticationPrincipal StaffMember person) {
        ModelAndView page = new ModelAndView("summary");
        page.addObject("id", id);
        page.addObject("special", special);
        page.addObject("summary", summary(id, person, special));
        return page;
    }

    /** The file's name says nothing of the student. */
    @GetMapping("/summary.pdf")
    ResponseEntity<byte[]> file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean special,
            @AuthenticationPrincipal StaffMember person) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("summary.pdf")
                                .build()
                                .toString())
                .body(pdf.of("summary-pdf", Map.of("summary", summary(id, person, special))));
    }

    private Summary summary(UUID id, StaffMember person, boolean special) {
        return writing.of(id, person, special).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
