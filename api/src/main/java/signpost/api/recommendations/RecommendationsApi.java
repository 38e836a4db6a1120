package signpost.api.recommendations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import signpost.api.pages.Problems;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.MisClient;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.rulebook.Subject;

/** Recommendations for the MIS to show. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Recommendations")
@PreAuthorize("hasAuthority('SCOPE_recommendations:read')")
class RecommendationsApi {

    private static final int LARGEST_PAGE = 200;

    /** What the rules say of a student. */
    record StudentView(
            String studentId,
            List<FlagView> flags,
            Map<String, Subject.Points> scores,
            List<RecommendationView> recommendations,
            List<ReasonView> cannotTell) {}

    record FlagView(String flag, String severity, List<ReasonView> reasons) {}

    /** A page; {@code next} is the {@code after} of the next one, absent on the last. */
    record PageView(
            List<RecommendationView> recommendations,
            @Nullable UUID next) {}

    private final Recommendations recommendations;
    private final Standings standings;
    private final Students students;
    private final BookInForce book;

    RecommendationsApi(Recommendations recommendations, Standings standings, Students students, BookInForce book) {
        this.recommendations = recommendations;
        this.standings = standings;
        this.students = students;
        this.book = book;
    }

    @GetMapping("/students/{studentId}/recommendations")
    @Operation(summary = "One student's flags and recommendations, with their reasons")
    StudentView ofStudent(@PathVariable String studentId, @AuthenticationPrincipal MisClient client) {
        Student student = students.byStudentId(studentId).orElseThrow(RecommendationsApi::notFound);
        Standing standing = standings.find(client.schoolId(), student.id()).orElse(Standing.NONE);
        Catalogue catalogue = book.recommender().book().catalogue();
        List<RecommendationView> made =
                recommendations
                        .ofStudents(client.schoolId(), List.of(student.id()))
                        .getOrDefault(student.id(), List.of())
                        .stream()
                        .map(found -> RecommendationView.of(found, student.studentId(), catalogue))
                        .toList();
        List<FlagView> flags = standing.flags().stream()
                .map(flag -> new FlagView(flag.flag(), flag.severity().words(), ReasonView.all(flag.reasons())))
                .toList();
        return new StudentView(
                student.studentId(), flags, standing.scores(), made, ReasonView.all(standing.cannotTell()));
    }

    @GetMapping("/recommendations")
    @Operation(summary = "The school's recommendations, in a stable order, a page at a time")
    PageView all(
            @Parameter(
                            description =
                                    "suggested, accepted, overridden, deferred, withdrawn, expired, delivered; several with commas")
                    @RequestParam(defaultValue = "suggested,deferred,accepted")
                    String state,
            @Parameter(description = "The id after which to go on") @RequestParam(required = false) @Nullable
                    UUID after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal MisClient client) {
        int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<Recommendation> found =
                recommendations.page(client.schoolId(), states(state), Optional.ofNullable(after), size);
        Map<UUID, Student> named =
                students.byIds(found.stream().map(Recommendation::student).toList());
        Catalogue catalogue = book.recommender().book().catalogue();
        List<RecommendationView> views = found.stream()
                .flatMap(made -> Optional.ofNullable(named.get(made.student())).stream()
                        .map(student -> RecommendationView.of(made, student.studentId(), catalogue)))
                .toList();
        return new PageView(views, found.size() == size ? found.get(size - 1).id() : null);
    }

    private static Collection<State> states(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(RecommendationsApi::state)
                .toList();
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.code().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.BAD_REQUEST,
                        Problems.problem(
                                HttpStatus.BAD_REQUEST,
                                "unknown-state",
                                "There is no such state",
                                "The states are suggested, accepted, overridden, deferred, withdrawn, expired and delivered."),
                        null));
    }

    private static ErrorResponseException notFound() {
        return new ErrorResponseException(HttpStatus.NOT_FOUND, Problems.notFound(), null);
    }
}
