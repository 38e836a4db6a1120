package signpost.api.caseload;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** What somebody searched for last. It may be a name, so it is kept in their session and never stands in an address. */
final class Search {

    static final int LONGEST = 100;

    private static final String NAME = Search.class.getName();

    private Search() {}

    /** Remembers a fragment of a name or student id; whether there was anything in it. */
    static boolean remember(HttpSession session, String typed) {
        String fragment = typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (fragment.isEmpty()) {
            session.removeAttribute(NAME);
            return false;
        }
        session.setAttribute(NAME, fragment.substring(0, Math.min(LONGEST, fragment.length())));
        return true;
    }

    static Optional<String> in(HttpSession session) {
        return session.getAttribute(NAME) instanceof String fragment ? Optional.of(fragment) : Optional.empty();
    }
}
