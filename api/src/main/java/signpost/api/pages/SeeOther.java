package signpost.api.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where a form that was sent leads: another page, which a reload does not send again. */
public final class SeeOther {

    private SeeOther() {}

    /** @param address within this program */
    public static ModelAndView at(String address) {
        ModelAndView there = new ModelAndView("redirect:" + address);
        there.setStatus(HttpStatus.SEE_OTHER);
        return there;
    }
}
