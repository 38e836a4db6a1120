package signpost.api.worth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.pages.Pdf;
import signpost.api.schools.StaffMember;

/** The rule book for governors and families, and the transparency record: to print, or to take away as a file. */
@Controller
@PreAuthorize("hasAuthority('SEE_RULE_BOOK')")
class DocumentPages {

    private static final int KEPT = 4;

    private final Documents documents;
    private final Pdf pdf;

    /** Making one takes seconds, and it is the same for everybody until the book changes. */
    private final Cache<String, byte[]> made =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DocumentPages(Documents documents, Pdf pdf) {
        this.documents = documents;
        this.pdf = pdf;
    }

    @GetMapping("/rule-book/document")
    ModelAndView document(@AuthenticationPrincipal StaffMember person) {
        return new ModelAndView("rule-book-document").addObject("book", documents.book(person));
    }

    @GetMapping("/rule-book/document.pdf")
    ResponseEntity<byte[]> documentAsPdf(@AuthenticationPrincipal StaffMember person) {
        BookDocument book = documents.book(person);
        String key = String.join("\n", book.school(), book.version(), book.digest(), book.day());
        return file(
                MediaType.APPLICATION_PDF,
                "rule-book.pdf",
                made.get(key, missing -> pdf.of("rule-book-pdf", Map.of("book", book))));
    }

    @GetMapping("/rule-book/transparency-record")
    ModelAndView record(@AuthenticationPrincipal StaffMember person) {
        return new ModelAndView("transparency-record")
                .addObject("record", documents.record(person))
                .addObject("blank", TransparencyRecord.BLANK);
    }

    @GetMapping("/rule-book/transparency-record.md")
    ResponseEntity<byte[]> recordAsMarkdown(@AuthenticationPrincipal StaffMember person) {
        return file(
                new MediaType("text", "markdown", StandardCharsets.UTF_8),
                "transparency-record.md",
                documents.record(person).markdown().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
