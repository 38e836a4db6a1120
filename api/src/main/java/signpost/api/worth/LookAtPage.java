package signpost.api.worth;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.schools.StaffMember;

/** The rules that somebody should look at, and the numbers that say so. */
@Controller
@PreAuthorize("hasAuthority('SEE_RULE_BOOK')")
class LookAtPage {

    private final LookingAt looking;

    LookAtPage(LookingAt looking) {
        this.looking = looking;
    }

    @GetMapping("/rule-book/look-at")
    ModelAndView show(@AuthenticationPrincipal StaffMember person) {
        return new ModelAndView("rules-to-look-at").addObject("reasons", looking.rules(person));
    }
}
