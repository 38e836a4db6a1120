package signpost.api.evidence;

import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.engine.catalogue.Catalogue;

/** All that became of one recommendation, from the rules that raised it to its outcome. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS') and hasAuthority('SEE_SPECIAL_CATEGORY')")
class HistoryPage {

    private final Histories histories;
    private final Recommendations recommendations;
    private final Students students;
    private final BookInForce book;
    private final Clock clock;

    HistoryPage(
            Histories histories, Recommendations recommendations, Students students, BookInForce book, Clock clock) {
        this.histories = histories;
        this.recommendations = recommendations;
        this.students = students;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/recommendations/{id}/history")
    @Transactional(readOnly = true)
    public String show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, Model model) {
        Recommendation now = recommendations
                .find(person.schoolId(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Catalogue catalogue = book.recommender().book().catalogue();
        model.addAttribute("id", id);
        model.addAttribute("student", students.byId(now.student()).orElseThrow());
        model.addAttribute("suggestion", catalogue.title(now.intervention()));
        model.addAttribute("state", now.state().words());
        model.addAttribute(
                "lines", new HistoryWords(catalogue, clock.getZone()).of(now, histories.of(person.schoolId(), id)));
        return "history";
    }
}
