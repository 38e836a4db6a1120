package signpost.api.interviews;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An interview as the MIS sends one. */
@Schema(description = "An interview. A student has at most one of a kind on a day: the same again replaces it")
record InterviewRequest(
        @Schema(description = "The MIS's own id of the student", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String studentId,

        @Schema(
                description = "ISO date, not after today",
                example = "2026-10-21",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String date,

        @Schema(
                allowableValues = {"guidance", "tutor", "leaver", "survey"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String kind,

        @Schema(description = "A person or a role, up to 200 characters") @Nullable
        String interviewer,

        @Schema(
                description = "Attribute of the vocabulary to what the student said; what was not asked is left out",
                example = "{\"plan_state\": \"applied\", \"knows_fe\": 3, \"barriers\": [\"finance\"]}",
                type = "object")
        @Nullable
        Map<String, @Nullable JsonNode> answers,

        @Schema(description = "Up to 4,000 characters; no rule reads them") @Nullable
        String notes,

        @Schema(description = "What was agreed, up to 4,000 characters") @Nullable
        String actions,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}
