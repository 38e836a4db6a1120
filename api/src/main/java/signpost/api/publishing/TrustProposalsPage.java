package signpost.api.publishing;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.schools.StaffMember;

/** Shows a school what its trust is about to publish. */
@Controller
class TrustProposalsPage {

    private final Owners owners;
    private final TrustProposals proposals;

    TrustProposalsPage(Owners owners, TrustProposals proposals) {
        this.owners = owners;
        this.proposals = proposals;
    }

    @GetMapping("/rule-book/trust-proposals")
    @PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
    ModelAndView show(@AuthenticationPrincipal StaffMember person) {
        ModelAndView page = new ModelAndView("trust-proposals");
        page.addObject(
                "trust", owners.of(person.schoolId()).trust().map(Owner::name).orElse(""));
        page.addObject("coming", proposals.of(person.schoolId()));
        return page;
    }
}
