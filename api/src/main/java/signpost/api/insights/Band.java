package signpost.api.insights;

/**
 * A part of the students that a measure tells apart.
 *
 * @param key as kept, {@code unknown} for those of whom it is not known
 */
public record Band(String key, String words) {

    static final String UNKNOWN = "unknown";

    /** Whether it is the band of those of whom it is not known, which every measure has. */
    public boolean unknown() {
        return key.equals(UNKNOWN);
    }
}
