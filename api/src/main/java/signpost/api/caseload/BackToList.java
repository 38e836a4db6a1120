package signpost.api.caseload;

import jakarta.servlet.http.HttpSession;

/** The list somebody came from, with its filter and page, so that the way back from a student leads there. */
final class BackToList {

    private static final String NAME = BackToList.class.getName();

    private BackToList() {}

    static void remember(HttpSession session, String address) {
        if (!address.equals(session.getAttribute(NAME))) {
            session.setAttribute(NAME, address);
        }
    }

    static String from(HttpSession session) {
        return session.getAttribute(NAME) instanceof String address ? address : "/caseload";
    }
}
