package signpost.api.deliveries;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a delivery changed, as a person saw it. */
public enum Effect {
    HELPED("It helped"),
    SOME_CHANGE("Some change"),
    NO_CHANGE("No change"),
    TOO_EARLY("Too early to say");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As the API writes it: {@code some_change}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Effect> of(String code) {
        return Arrays.stream(values())
                .filter(effect -> effect.code().equals(code))
                .findFirst();
    }
}
