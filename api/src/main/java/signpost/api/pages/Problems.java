package signpost.api.pages;

import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem documents (RFC 9457) as this program writes them: a stable type, a title, a detail that says what to do. */
public final class Problems {

    private Problems() {}

    /**
     * A problem document.
     *
     * @param type the last part of its type, such as {@code not-found}
     * @param detail what is wrong and what to do, without anybody's data
     */
    public static ProblemDetail problem(HttpStatusCode status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(title);
        return problem;
    }

    /** The one answer to an id or path that does not exist, or exists for somebody else. */
    public static ProblemDetail notFound() {
        return problem(HttpStatusCode.valueOf(404), "not-found", "Not found", "There is nothing at this address.");
    }
}
