package signpost.api.publishing;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.recommendations.JudgedSoFar;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;

/** How many students have been judged by the book in force since it was published; asks again until all have. */
@Controller
class ReachPage {

    private final BookInForce book;
    private final JudgedSoFar judged;

    ReachPage(BookInForce book, JudgedSoFar judged) {
        this.book = book;
        this.judged = judged;
    }

    @GetMapping("/rule-book/reach")
    @PreAuthorize("hasAuthority('SEE_RULE_BOOK')")
    ModelAndView show(@AuthenticationPrincipal StaffMember person) {
        String digest = book.agreed().book().digest();
        ModelAndView page = new ModelAndView("rule-book-reach");
        page.addObject("digest", digest.substring(0, 12));
        page.addObject("progress", judged.by(person.schoolId(), digest));
        return page;
    }
}
