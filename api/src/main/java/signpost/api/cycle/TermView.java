package signpost.api.cycle;

import org.springframework.web.servlet.ModelAndView;
import signpost.api.terms.SchoolTerm;
import signpost.engine.vocabulary.Dates;

/** What every page about a term says of it. */
final class TermView {

    private TermView() {}

    static ModelAndView of(String view, SchoolTerm term) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("id", term.id());
        page.addObject("name", term.term().words());
        page.addObject("starts", Dates.words(term.term().starts()));
        page.addObject("ends", Dates.words(term.term().ends()));
        page.addObject("state", term.state());
        return page;
    }
}
