package signpost.api.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Reads a JSON body up to the largest that is taken, however it is sent. Files have a limit of their own. */
@Component
class RequestSize extends OncePerRequestFilter {

    private final DataSize largest;

    RequestSize(@Value("${signpost.api.largest-body:1MB}") DataSize largest) {
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith("/api/") || path.equals("/api/v1/imports");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private final class Limited extends ContentCachingRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request, Math.toIntExact(largest.toBytes()));
        }

        @Override
        protected void handleContentOverflow(int limit) {
            throw new ErrorResponseException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    Problems.problem(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "too-large",
                            "The request is too large",
                            String.format(
                                    Locale.UK,
                                    "A request other than a file has at most %d kB. Send several smaller ones.",
                                    largest.toKilobytes())),
                    null);
        }
    }
}
