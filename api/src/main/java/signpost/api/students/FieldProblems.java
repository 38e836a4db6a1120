package signpost.api.students;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import signpost.api.pages.Problems;

/** Everything that is wrong with a request's body, told at once. */
public final class FieldProblems {

    /**
     * One of them.
     *
     * @param field where in the body: {@code facts.attendance_pct}
     * @param message what is wrong and what to do; never quotes the value
     */
    public record FieldProblem(String field, String message) {}

    private final List<FieldProblem> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new FieldProblem(field, message));
    }

    /** Holds fields against the body that the API does not have: a mistyped name must not lose a fact. */
    public void addUnknown(Collection<String> fields) {
        fields.forEach(field -> add(field, "is no field of this request"));
    }

    /**
     * Ends the request when anything was found.
     *
     * @throws ErrorResponseException a problem document with all of it under {@code errors}
     */
    public void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        var problem = Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "The request was not taken",
                "Nothing was changed. Each entry of errors names a field and what is wrong with it.");
        problem.setProperty("errors", List.copyOf(found));
        throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }
}
