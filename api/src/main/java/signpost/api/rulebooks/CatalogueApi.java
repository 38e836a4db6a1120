package signpost.api.rulebooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a school offers, and why a suggestion may be overridden. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue")
@PreAuthorize("hasAnyAuthority('SCOPE_rules:read', 'SCOPE_recommendations:read', 'SCOPE_feedback:write')")
class CatalogueApi {

    /** An intervention as the MIS shows it; hours are for one time. */
    record InterventionView(
            String code,
            String title,
            String description,
            String deliveredBy,
            BigDecimal hours,
            String unit,
            int places,
            List<String> years,
            List<String> terms) {}

    record OverrideReasonView(String code, String label, boolean lasting, String note) {}

    private final BookInForce inForce;

    CatalogueApi(BookInForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping("/interventions")
    @Operation(summary = "The interventions a recommendation can name")
    List<InterventionView> interventions() {
        return inForce.recommender().book().catalogue().interventions().stream()
                .map(found -> new InterventionView(
                        found.code(),
                        found.title(),
                        found.description(),
                        found.deliveredBy(),
                        found.hours(),
                        found.unit(),
                        found.places(),
                        found.years(),
                        found.terms()))
                .toList();
    }

    @GetMapping("/override-reasons")
    @Operation(summary = "The coded reasons for overriding a recommendation")
    List<OverrideReasonView> overrideReasons() {
        return inForce.recommender().book().catalogue().reasons().stream()
                .map(reason -> new OverrideReasonView(reason.code(), reason.label(), reason.lasting(), reason.note()))
                .toList();
    }
}
