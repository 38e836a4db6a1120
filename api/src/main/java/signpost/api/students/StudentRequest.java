package signpost.api.students;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A student as the MIS sends one. A field that is absent, null or blank leaves what is on record. */
@Schema(description = "A student. A field that is absent, null or blank leaves what is on record")
record StudentRequest(
        @Schema(description = "Unique pupil number, 13 characters", example = "B801200005001") @Nullable
        String upn,

        @Schema(description = "Unique learner number, 10 digits", example = "1000000019") @Nullable
        String uln,

        @Schema(description = "Needed for a new student") @Nullable
        String surname,

        @Schema(description = "Needed for a new student") @Nullable
        String forename,

        @Nullable String preferredForename,

        @Schema(description = "ISO date", example = "2011-05-14") @Nullable
        String dateOfBirth,

        @Nullable String sex,

        @Schema(description = "Registration group", example = "11B") @Nullable
        String regGroup,

        @Schema(
                description = "Attribute of the vocabulary to value: a text, a number, true, false or a list of codes",
                example = "{\"nc_year\": 11, \"attendance_pct\": 93.5, \"sen_provision\": \"K\"}",
                type = "object")
        @Nullable
        Map<String, @Nullable JsonNode> facts,

        @Schema(description = "The day the facts are of, today unless given; ISO date, not after today") @Nullable
        String asOf,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

    /** What is given of the student's identity, unread. */
    Map<IdentityField, @Nullable String> identity() {
        Map<IdentityField, @Nullable String> given = new HashMap<>();
        given.put(IdentityField.UPN, upn);
        given.put(IdentityField.ULN, uln);
        given.put(IdentityField.SURNAME, surname);
        given.put(IdentityField.FORENAME, forename);
        given.put(IdentityField.PREFERRED_FORENAME, preferredForename);
        given.put(IdentityField.DATE_OF_BIRTH, dateOfBirth);
        given.put(IdentityField.SEX, sex);
        given.put(IdentityField.REG_GROUP, regGroup);
        return given;
    }
}
