package signpost.api.assignments;

import java.util.Optional;
import java.util.UUID;

/** Students of a year group, a tutor group or both, or everybody, belong to an adviser's caseload. */
record Rule(Optional<String> year, Optional<String> group, UUID staff) {

    /** Whom it is about, such as {@code Year 11, group 11B}. */
    String who() {
        if (year.isEmpty() && group.isEmpty()) {
            return "Everybody else";
        }
        return year.map(value -> "Year " + value + (group.isPresent() ? ", " : ""))
                        .orElse("")
                + group.map(value -> "Group " + value).orElse("");
    }

    Rule to(UUID another) {
        return new Rule(year, group, another);
    }
}
