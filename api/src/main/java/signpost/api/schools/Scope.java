package signpost.api.schools;

import java.util.Arrays;
import java.util.Optional;

/** What an MIS token may be used for. */
public enum Scope {
    STUDENTS_WRITE("students:write"),
    RECOMMENDATIONS_READ("recommendations:read"),
    FEEDBACK_WRITE("feedback:write"),
    EVALUATE("evaluate"),
    RULES_READ("rules:read");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As written in a token and in the documentation, such as {@code students:write}. */
    public String text() {
        return text;
    }

    /** As Spring Security asks for it, such as {@code SCOPE_students:write}. */
    public String authority() {
        return "SCOPE_" + text;
    }

    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
