package signpost.api.drafts;

/** How far a draft has come. */
public enum DraftState {
    DRAFT("Draft", "grey"),
    PROPOSED("Proposed", "yellow"),
    APPROVED("Approved", "light-blue"),
    PUBLISHED("Published", "green"),
    DISCARDED("Discarded", "grey");

    private final String words;
    private final String colour;

    DraftState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    /** The class of GOV.UK's tag for it. */
    public String tag() {
        return "govuk-tag--" + colour;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
