package signpost.api.publishing;

/** What came of a step towards publication. */
sealed interface Answer {

    /** It is done; what to tell the person. */
    record Done(String said) implements Answer {}

    /** It was not done; why, and what to do. */
    record Refused(String because) implements Answer {}
}
