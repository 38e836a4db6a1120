package signpost.api.drafts;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import signpost.engine.change.Conflict;

/** Asks whose words shall stand, where two people changed the same part of one file. */
public final class ConflictPage {

    private ConflictPage() {}

    /** The page; nothing is saved, and it keeps the whole text until somebody has chosen. */
    public static ModelAndView of(
            Draft draft, Drafting.Opened began, String path, String text, List<Conflict> conflicts) {
        ModelAndView page = new ModelAndView("draft-conflict");
        page.addObject("draft", draft);
        page.addObject("path", path);
        page.addObject("text", text);
        page.addObject("began", began);
        page.addObject("updating", false);
        page.addObject("asked", ConflictKey.asked(conflicts));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
