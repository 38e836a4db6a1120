package signpost.api.drafts;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import signpost.api.schools.StaffMember;

/** Hands the editor its words; a browser that has them already is only told so. */
@Controller
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class EditorWordPages {

    private final Desk desk;
    private final EditorWords words;

    EditorWordPages(Desk desk, EditorWords words) {
        this.desk = desk;
        this.words = words;
    }

    @GetMapping("/rule-book/drafts/{id}/words")
    ResponseEntity<byte[]> words(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        EditorWords.Of found = words.of(person.schoolId(), opened.owner(), opened.draft());
        return ResponseEntity.ok()
                .eTag(found.digest())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(found.json().getByteArray());
    }
}
