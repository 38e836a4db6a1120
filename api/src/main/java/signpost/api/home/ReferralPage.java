package signpost.api.home;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import signpost.api.schools.StaffMember;

/** All that was referred to whoever signed in, as a tutor. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class ReferralPage {

    private final Referrals referrals;

    ReferralPage(Referrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/home/referred")
    @Transactional(readOnly = true)
    String show(@AuthenticationPrincipal StaffMember person, Model model) {
        model.addAttribute("title", "Referred to you");
        model.addAttribute(
                "about", "Students of your groups who did not attend; their adviser asks you to speak to them.");
        model.addAttribute("few", referrals.to(person, Integer.MAX_VALUE));
        return "home-list";
    }
}
