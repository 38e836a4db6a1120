package signpost.api.missed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How to go on with help that was not attended twice, short of overriding it. */
public enum Way {
    PLAN_AGAIN("Ask another way, and plan it again"),
    TUTOR("Refer to the tutor"),
    HEAD_OF_DESTINATIONS("Refer to the head of destinations");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As a form sends it: {@code plan_again}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Way> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }
}
