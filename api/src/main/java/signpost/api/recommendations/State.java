package signpost.api.recommendations;

import java.util.Locale;

/** Where a recommendation stands. Only a person accepts, overrides, defers or says it was delivered; the rest is Signpost's. */
public enum State {
    SUGGESTED("Suggested"),
    ACCEPTED("Accepted"),
    OVERRIDDEN("Overridden"),
    DEFERRED("Deferred"),
    WITHDRAWN("Withdrawn"),
    EXPIRED("Expired"),
    DELIVERED("Delivered");

    private final String words;

    State(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As the API writes it: {@code suggested}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it still waits for something; at most one open per student and intervention. */
    public boolean open() {
        return this == SUGGESTED || this == DEFERRED || this == ACCEPTED;
    }

    /** Whether nobody has decided yet. */
    public boolean undecided() {
        return this == SUGGESTED || this == DEFERRED;
    }

    /** Whether nobody may decide on it any more. */
    public boolean closed() {
        return this == WITHDRAWN || this == EXPIRED || this == DELIVERED;
    }
}
