package signpost.api.caseload;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.schools.StaffMember;

/** A student: what Signpost suggests and why, what was decided, what is known and what is not. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class StudentPage {

    private final StudentFiles files;
    private final Looks looks;
    private final Clock clock;

    StudentPage(StudentFiles files, Looks looks, Clock clock) {
        this.files = files;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping("/students/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, HttpSession session, Model model) {
        // Before it is read: what changes meanwhile is new to whoever looks.
        Instant at = clock.instant();
        StudentFile file = files.find(id, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        looks.looked(person.schoolId(), person.staffId(), id, at);
        model.addAttribute("file", file);
        model.addAttribute("backTo", BackToList.from(session));
        return "student";
    }
}
