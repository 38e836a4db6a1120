package signpost.api.drafts;

/** How far a draft has come. */
public enum DraftState {
    DRAFT("Draft"),
    PROPOSED("Proposed"),
    APPROVED("Approved"),
    PUBLISHED("In force"),
    DISCARDED("Discarded");

    private final String words;

    DraftState(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
