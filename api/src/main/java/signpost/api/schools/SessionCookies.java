package signpost.api.schools;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Takes a cookie for a session's id only when it can be one: anything else is no session, and never asked for. */
final class SessionCookies extends DefaultCookieSerializer {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(id -> ID.matcher(id).matches())
                .toList();
    }
}
