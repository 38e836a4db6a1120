package signpost.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Every failure below {@code /api} becomes a problem document, here and nowhere else; pages have their error pages. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What is not ours to answer (pages, refused access) is passed on by throwing it again. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known) {
            return answer(typed(known), known.getHeaders());
        }
        // What ended the reading of a body comes wrapped.
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof ErrorResponse known) {
            return answer(typed(known), known.getHeaders());
        }
        if (failure instanceof HttpMessageNotReadableException
                || failure instanceof TypeMismatchException
                || failure instanceof MultipartException) {
            var unreadable = Problems.problem(
                    HttpStatus.BAD_REQUEST,
                    "unreadable",
                    "The request cannot be read",
                    "Check its parameters and body against the API's description: each field once, whole numbers whole, days"
                            + " that exist written as 2026-11-30.");
            return answer(unreadable, HttpHeaders.EMPTY);
        }
        LOG.error(
                "Request failed: {} {}", request.getMethod(), failure.getClass().getName(), failure);
        var broken = Problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong in Signpost",
                "Nothing was changed by this request. Try again, and tell whoever runs Signpost if it persists.");
        return answer(broken, HttpHeaders.EMPTY);
    }

    /** Spring names no type of its own: the status's name serves, {@code /problems/method-not-allowed}. */
    private static ProblemDetail typed(ErrorResponse known) {
        var problem = known.getBody();
        if (problem.getStatus() == HttpStatus.NOT_FOUND.value() && untyped(problem)) {
            return Problems.notFound();
        }
        var status = HttpStatus.resolve(problem.getStatus());
        return untyped(problem) && status != null
                ? named(problem, status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                : problem;
    }

    private static ProblemDetail named(ProblemDetail problem, String type) {
        problem.setType(URI.create("/problems/" + type));
        return problem;
    }

    private static boolean untyped(ProblemDetail problem) {
        return problem.getType() == null
                || "about:blank".equals(problem.getType().toString());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
