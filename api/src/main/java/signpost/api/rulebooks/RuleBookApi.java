package signpost.api.rulebooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import signpost.engine.rulebook.RuleBook;

/** The rule book in force, as the MIS may show it; nothing of it can be changed here. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rule book")
@PreAuthorize("hasAuthority('SCOPE_rules:read')")
class RuleBookApi {

    /** A condition in words, and the conditions inside a group. */
    record ConditionView(String words, List<ConditionView> parts) {}

    record RuleView(
            String name,
            String topic,
            String owner,
            String why,
            String source,

            @Schema(description = "In words, such as \"from 1 September 2026\"; \"always\" when it has no dates")
            String inForce,

            @Schema(description = "In a trust's book with a school's additions, whose it is; empty elsewhere")
            String whose,

            List<ConditionView> when,
            List<String> then,
            String because) {}

    record RuleBookView(
            @Schema(description = "Its digest, as recommendations name it", example = "5f58e0602205")
            String version,

            List<RuleView> rules) {}

    private final BookInForce inForce;

    RuleBookApi(BookInForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping("/rule-book")
    @Operation(summary = "The rules in force, in sentences")
    RuleBookView show() {
        RuleBook book = inForce.recommender().book();
        return new RuleBookView(
                book.digest().substring(0, 12),
                Topics.of(book).stream()
                        .flatMap(topic -> topic.rules().stream().map(rule -> view(topic.title(), rule)))
                        .toList());
    }

    private static RuleView view(String topic, RuleWords.Said rule) {
        return new RuleView(
                rule.name(),
                topic,
                rule.owner(),
                rule.why(),
                rule.source(),
                rule.inForce(),
                rule.origin(),
                rule.when().stream().map(RuleBookApi::view).toList(),
                rule.then(),
                rule.because());
    }

    private static ConditionView view(RuleWords.Line line) {
        return new ConditionView(
                line.words(), line.parts().stream().map(RuleBookApi::view).toList());
    }
}
