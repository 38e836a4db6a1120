package signpost.api.drafts;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.schools.StaffMember;
import signpost.engine.format.Formatter;
import signpost.engine.format.Formatting;
import signpost.engine.rulebook.BookFiles;

/** What the editor asks while somebody types. Nothing here changes the draft. */
@Controller
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class LookPages {

    private final Desk desk;
    private final DraftBooks books;
    private final Looking looking;

    LookPages(Desk desk, DraftBooks books, Looking looking) {
        this.desk = desk;
        this.books = books;
        this.looking = looking;
    }

    /** The problems and scenarios of a file, as the page shows them beside its text. */
    @PostMapping("/rule-book/drafts/{id}/look")
    ModelAndView look(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        String path = sent.getOrDefault("path", "");
        String text = sent.getOrDefault("text", "").replace("\r\n", "\n");
        if (text.length() > BookFiles.LARGEST_FILE) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (path.endsWith(".xlsx") || !books.has(person.schoolId(), opened.owner(), opened.draft(), path)) {
            throw DraftPages.none();
        }
        ModelAndView part = new ModelAndView("draft-look :: looked");
        part.addObject("draft", opened.draft());
        part.addObject("mayEdit", opened.mayEdit() && opened.draft().open());
        part.addObject("path", path);
        part.addObject("looked", looking.at(person.schoolId(), opened.owner(), opened.draft(), path, text));
        return part;
    }

    /** The text in its usual form; 422 where it cannot be cut into blocks. */
    @PostMapping("/rule-book/drafts/{id}/format")
    ResponseEntity<String> format(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        desk.open(person, id);
        String text = sent.getOrDefault("text", "");
        String path = sent.getOrDefault("path", "");
        return path.endsWith(".txt") && Formatter.format(path, text) instanceof Formatting.Formatted formatted
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(formatted.text())
                : ResponseEntity.unprocessableContent().body("");
    }
}
