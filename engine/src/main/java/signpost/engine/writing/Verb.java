package signpost.engine.writing;

import java.util.Arrays;
import java.util.Optional;

/** What a condition says of its subject; {@code {0}} and {@code {1}} are where its values stand. */
public enum Verb {
    IS("is {0}"),
    IS_NOT("is not {0}"),
    AT_MOST("is {0} or below"),
    BELOW("is below {0}"),
    AT_LEAST("is {0} or above"),
    ABOVE("is above {0}"),
    FROM_TO("is from {0} to {1}"),
    FROM_TO_BELOW("is from {0} to below {1}"),
    ABOVE_TO("is above {0} and at most {1}"),
    ABOVE_TO_BELOW("is above {0} and below {1}"),
    YES("is yes"),
    NO("is no"),
    INCLUDES("includes {0}"),
    DOES_NOT_INCLUDE("does not include {0}"),
    NONE("is none"),
    NOT_NONE("is not none"),
    BEFORE("is before {0}"),
    ON_OR_BEFORE("is on or before {0}"),
    ON("is on {0}"),
    ON_OR_AFTER("is on or after {0}"),
    AFTER("is after {0}"),
    IN("is in {0}"),
    MORE_AGO("is more than {0} ago"),
    LESS_AGO("is less than {0} ago"),
    MORE_AWAY("is more than {0} away"),
    LESS_AWAY("is less than {0} away"),
    WITHIN_LAST("is within the last {0}"),
    WITHIN_NEXT("is within the next {0}"),
    IN_FIRST("is in the first {0} of the term"),
    IN_LAST("is in the last {0} of the term"),
    IN_TERM("is the {0} term"),
    NOT_IN_TERM("is not the {0} term"),
    KNOWN("is known"),
    NOT_KNOWN("is not known"),
    NOT_CONFIRMED_THIS_TERM("was not confirmed this term"),
    NOT_CONFIRMED_FOR("was not confirmed for {0} terms"),
    FELL("fell by {0} or more since last term"),
    ROSE("rose by {0} or more since last term"),
    CHANGED("changed since last term"),
    NOT_CHANGED("has not changed since last term"),
    FLAGGED("is flagged"),
    NOT_FLAGGED("is not flagged"),
    WAS_FLAGGED("was flagged last term"),
    WAS_NOT_FLAGGED("was not flagged last term"),
    OFFERED("was offered {0}"),
    NOT_ATTENDED("was offered and not attended {0}"),
    DELIVERED("was delivered {0}"),
    OVERRIDDEN_FOR_GOOD("was overridden for good {0}");

    private final String template;

    Verb(String template) {
        this.template = template;
    }

    String template() {
        return template;
    }

    /** As a form offers it: {@code is … or below}. */
    public String words() {
        return template.replaceAll("\\{\\d}", "…");
    }

    /** The verb with this template and a "not" in it, if there is one. */
    Optional<Verb> negated() {
        return switch (this) {
            case CHANGED -> Optional.of(NOT_CHANGED);
            case INCLUDES -> Optional.of(DOES_NOT_INCLUDE);
            default ->
                Arrays.stream(values())
                        .filter(verb -> verb.template.equals(template.replaceFirst("^(is|was) ", "$1 not ")))
                        .filter(verb -> verb != this)
                        .findFirst();
        };
    }
}
