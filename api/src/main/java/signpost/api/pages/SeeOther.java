package signpost.api.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where a form that was sent leads: another page, which a reload does not send again. */
public final class SeeOther {

    private SeeOther() {}

    /**
     * Leads to an address within this program.
     *
     * @param address from its root on, such as {@code /caseload}
     */
    public static ModelAndView at(String address) {
        ModelAndView there = new ModelAndView("redirect:" + address);
        there.setStatus(HttpStatus.SEE_OTHER);
        return there;
    }
}
