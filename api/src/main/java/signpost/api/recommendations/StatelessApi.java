package signpost.api.recommendations;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import signpost.api.pages.Problems;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.MisClient;
import signpost.api.terms.Terms;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.text.Nearest;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;
import signpost.engine.vocabulary.Vocabulary;

/** Judges a profile without storing anything. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Evaluation")
@PreAuthorize("hasAuthority('SCOPE_evaluate')")
class StatelessApi {

    /** What the sender knows of a student; an attribute left out is not known. */
    record ProfileToJudge(
            @Schema(description = "Handed back as it came; nothing is looked up by it") @Nullable
            String studentId,

            @Schema(description = "The day to judge; today when absent") @Nullable
            LocalDate on,

            @Schema(
                    description = "Attribute key to value, as in the canonical CSV columns",
                    example = "{\"nc_year\": 11, \"attendance_pct\": 84.2}")
            Map<String, @Nullable Object> facts,

            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}

    record JudgementView(
            @Nullable String studentId,
            LocalDate on,
            List<RecommendationsApi.FlagView> flags,
            Map<String, String> scores,
            List<SuggestionView> recommendations,
            List<WithheldView> withheld,
            List<ReasonView> cannotTell,
            String ruleBook) {}

    record SuggestionView(
            String intervention,
            String title,
            String occurrence,
            String severity,
            LocalDate due,
            List<ReasonView> reasons,
            List<ReasonView> checkFirst) {}

    record WithheldView(String intervention, List<ReasonView> ruledOutBy) {}

    record Wrong(String field, String message) {}

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int MOST_LISTED = 100;

    private final BookInForce book;
    private final Terms terms;
    private final Clock clock;

    StatelessApi(BookInForce book, Terms terms, Clock clock) {
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    @PostMapping("/evaluate")
    @ApiResponse(responseCode = "200", description = "What the rules say")
    @ApiResponse(responseCode = "422", description = "Cannot be judged; errors names each field and its problem")
    @Operation(summary = "What the rules in force say of a profile; nothing is stored")
    JudgementView evaluate(@RequestBody ProfileToJudge profile, @AuthenticationPrincipal MisClient client) {
        Recommender recommender = book.recommender();
        LocalDate on = profile.on() == null ? LocalDate.now(clock) : profile.on();
        List<Wrong> wrong = new ArrayList<>();
        if (profile.unknown() != null) {
            profile.unknown().keySet().forEach(field -> wrong.add(new Wrong(field, "is no field of this request")));
        }
        if (on.isBefore(EARLIEST) || on.isAfter(LATEST)) {
            wrong.add(new Wrong("on", "must be a day from " + EARLIEST + " to " + LATEST));
        }
        Profile read = new Profile("", facts(recommender.book().vocabulary(), profile.facts(), on, wrong));
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        Judgement judgement = recommender.judge(new StudentOnDate(read, on, terms.calendar(client.schoolId())));
        return view(profile.studentId(), on, judgement, recommender);
    }

    private static Map<String, Fact.Known> facts(
            Vocabulary vocabulary, @Nullable Map<String, @Nullable Object> given, LocalDate on, List<Wrong> wrong) {
        Map<String, Fact.Known> facts = new HashMap<>();
        new TreeMap<>(given == null ? Map.of() : given).forEach((key, value) -> {
            var attribute = vocabulary.byKey(key);
            if (attribute.isEmpty()) {
                List<String> keys =
                        vocabulary.attributes().stream().map(Attribute::key).toList();
                String near = Nearest.to(key, keys)
                        .map(found -> "; did you mean " + found + "?")
                        .orElse("");
                wrong.add(new Wrong("facts." + key, "is not an attribute of the rule book" + near));
                return;
            }
            Reading reading = ValueReader.read(attribute.get(), value == null ? "" : value.toString());
            if (reading instanceof Reading.Read known) {
                facts.put(key, new Fact.Known(known.value(), Source.MIS, on));
            } else if (reading instanceof Reading.Refused refused) {
                wrong.add(new Wrong("facts." + key, refused.message()));
            }
        });
        if (given == null) {
            wrong.add(new Wrong("facts", "is missing; send {} when nothing is known"));
        }
        return facts;
    }

    private static ErrorResponseException refusal(List<Wrong> wrong) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-profile",
                "The profile cannot be judged",
                "Mend every entry of errors and send it again.");
        problem.setProperty("errors", wrong.stream().limit(MOST_LISTED).toList());
        if (wrong.size() > MOST_LISTED) {
            problem.setProperty("moreErrors", wrong.size() - MOST_LISTED);
        }
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }

    private static JudgementView view(
            @Nullable String studentId, LocalDate on, Judgement judgement, Recommender recommender) {
        return new JudgementView(
                studentId,
                on,
                judgement.flags().stream()
                        .map(flag -> new RecommendationsApi.FlagView(
                                flag.flag(), flag.severity().words(), ReasonView.all(flag.reasons())))
                        .toList(),
                judgement.scoreWords(),
                judgement.recommendations().stream()
                        .map(made -> new SuggestionView(
                                made.intervention(),
                                recommender
                                        .book()
                                        .catalogue()
                                        .intervention(made.intervention())
                                        .map(found -> found.title())
                                        .orElse(made.intervention()),
                                made.occurrence(),
                                made.severity().words(),
                                made.due(),
                                ReasonView.all(made.reasons()),
                                ReasonView.all(made.checkFirst())))
                        .toList(),
                judgement.withheld().stream()
                        .map(withheld ->
                                new WithheldView(withheld.intervention(), ReasonView.all(withheld.ruledOutBy())))
                        .toList(),
                ReasonView.all(judgement.cannotTell()),
                recommender.book().digest());
    }
}
